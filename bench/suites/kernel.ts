import { doubleRunner } from '../../src/core/fixed/doubleRunner.js';
import type { PieceTable } from '../../src/core/fixed/pieceTable.js';
import type { Runner } from '../../src/core/fixed/runner.js';
import { type Contender, race } from '../harness.js';
import { bigTables, bigint64Loop, integerLoop, integerTotals, tables } from '../peers/integerLoop.js';
import { native } from '../peers/native.js';
import { planTable, slotMap } from '../plan.js';
import type { Size } from '../sizes.js';
import { columnsRun, totalsRun } from '../subject.js';
import { type Result, atMost } from '../targets.js';
import { type Workload, grouped, payouts, sameAs, workload } from '../workload.js';

const BASE = 'integer loop';

/** The kernels over ready columns against the integer loop, in JavaScript and in C. */
export async function kernel({ rows, payees, repetitions }: Size): Promise<Result[]> {
  const work = workload(rows, payees);
  const ordered = grouped(work);
  const limits = tables(work);
  const table = planTable(work);
  const large = {
    ...work,
    amount: work.amount.map((x, row) => x * 100 + (row % 89)),
    quota: work.quota.map((x) => x * 100),
  };
  const largeTable = planTable(large, 3);
  const lines = new Float64Array(rows);
  const expected = payouts(work);
  const check = sameAs(expected);
  const big = bigTables(work, limits);
  const bigLines = new BigInt64Array(rows);
  const c = native(work, limits);
  const sum = expected.reduce((total, payout) => total + payout, 0);

  const run = (of: Workload, plan: PieceTable, name: 'safe' | 'wide') => (): Float64Array => {
    const runner = doubleRunner(plan, name);
    runner.rows(slotMap(of), of, of.amount, lines);
    return earnings(runner, of);
  };
  const contenders: Contender[] = [
    { name: BASE, run: () => integerLoop(work, limits, lines), check },
    { name: 'lines from columns, bound included', run: columnsRun(work), check },
    { name: 'lines, wide', run: run(work, table, 'wide'), check },
    {
      name: 'lines, wide, 100 times the amounts, rates of 9 decimals',
      run: run(large, largeTable, 'wide'),
      check: sameAs(payouts(large)),
    },
    { name: 'lines, safe', run: run(work, table, 'safe'), check },
    { name: 'lines, safe, rows grouped', run: run(ordered, table, 'safe'), check },
    { name: 'totals', run: totalsRun(work), check },
    { name: 'integer loop, totals', run: () => integerTotals(work, limits), check },
    { name: 'BigInt64Array loop', run: () => bigint64Loop(work, big, bigLines) },
  ];
  if (c === undefined) console.log('\nno C compiler: the comparison with C is skipped');
  else {
    contenders.push({
      name: 'integer loop in C',
      run: () => c.run(),
      check: (answer: number) => {
        if (answer !== sum) throw new Error(`payouts of ${sum}, got ${answer}`);
      },
    });
  }
  const times = await race('Commission lines over columns', rows, repetitions, contenders);
  c?.close();
  return [
    atMost(times, 'lines from columns, bound included', 1.6, BASE),
    atMost(times, 'lines, wide', 1.5, BASE),
    atMost(times, 'lines, wide, 100 times the amounts, rates of 9 decimals', 1.5, BASE),
    atMost(times, 'lines, safe', 1.6, BASE),
    atMost(times, 'totals', 0.5, BASE),
  ];
}

function earnings(runner: Runner<number, Float64Array>, { slots }: Workload): Float64Array {
  const earned = new Float64Array(slots);
  for (let slot = 0; slot < slots; slot++) earned[slot] = runner.earned(slot);
  return earned;
}
