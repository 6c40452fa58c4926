import { planCorrection } from './demo/planCorrection.js';

process.stdout.write(`${planCorrection().text}\n`);
