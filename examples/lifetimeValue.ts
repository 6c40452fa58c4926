import { lifetimeValue } from './demo/lifetimeValue.js';

process.stdout.write(`${lifetimeValue().text}\n`);
