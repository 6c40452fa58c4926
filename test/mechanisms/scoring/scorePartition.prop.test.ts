import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptySummary } from '../../../src/core/index.js';
import {
  compileScorecard,
  type ScoreColumns,
  type ScoredColumns,
  type Scorecard,
  type ScorePart,
} from '../../../src/mechanisms/scoring/index.js';
import { expectAddsUp } from './addsUp.js';
import { groupNormaliser, ownNormaliser, scorecard } from './scorecard.arb.js';

const json = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

/** The figures of scores and the result of each row, which adds up. */
function figures({ result, ...scored }: ScoredColumns): unknown {
  const results = Array.from({ length: scored.n }, (_, row) => result(row));
  results.forEach((each, row) => {
    if (each === null) return expect(scored.covered[row]).toBe(0);
    expectAddsUp(each);
    const share = scored.weight === 0 ? null : scored.covered[row]! / scored.weight;
    if (share === null) expect(each.coverage.value).toBeNull();
    else expect(Number(each.coverage.value)).toBeCloseTo(share, 11);
  });
  return { ...scored, results };
}

function batched(card: Scorecard, columns: ScoreColumns, by: number, order: number, group?: ScoreColumns): unknown {
  const { partition, compute, merge, finish } = compileScorecard(card);
  const summaries = partition(columns, by, group === undefined ? {} : { group }).map((part) =>
    json(compute(json(part))),
  );
  const turned = [...summaries.slice(order % by), ...summaries.slice(0, order % by), ...summaries.toReversed()];
  return figures(finish(turned.reduce((sum, each) => merge(each, sum), emptySummary<ScorePart>())));
}

const cell = fc.oneof({ weight: 5, arbitrary: fc.integer({ min: -5_000, max: 60_000 }) }, fc.constant(NaN));
const columns = fc
  .array(fc.tuple(cell, cell, cell, cell), { minLength: 1, maxLength: 9 })
  .map((rows): ScoreColumns => ({
    n: rows.length,
    ids: rows.map((_, row) => `e${(row * 7) % 10}`),
    metrics: Object.fromEntries(
      ['m0', 'm1', 'm2', 'm3'].map((name, at) => [
        name,
        { values: Float64Array.from(rows, (row) => row[at]!), scale: 2 },
      ]),
    ),
  }));

test('columns scored in partitions, in any order, some twice, give the scores of one call', () => {
  fc.assert(
    fc.property(
      scorecard(fc.oneof(groupNormaliser, ownNormaliser)),
      columns,
      columns,
      fc.integer({ min: 1, max: 5 }),
      fc.nat(),
      (card, rows, group, by, order) => {
        const { columns: score } = compileScorecard(card);
        expect(batched(card, rows, by, order)).toEqual(figures(score(rows)));
        expect(batched(card, rows, by, order, group)).toEqual(figures(score(rows, { group })));
      },
    ),
    // Every run compares four whole batches.
    { numRuns: 300 },
  );
});

test('faults keep their rows, integers of 64 bits and facts their values', () => {
  const card: Scorecard = {
    id: 'marks',
    items: [{ id: 'mark', metric: 'mark', weight: '1', normaliser: { kind: 'direct' }, missing: 'carryForward' }],
    gates: [{ id: 'late', when: { field: 'late', op: 'eq', value: true }, effect: { kind: 'zero' } }],
  };
  const rows: ScoreColumns = {
    n: 4,
    ids: ['d', 'c', 'b', 'a'],
    metrics: { mark: { values: BigInt64Array.of(80n, 101n, 7n, -1n), scale: 0 } },
    facts: { late: [true, false, undefined, false] },
    lastScores: { mark: { values: Float64Array.of(10, NaN, 30, 40), scale: 0 } },
  };
  const whole = compileScorecard(card).columns(rows);
  expect(whole.rejected.map(({ index, id }) => [index, id])).toEqual([
    [3, 'a'],
    [1, 'c'],
  ]);
  for (const by of [1, 2, 3, 9]) expect(batched(card, rows, by, by)).toEqual(figures(whole));
});
