import { channelConflict } from './demo/channelConflict.js';

process.stdout.write(`${channelConflict().text}\n`);
