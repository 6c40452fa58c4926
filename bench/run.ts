import { writeFileSync } from 'node:fs';
import process from 'node:process';
import { FULL, QUICK, type Size } from './sizes.js';
import { boundary } from './suites/boundary.js';
import { engines } from './suites/engines.js';
import { forecast } from './suites/forecast.js';
import { kernel } from './suites/kernel.js';
import { peers } from './suites/peers.js';
import { products } from './suites/products.js';
import { ranking } from './suites/ranking.js';
import type { Result } from './targets.js';

/**
 * `npm run bench` measures all suites, writes `bench/results.json` and ends with 1 where a target is missed.
 * `npm run bench -- --quick` does a smaller workload and writes nothing; names of suites select some.
 */
const suites: Readonly<Record<string, (size: Size) => Promise<Result[]>>> = {
  kernel,
  products,
  boundary,
  peers,
  engines,
  forecast,
  ranking,
};

const words = process.argv.slice(2);
const quick = words.includes('--quick');
const names = words.filter((word) => word !== '--quick');
const unknown = names.find((name) => suites[name] === undefined);
if (unknown !== undefined)
  throw new Error(`no suite is called ${unknown}: there are ${Object.keys(suites).join(', ')}`);

const results: Result[] = [];
for (const [name, suite] of Object.entries(suites)) {
  if (names.length === 0 || names.includes(name)) results.push(...(await suite(quick ? QUICK : FULL)));
}

console.log('\nTargets');
for (const { name, ratio, target, met, against } of results) {
  console.log(
    `  ${met ? 'met   ' : 'MISSED'} ${String(ratio).padStart(7)} ${target.padEnd(8)} ${name}, against ${against}`,
  );
}
if (!quick && names.length === 0) {
  writeFileSync(new URL('results.json', import.meta.url), `${JSON.stringify(results, null, 2)}\n`);
}
process.exitCode = results.every(({ met }) => met) ? 0 : 1;
