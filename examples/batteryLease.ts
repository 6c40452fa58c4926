import { batteryLease } from './demo/batteryLease.js';

process.stdout.write(`${batteryLease().text}\n`);
