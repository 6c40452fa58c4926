import { targetCascade } from './demo/targetCascade.js';

process.stdout.write(`${targetCascade().text}\n`);
