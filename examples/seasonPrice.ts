import { seasonPrice } from './demo/seasonPrice.js';

process.stdout.write(`${seasonPrice().text}\n`);
