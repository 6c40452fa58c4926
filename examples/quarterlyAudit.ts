import { quarterlyAudit } from './demo/quarterlyAudit.js';

process.stdout.write(`${quarterlyAudit().text}\n`);
