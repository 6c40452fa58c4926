import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { demo } from './demo/demo.js';

const started = performance.now();
const seconds = (): string => ((performance.now() - started) / 1000).toFixed(1).padStart(5);

const { html, ok } = await demo(
  (text) => process.stdout.write(`\n${text}\n\n`),
  (text) => process.stderr.write(`${seconds()} s  ${text}\n`),
);

const folder = new URL('./out/', import.meta.url);
mkdirSync(folder, { recursive: true });
const file = new URL('report.html', folder);
writeFileSync(file, html);
process.stdout.write(`The report with its plots: ${fileURLToPath(file)}\n`);
process.exitCode = ok ? 0 : 1;
