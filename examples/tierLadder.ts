import { loyalty } from './demo/loyalty.js';

process.stdout.write(`${loyalty().text}\n`);
