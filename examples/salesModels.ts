import { salesModels } from './demo/salesModels.js';

process.stdout.write(`${salesModels().text}\n`);
