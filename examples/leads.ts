import { leads } from './demo/leads.js';

process.stdout.write(`${leads().text}\n`);
