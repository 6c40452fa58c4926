import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { kpiReport } from './demo/kpiReport.js';

const { text, html } = await kpiReport();
process.stdout.write(`${text}\n\n`);
const folder = new URL('./out/', import.meta.url);
mkdirSync(folder, { recursive: true });
const file = new URL('kpis.html', folder);
writeFileSync(file, html);
process.stdout.write(`The report with its plots: ${fileURLToPath(file)}\n`);
