import { forcedDistribution, quantile, rank } from '../../src/mechanisms/scoring/index.js';
import { race } from '../harness.js';
import type { Size } from '../sizes.js';
import { type Findings, atLeast, atMost } from '../targets.js';

const SORT = 'sort of a typed array of the values';
const OBJECTS = 'sort of an array of objects';
const RANK = 'rank';
const FORCED = 'forcedDistribution';
const MEDIAN = 'quantile';

const GRADES = [
  { grade: 'A', share: '0.1' },
  { grade: 'B', share: '0.2' },
  { grade: 'C', share: '0.6' },
  { grade: 'D', share: '0.1' },
];

interface Entry {
  readonly id: string;
  readonly value: string;
}

/** Ranks of many entries with ties, from decimal strings: the library against sorts of numbers that were read before. */
export async function ranking({ rows, repetitions }: Size): Promise<Findings> {
  const cents = Float64Array.from({ length: rows }, (_, row) => (row * 48_271) % 500_009);
  const entries = Array.from(cents, (cent, row): Entry => ({
    id: `P${String((row * 7919) % rows).padStart(7, '0')}`,
    value: (cent / 100).toFixed(2),
  }));
  const numbers = Array.from(cents, (value, row) => ({ id: entries[row]!.id, value }));
  const sorted = cents.toSorted();
  const times = await race('Ranking with ties', rows, repetitions, [
    { name: SORT, run: () => cents.toSorted() },
    {
      name: OBJECTS,
      run() {
        const order = numbers.toSorted((a, b) => b.value - a.value || (a.id < b.id ? -1 : 1));
        let rank = 0;
        return order.map(({ id, value }, place) => {
          if (value !== order[place - 1]?.value) rank = place + 1;
          return { id, value, rank };
        });
      },
      check: sameRanks(sorted, (value: number) => value),
    },
    {
      name: RANK,
      run: () => rank(entries).ranked,
      check: sameRanks(sorted, (text: string) => Math.round(Number(text) * 100)),
    },
    {
      name: FORCED,
      run: () => forcedDistribution(entries, GRADES),
      check({ grades }: ReturnType<typeof forcedDistribution>) {
        if (grades.reduce((sum, { count }) => sum + count, 0) !== rows) throw new Error('somebody has no grade');
      },
    },
    {
      name: MEDIAN,
      run: () =>
        quantile(
          entries.map(({ value }) => value),
          '0.5',
        ),
      check(median: string) {
        const middle = (sorted[(rows - 1) >> 1]! + sorted[rows >> 1]!) / 200;
        if (Number(median) !== middle) throw new Error('the median differs');
      },
    },
  ]);
  return {
    must: [atLeast(times, RANK, 1.5, OBJECTS), atLeast(times, FORCED, 1.5, OBJECTS), atMost(times, MEDIAN, 3, SORT)],
  };
}

/** Best first, each rank one more than the number of better values. */
function sameRanks<Value>(
  sorted: Float64Array,
  read: (value: Value) => number,
): (answer: readonly { readonly value: Value; readonly rank: number }[]) => void {
  return (answer) => {
    let expected = 0;
    answer.forEach(({ value, rank }, place) => {
      const cents = sorted[sorted.length - 1 - place]!;
      if (cents !== sorted[sorted.length - place]) expected = place + 1;
      if (read(value) !== cents || rank !== expected) throw new Error('a rank differs');
    });
  };
}
