import { type Contender, race } from '../harness.js';
import { bigTables, bigint64Loop, integerLoop, integerTotals, tables } from '../peers/integerLoop.js';
import { native } from '../peers/native.js';
import { payouts, sameAs, sameOnceRounded } from '../proof.js';
import type { Size } from '../sizes.js';
import { columnLines, columnTotals, rightLines, rightTotals } from '../subject.js';
import { type Findings, atMost } from '../targets.js';
import { arranged, dayOrder, slotOrder, workload } from '../workload.js';

const BASE = 'integer loop';
const BASE_BY_DAY = 'integer loop, rows by day';
const C = 'integer loop in C';
const GIVEN = 'lines, order given';
const VERIFIED = 'lines, order verified, rows by day';
const SORTED = 'lines, rows in any order sorted';
const GROUPED = 'lines, order given, rows grouped by slot';
const TOTALS = 'totals';

/** A run from columns to columns against the integer loop over the same columns, in JavaScript and in C. */
export async function columns({ rows, payees, repetitions }: Size): Promise<Findings> {
  const work = workload(rows, payees);
  const journal = dayOrder(work);
  const byDay = arranged(work, journal);
  const bySlot = arranged(work, slotOrder(work));
  const limits = tables(work);
  const lines = new Float64Array(rows);
  const check = sameAs(payouts(work));
  const big = bigTables(work, limits);
  const bigLines = new BigInt64Array(rows);
  const c = native(work, limits);

  const contenders: Contender[] = [
    { name: BASE, run: () => integerLoop(work, limits, lines), check },
    { name: BASE_BY_DAY, run: () => integerLoop(byDay, limits, lines), check },
    { name: GIVEN, run: columnLines(work, 'given'), check: rightLines(work) },
    { name: VERIFIED, run: columnLines(byDay, 'verify'), check: rightLines(byDay) },
    { name: SORTED, run: columnLines(work, 'verify'), check: rightLines(work, journal) },
    { name: GROUPED, run: columnLines(bySlot, 'given'), check: rightLines(bySlot) },
    { name: TOTALS, run: columnTotals(work), check: rightTotals(work) },
    { name: 'integer loop, totals', run: () => integerTotals(work, limits), check },
    { name: 'BigInt64Array loop', run: () => bigint64Loop(work, big, bigLines), check: sameOnceRounded(work) },
  ];
  if (c === undefined) console.log('\nC is skipped: cc compiles nothing here');
  else contenders.push({ name: C, run: () => c.run(), check: c.rightSum(payouts(work)) });
  const times = await race('Runs over columns', rows, repetitions, contenders);
  c?.close();
  return {
    must: [
      atMost(times, GIVEN, 1.6, BASE),
      atMost(times, VERIFIED, 1.8, BASE_BY_DAY),
      atMost(times, SORTED, 3.5, BASE),
      atMost(times, TOTALS, 0.5, BASE),
    ],
    stretch: [
      atMost(times, GIVEN, 1, BASE),
      ...(c === undefined ? [] : [atMost(times, GIVEN, 1.5, C)]),
      atMost(times, GROUPED, 0.6, BASE),
      atMost(times, SORTED, 2.7, BASE),
      atMost(times, TOTALS, 0.3, BASE),
    ],
  };
}
