import { writeFileSync } from 'node:fs';
import process from 'node:process';
import { limitRaces } from './harness.js';
import { FULL, QUICK, QUICK_RACE_MS, type Size } from './sizes.js';
import { channel } from './suites/channel.js';
import { columns } from './suites/columns.js';
import { engines } from './suites/engines.js';
import { changes } from './suites/changes.js';
import { explanations } from './suites/explain.js';
import { forecast } from './suites/forecast.js';
import { kernel } from './suites/kernel.js';
import { kpi } from './suites/kpi.js';
import { lifecycle } from './suites/lifecycle.js';
import { lifetime } from './suites/lifetime.js';
import { memory } from './suites/memory.js';
import { objects } from './suites/objects.js';
import { ordersTeam } from './suites/ordersTeam.js';
import { pipelines } from './suites/pipeline.js';
import { pricing } from './suites/pricing.js';
import { products } from './suites/products.js';
import { ranking } from './suites/ranking.js';
import { rules } from './suites/rules.js';
import { scoring } from './suites/scoring.js';
import { segmentation } from './suites/segmentation.js';
import { strings } from './suites/strings.js';
import { validation } from './suites/validation.js';
import type { Findings, Result } from './targets.js';

/**
 * `npm run bench` measures all suites, writes `bench/results.json` and ends with 1 where a target is missed.
 * `npm run bench -- --quick` does a smaller workload and writes nothing; names of suites select some.
 */
const suites: Readonly<Record<string, (size: Size) => Findings | Promise<Findings>>> = {
  columns,
  kernel,
  products,
  strings,
  validation,
  rules,
  objects,
  engines,
  changes,
  explain: explanations,
  forecast,
  kpi,
  lifecycle,
  lifetime,
  pipeline: pipelines,
  ranking,
  scoring,
  segmentation,
  pricing,
  channel,
  ordersTeam,
  memory,
};

const words = process.argv.slice(2);
const quick = words.includes('--quick');
const names = words.filter((word) => word !== '--quick');
const unknown = names.find((name) => suites[name] === undefined);
if (unknown !== undefined)
  throw new Error(`no suite is called ${unknown}: there are ${Object.keys(suites).join(', ')}`);

if (quick) limitRaces(QUICK_RACE_MS);

const results: Result[] = [];
const beyond: Result[] = [];
for (const [name, suite] of Object.entries(suites)) {
  if (names.length > 0 && !names.includes(name)) continue;
  const { must, stretch = [] } = await suite(quick ? QUICK : FULL);
  results.push(...must);
  beyond.push(...stretch);
}

print('Targets', results, 'MISSED');
print('Beyond them', beyond, 'not yet');
if (!quick && names.length === 0) {
  writeFileSync('bench/results.json', `${JSON.stringify(results, null, 2)}\n`);
}
process.exitCode = results.every(({ met }) => met) ? 0 : 1;

function print(title: string, lines: readonly Result[], otherwise: string): void {
  console.log(`\n${title}`);
  for (const { name, ratio, target, met, against } of lines) {
    const verdict = met ? 'met' : otherwise;
    console.log(`  ${verdict.padEnd(8)} ${String(ratio).padStart(7)} ${target.padEnd(8)} ${name}, against ${against}`);
  }
}
