import { crmImport } from './demo/crmImport.js';

process.stdout.write(`${crmImport().text}\n`);
