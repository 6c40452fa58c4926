import { type Contender, race } from '../harness.js';
import type { Breakdown } from '../peers/breakdown.js';
import { type Arithmetic, bigDecimalJs, bigJs, decimalJs, decimalRun } from '../peers/decimals.js';
import { dineroRun, minorUnits } from '../peers/dinero.js';
import { integerLoop, tables } from '../peers/integerLoop.js';
import { naiveFloatRun } from '../peers/naiveFloat.js';
import { ownBigIntRun } from '../peers/ownBigInt.js';
import { lines, payouts, sameAs } from '../proof.js';
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
  const exact = new Float64Array(rows);
  const mixed = sales(work, (row) => (row * 7919) % rows);
  const times = await race('Runs over objects in any order', rows, repetitions, [
    { name: BASE, run: () => integerLoop(work, limits, exact), check: sameAs(payouts(work)) },
    { name: ANY, run: objectTotals(work, mixed), check: rightTotals(work) },
  ]);
  return { must: [atMost(times, ANY, 16, BASE)] };
}

async function journalRuns(size: Size): Promise<Findings> {
  const { rows, payees, repetitions } = size;
  const work = workload(rows, payees);
  const byDay = arranged(work, dayOrder(work));
  const limits = tables(work);
  const exact = new Float64Array(rows);
  const journal = sales(byDay);
  const all = { work: byDay, sales: journal, rows, note: '' };
  const slow = size.slowRows === rows ? all : part(size, size.slowRows);
  const slowest = part(size, size.slowestRows);
  const decimal = `decimal.js${slow.note}`;
  const bigDecimal = `bigdecimal.js${slow.note}`;
  const decimals = <D>(name: string, of: Part, math: Arithmetic<D>): Contender => ({
    name,
    rows: of.rows,
    run: decimalRun(of.work, of.sales, math),
    check: rightBreakdown(of.work, (line: D) => Math.round(Number(math.text(line)) * 100)),
  });
  const times = await race('Runs over objects', rows, repetitions, [
    { name: BASE_BY_DAY, run: () => integerLoop(byDay, limits, exact), check: sameAs(payouts(work)) },
    { name: LINES, run: objectLines(byDay, journal), check: rightLines(byDay) },
    { name: RESULT, run: objectResult(byDay, journal), check: rightResult(byDay) },
    { name: 'floating point', run: naiveFloatRun(byDay, journal), check: nearly(byDay) },
    { name: 'own BigInt code', run: ownBigIntRun(byDay, journal), check: rightBreakdown(byDay, Number) },
    decimals(bigDecimal, slow, bigDecimalJs),
    decimals(decimal, slow, decimalJs),
    decimals(`big.js${slowest.note}`, slowest, bigJs),
    {
      name: `dinero.js${slowest.note}`,
      rows: slowest.rows,
      run: dineroRun(slowest.work, slowest.sales),
      check: rightBreakdown(slowest.work, minorUnits),
    },
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
function part({ rows, payees }: Size, fewer: number): Part {
  const of = workload(fewer, Math.max(1, Math.round((payees * fewer) / rows)));
  const work = arranged(of, dayOrder(of));
  return { work, sales: sales(work), rows: fewer, note: `, ${fewer} rows` };
}

interface Part {
  readonly work: Workload;
  readonly sales: ReturnType<typeof sales>;
  readonly rows: number;
  /** What the contender's name says of it. */
  readonly note: string;
}

/** A check that every line and payout is right, once lines are brought to minor units. */
function rightBreakdown<M>(work: Workload, minor: (line: M) => number): (answer: Breakdown<M>) => void {
  const line = sameAs(lines(work));
  const payout = sameAs(payouts(work));
  return (answer) => {
    line(answer.lines.map(minor));
    payout(answer.payouts);
  };
}

/** Floating point may miss by a minor unit. */
function nearly(work: Workload): (answer: Breakdown<number>) => void {
  const expected = payouts(work);
  return (answer) => {
    if (answer.payouts.some((payout, slot) => !(Math.abs(payout - expected[slot]!) <= 1)))
      throw new Error('more than a cent off');
  };
}
