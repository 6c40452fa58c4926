import { payOnCollection } from './demo/payOnCollection.js';

process.stdout.write(`${payOnCollection().text}\n`);
