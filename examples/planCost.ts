import { planCost } from './demo/planCost.js';

process.stdout.write(`${planCost().text}\n`);
