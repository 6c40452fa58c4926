import { race } from '../harness.js';
import { bigDecimalJs, bigJs, decimalJs, decimalRun } from '../peers/decimals.js';
import { dineroRun } from '../peers/dinero.js';
import { integerLoop, tables } from '../peers/integerLoop.js';
import { naiveFloatRun } from '../peers/naiveFloat.js';
import { ownBigIntRun } from '../peers/ownBigInt.js';
import { payouts, sameAs } from '../proof.js';
import type { Size } from '../sizes.js';
import { objectLines, objectResult, objectTotals, rightLines, rightResult, rightTotals } from '../subject.js';
import { type Findings, atLeast, atMost } from '../targets.js';
import { type Workload, arranged, dayOrder, sales, workload } from '../workload.js';

const BASE = 'integer loop';
const BASE_BY_DAY = 'integer loop, rows by day';
const LINES = 'objects in canonical order to lines';
const ANY = 'objects in any order, duplicates searched, to totals';
const RESULT = 'objects to objects with decimal strings';

/**
 * Objects with decimal strings in, the commission of every sale out, against what else one could write it with. The
 * collector goes through all objects that there are, so that each race makes its own.
 */
export async function objects(size: Size): Promise<Findings> {
  const inOrder = await journalRuns(size);
  const { must } = await mixedRuns(size);
  return { ...inOrder, must: [...inOrder.must, ...must] };
}

async function mixedRuns({ rows, payees, repetitions }: Size): Promise<Findings> {
  const work = workload(rows, payees);
  const limits = tables(work);
  const lines = new Float64Array(rows);
  const mixed = sales(work, (row) => (row * 7919) % rows);
  const times = await race('Runs over objects in any order', rows, repetitions, [
    { name: BASE, run: () => integerLoop(work, limits, lines), check: sameAs(payouts(work)) },
    { name: ANY, run: objectTotals(work, mixed), check: rightTotals(work) },
  ]);
  return { must: [atMost(times, ANY, 16, BASE)] };
}

async function journalRuns(size: Size): Promise<Findings> {
  const { rows, payees, repetitions } = size;
  const work = workload(rows, payees);
  const byDay = arranged(work, dayOrder(work));
  const limits = tables(work);
  const lines = new Float64Array(rows);
  const journal = sales(byDay);
  const check = sameAs(payouts(work));
  const all = { work: byDay, sales: journal, contender: { rows, check }, note: '' };
  const slow = size.slowRows === rows ? all : part(size, size.slowRows);
  const slowest = part(size, size.slowestRows);
  const decimal = `decimal.js${slow.note}`;
  const bigDecimal = `bigdecimal.js${slow.note}`;
  const times = await race('Runs over objects', rows, repetitions, [
    { name: BASE_BY_DAY, run: () => integerLoop(byDay, limits, lines), check },
    { name: LINES, run: objectLines(byDay, journal), check: rightLines(byDay) },
    { name: RESULT, run: objectResult(byDay, journal), check: rightResult(byDay) },
    { name: 'floating point', run: naiveFloatRun(byDay, journal), check: nearly(payouts(work)) },
    { name: 'own BigInt code', run: ownBigIntRun(byDay, journal), check },
    { name: bigDecimal, run: decimalRun(slow.work, slow.sales, bigDecimalJs), ...slow.contender },
    { name: decimal, run: decimalRun(slow.work, slow.sales, decimalJs), ...slow.contender },
    { name: `big.js${slowest.note}`, run: decimalRun(slowest.work, slowest.sales, bigJs), ...slowest.contender },
    { name: `dinero.js${slowest.note}`, run: dineroRun(slowest.work, slowest.sales), ...slowest.contender },
  ]);
  return {
    must: [
      atMost(times, LINES, 10, BASE_BY_DAY),
      atLeast(times, LINES, 40, decimal),
      atLeast(times, LINES, 15, bigDecimal),
      atLeast(times, LINES, 5, 'own BigInt code'),
      atLeast(times, LINES, 2, 'floating point'),
      atMost(times, RESULT, 40, BASE_BY_DAY),
      atLeast(times, RESULT, 12, decimal),
    ],
    stretch: [
      atMost(times, LINES, 6, BASE_BY_DAY),
      atLeast(times, LINES, 60, decimal),
      atMost(times, RESULT, 25, BASE_BY_DAY),
    ],
  };
}

/** Fewer sales of fewer payees, as many by payee and month, for contenders that take long. */
function part({ rows, payees }: Size, fewer: number): SlowPart {
  const of = workload(fewer, Math.max(1, Math.round((payees * fewer) / rows)));
  const work = arranged(of, dayOrder(of));
  return {
    work,
    sales: sales(work),
    contender: { rows: fewer, check: sameAs(payouts(work)) },
    note: `, ${fewer} rows`,
  };
}

interface SlowPart {
  readonly work: Workload;
  readonly sales: ReturnType<typeof sales>;
  readonly contender: { readonly rows: number; readonly check: ReturnType<typeof sameAs> };
  /** What the contender's name says of it. */
  readonly note: string;
}

/** Floating point may miss by a minor unit. */
function nearly(expected: Float64Array): (answer: Float64Array) => void {
  return (answer) => {
    if (answer.some((payout, slot) => !(Math.abs(payout - expected[slot]!) <= 1)))
      throw new Error('more than a cent off');
  };
}
