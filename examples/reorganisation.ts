import { reorganisation } from './demo/reorganisation.js';

process.stdout.write(`${reorganisation().text}\n`);
