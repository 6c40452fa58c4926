import { keyAccountQuote } from './demo/keyAccountQuote.js';

process.stdout.write(`${keyAccountQuote().text}\n`);
