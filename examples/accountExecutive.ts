import { accountExecutive } from './demo/accountExecutive.js';

process.stdout.write(`${accountExecutive().text}\n`);
