import { compileScorecard, type Scorecard, type ScoreColumns } from '../../src/mechanisms/scoring/index.js';
import { race } from '../harness.js';
import type { Size } from '../sizes.js';
import { type Findings, atMost } from '../targets.js';

const LOOP = 'hand-written loop in doubles';
const COLUMNS = 'scorecard, columns';
const OWN = 'scorecard, columns, everybody with targets of their own';

const ITEMS = 12;
/** Decimals of item scores, and those of a total. */
const POINTS = 1e6;
const CENTS = 1e4;
/** A microsecond a cell, contributions included, in cells of the loop, which takes 150 ns where the bound was set. */
const BOUND = 6;

interface Totals {
  readonly total: Float64Array;
  readonly contributions: readonly Float64Array[];
}

/** Twelve measures of many people, as integers of hundredths, weighed into a total to which the contributions add up. */
export async function scoring({ rows, repetitions }: Size): Promise<Findings> {
  const n = Math.ceil(rows / 10);
  const target = (item: number): number => 40_000 + 1234 * item;
  const values = Array.from({ length: ITEMS }, (_, item) =>
    Float64Array.from({ length: n }, (_, row) => (row * 7919 + item * 104_729) % 70_001),
  );
  const targets = Array.from({ length: ITEMS }, (_, item) => new Float64Array(n).fill(target(item)));
  const column = (cells: Float64Array): ScoreColumns['metrics'][string] => ({ values: cells, scale: 2 });
  const columns: ScoreColumns = {
    n,
    metrics: Object.fromEntries(
      values.flatMap((cells, item) => [
        [`m${item}`, column(cells)],
        [`t${item}`, column(targets[item]!)],
      ]),
    ),
  };
  const cardWith = (targetOf: (item: number) => string | { readonly metric: string }): Scorecard => ({
    id: 'twelve',
    items: values.map((_, item) => ({
      id: `i${String(item).padStart(2, '0')}`,
      metric: `m${item}`,
      weight: String(item + 3),
      normaliser: { kind: 'attainment', target: targetOf(item), capAt: '1.2' },
    })),
  });
  const fixed = compileScorecard(cardWith((item) => (target(item) / 100).toFixed(2)));
  const own = compileScorecard(cardWith((item) => ({ metric: `t${item}` })));
  const expected = loop(values, target);
  const scored = (evaluator: typeof fixed) => (): Totals => {
    const { total, items } = evaluator.columns(columns);
    return { total, contributions: items.map(({ contribution }) => contribution) };
  };
  const cells = n * ITEMS;
  const times = await race('Scorecards of twelve measures, a cell', cells, repetitions, [
    { name: LOOP, run: () => loop(values, target), check: sameTotals(expected) },
    { name: COLUMNS, run: scored(fixed), check: sameTotals(expected) },
    { name: OWN, run: scored(own), check: sameTotals(expected) },
  ]);
  return {
    must: [atMost(times, COLUMNS, BOUND, LOOP), atMost(times, OWN, BOUND, LOOP)],
  };
}

/**
 * What somebody would write for this one card: each score to six decimals, the mean to two, and the cents that are left to
 * the largest remainders. The sizes are such that doubles are exact but for the scores, where no tie occurs.
 */
function loop(values: readonly Float64Array[], target: (item: number) => number): Totals {
  const n = values[0]!.length;
  const total = new Float64Array(n);
  const contributions = values.map(() => new Float64Array(n));
  const factors = values.map((_, item) => (100 * POINTS) / target(item));
  const weights = values.map((_, item) => item + 3);
  const divisor = weights.reduce((sum, weight) => sum + weight, 0) * CENTS;
  const rest = new Float64Array(values.length);
  for (let row = 0; row < n; row++) {
    let sum = 0;
    let left = 0;
    for (let item = 0; item < values.length; item++) {
      const score = Math.min(Math.round(values[item]![row]! * factors[item]!), 120 * POINTS);
      const points = score * weights[item]!;
      const part = Math.floor(points / divisor);
      rest[item] = points - part * divisor;
      contributions[item]![row] = part;
      left -= part;
      sum += points;
    }
    total[row] = roundEven(sum / divisor);
    for (left += total[row]!; left > 0; left--) {
      let largest = 0;
      for (let item = 1; item < rest.length; item++) if (rest[item]! > rest[largest]!) largest = item;
      contributions[largest]![row]!++;
      rest[largest] = -1;
    }
  }
  return { total, contributions };
}

function roundEven(value: number): number {
  const floor = Math.floor(value);
  return value - floor === 0.5 ? floor + (floor % 2) : Math.round(value);
}

function sameTotals(expected: Totals): (answer: Totals) => void {
  return ({ total, contributions }) => {
    total.forEach((value, row) => {
      if (value !== expected.total[row]) throw new Error(`total ${value} of row ${row}, not ${expected.total[row]}`);
      contributions.forEach((column, item) => {
        if (column[row] !== expected.contributions[item]![row]) throw new Error(`contribution ${item} of row ${row}`);
      });
    });
  };
}
