import { distributorYear } from './demo/distributorYear.js';

process.stdout.write(`${distributorYear().text}\n`);
