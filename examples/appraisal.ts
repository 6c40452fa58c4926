import { appraisal } from './demo/appraisal.js';

process.stdout.write(`${appraisal().text}\n`);
