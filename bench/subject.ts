import { doubleRunner } from '../src/core/fixed/doubleRunner.js';
import { chooseKernel } from '../src/core/fixed/kernel.js';
import { parseScaled } from '../src/core/fixed/parseScaled.js';
import { sumAbs } from '../src/core/fixed/sumAbs.js';
import { parseDay } from '../src/core/parseDay.js';
import { planTable, slotMap } from './plan.js';
import { type Sale, type Workload, payeeId } from './workload.js';

/** What the benchmarks measure: each function prepares a plan and returns the run that is timed. */

/** From columns to a line a row and payouts by slot. */
export function columnsRun(work: Workload): () => Float64Array {
  const table = planTable(work);
  const map = slotMap(work);
  return () => {
    const lines = new Float64Array(work.rows);
    const runner = doubleRunner(table, inDoubles(chooseKernel(table, sumAbs(work.amount))));
    runner.rows(map, work, work.amount, lines);
    return Float64Array.from({ length: work.slots }, (_, slot) => runner.earned(slot));
  };
}

/** From columns to payouts by slot. */
export function totalsRun(work: Workload): () => Float64Array {
  const table = planTable(work);
  const map = slotMap(work);
  return () => {
    const runner = doubleRunner(table, inDoubles(chooseKernel(table, sumAbs(work.amount))));
    runner.rowTotals(map, work, work.amount);
    return Float64Array.from({ length: work.slots }, (_, slot) => runner.earned(slot));
  };
}

/** From objects to a line a row and payouts by slot. */
export function objectsRun(work: Workload, sales: readonly Sale[]): () => Float64Array {
  const table = planTable(work);
  const map = slotMap(work);
  const payees = new Map(Array.from({ length: work.payees }, (_, payee) => [payeeId(payee), payee]));
  return () => {
    const rows = sales.length;
    const payee = new Int32Array(rows);
    const day = new Int32Array(rows);
    const amount = new Float64Array(rows);
    for (let row = 0; row < rows; row++) {
      const sale = sales[row]!;
      payee[row] = payees.get(sale.payeeId) ?? -1;
      day[row] = parseDay(sale.date);
      amount[row] = parseScaled(sale.amount, 2);
    }
    const runner = doubleRunner(table, inDoubles(chooseKernel(table, sumAbs(amount))));
    runner.rows(map, { payee, day }, amount, new Float64Array(rows));
    return Float64Array.from({ length: work.slots }, (_, slot) => runner.earned(slot));
  };
}

function inDoubles(kernel: 'safe' | 'wide' | 'bigint'): 'safe' | 'wide' {
  if (kernel === 'bigint') throw new Error('the workload is meant for the kernels in doubles');
  return kernel;
}
