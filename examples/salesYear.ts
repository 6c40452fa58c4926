import { salesYear } from './demo/salesYear.js';

process.stdout.write(`${salesYear().text}\n`);
