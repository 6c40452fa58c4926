import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import type { TransactionColumns } from '../src/commission/index.js';
import { columnsOf, evaluator } from './subject.js';
import { workload } from './workload.js';

/**
 * Prints, as JSON, the bytes that a run of as many rows and payees as it is told holds: the columns it starts from, the
 * same with lines and earnings, and with the lines' rows and slots. Needs a forced collector, and so a process of its own.
 */
export interface Held {
  readonly input: number;
  readonly run: number;
  readonly index: number;
}

const [rows = 0, payees = 0] = process.argv.slice(2).map(Number);
const work = workload(1, payees);
const compiled = evaluator(work);
const before = await held();
const columns = made();
const input = (await held()) - before;
const run = compiled.columns(columns, {
  asOf: '2025-12-31',
  periods: { from: '2025-01-01', to: '2026-01-01' },
  order: 'given',
});
const sizes = [run.earnings.values.length, run.lines.columns.values.length];
const afterRun = (await held()) - before;
sizes.push(run.lines.columns.row.length, run.lines.columns.slot.length);
const result: Held = { input, run: afterRun, index: (await held()) - before };
if (sizes.slice(1).some((size) => size !== rows) || columns.n !== rows) throw new Error('a line is missing');
console.log(JSON.stringify(result));

/** A frame of its own, so that what the workload has beyond the columns can be collected. */
function made(): TransactionColumns {
  return columnsOf(workload(rows, payees));
}

/** Buffers are freed some time after the collector has found them dead: until then they are counted. */
async function held(): Promise<number> {
  for (let round = 0; round < 3; round++) {
    globalThis.gc?.();
    await setTimeout(100);
  }
  const { arrayBuffers, heapUsed } = process.memoryUsage();
  return arrayBuffers + heapUsed;
}
