import { monthlySales } from './demo/monthlySales.js';

process.stdout.write(`${monthlySales().text}\n`);
