import { usageBilling } from './demo/usageBilling.js';

process.stdout.write(`${usageBilling().text}\n`);
