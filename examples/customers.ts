import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { customers } from './demo/customers.js';

const { text, plots } = await customers();
const folder = new URL('./out/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [name, svg] of Object.entries(plots)) writeFileSync(new URL(`${name}.svg`, folder), svg);
process.stdout.write(`${text}\n\nThe plots: ${fileURLToPath(folder)}\n`);
