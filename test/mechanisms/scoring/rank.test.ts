import { describe, expect, test } from 'vitest';
import { ecdf, minMaxScores, percentRank, rank, zScores } from '../../../src/mechanisms/scoring/index.js';
import { thrown } from '../../core/thrown.js';

test('nothing ranks as nothing, and one value is first', () => {
  expect(rank([])).toEqual({ ranked: [], unranked: [] });
  for (const call of [percentRank, ecdf, zScores, minMaxScores]) expect(call([])).toEqual({ scores: [], unranked: [] });
  expect(rank([{ id: 'a', value: 0 }])).toEqual({ ranked: [{ id: 'a', value: '0', rank: 1 }], unranked: [] });
  expect(zScores([{ id: 'a', value: 5 }], { sd: 'sample' }).scores).toEqual([{ id: 'a', value: '5', score: 0 }]);
});

test('values are equal as decimals, however they are written and whatever their size', () => {
  const huge = '9007199254740993';
  const values = [
    { id: 'd', value: '1.50' },
    { id: 'c', value: 1.5 },
    { id: 'b', value: `${huge}.000` },
    { id: 'a', value: 9007199254740992n },
    { id: 'e', value: null },
    { id: 'f' },
  ];
  expect(rank(values)).toEqual({
    ranked: [
      { id: 'b', value: huge, rank: 1 },
      { id: 'a', value: '9007199254740992', rank: 2 },
      { id: 'c', value: '1.5', rank: 3 },
      { id: 'd', value: '1.5', rank: 3 },
    ],
    unranked: ['e', 'f'],
  });
});

test('0 is a value, and lower may be better', () => {
  const values = [
    { id: 'a', value: '-1' },
    { id: 'b', value: '0' },
    { id: 'c', value: '3' },
  ];
  expect(rank(values, { direction: 'lower' }).ranked.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  expect(percentRank(values, { direction: 'lower' }).scores.map(({ score }) => score.value)).toEqual(['1', '0.5', '0']);
});

test('tie-breakers count in their order, also those of nested facts', () => {
  const values = [
    { id: 'a', value: 1, facts: { margin: '3', visits: { done: 1 } } },
    { id: 'b', value: 1, facts: { margin: '3.0', visits: { done: 2 } } },
    { id: 'c', value: 1, facts: { margin: '4' } },
    { id: 'd', value: 1 },
  ];
  const tieBreakers = [{ field: 'margin' }, { field: 'visits.done' }];
  expect(rank(values, { tieBreakers }).ranked.map(({ id, rank }) => [id, rank])).toEqual([
    ['c', 1],
    ['b', 2],
    ['a', 3],
    ['d', 4],
  ]);
  expect(rank(values, { tieBreakers: [{ field: 'margin' }] }).ranked.map(({ id, rank }) => [id, rank])).toEqual([
    ['c', 1],
    ['a', 2],
    ['b', 2],
    ['d', 4],
  ]);
});

test('all equal: no spread, and the middle or the top by policy', () => {
  const values = [
    { id: 'a', value: '2' },
    { id: 'b', value: '2.0' },
  ];
  expect(minMaxScores(values).scores.map(({ score }) => score.value)).toEqual(['0.5', '0.5']);
  expect(minMaxScores(values, { allEqual: '1' }).scores.map(({ score }) => score.value)).toEqual(['1', '1']);
  expect(zScores(values).scores.map(({ score }) => score)).toEqual([0, 0]);
});

test('z-scores of values that no double holds are finite', () => {
  const [low, high] = ['1', '9'].map((digit) => digit.repeat(900));
  const scores = zScores([
    { id: 'a', value: low! },
    { id: 'b', value: high! },
  ]).scores.map(({ score }) => score);
  expect(scores).toEqual([1, -1]);
});

test('many entries of a wide range are ranked as their sorted values', () => {
  const n = 100_000;
  const values = Array.from({ length: n }, (_, at) => ({
    id: `r${(at * 7919) % n}`,
    value: String(((at * 104_729) % 1009) * 10_000_000_019),
  }));
  const { ranked } = rank(values);
  const sorted = Float64Array.from(values, ({ value }) => Number(value))
    .sort()
    .reverse();
  expect(ranked.every(({ value }, at) => Number(value) === sorted[at])).toBe(true);
  expect(
    ranked.every((each, at) => {
      const before = ranked[at - 1];
      return before === undefined || before.rank < each.rank || (before.rank === each.rank && before.id < each.id);
    }),
  ).toBe(true);
});

describe('what is wrong is named by its place', () => {
  test.each([
    [
      () =>
        rank([
          { id: 'a', value: 1 },
          { id: 'b', value: 2 },
          { id: 'a', value: 3 },
        ]),
      'ids.duplicate',
      ['values', 2, 'id'],
    ],
    [() => rank([{ id: 5 as never, value: 1 }]), 'key.invalid', ['values', 0, 'id']],
    [
      () =>
        rank([
          { id: 'a', value: 1 },
          { id: 'b', value: '1e3' },
        ]),
      'decimal.invalid',
      ['values', 1, 'value'],
    ],
    [() => rank([{ id: 'a', value: NaN }]), 'decimal.invalid', ['values', 0, 'value']],
    [() => rank([], { ties: 'best' as never }), 'option.unknown', ['ties']],
    [() => rank([], { direction: 'up' as never }), 'option.unknown', ['direction']],
    [
      () => rank([], { tieBreakers: [{ field: 'x', direction: 'up' as never }] }),
      'option.unknown',
      ['tieBreakers', 0, 'direction'],
    ],
    [() => rank([], { tieBreakers: [{ field: '__proto__' }] }), 'key.forbidden', ['tieBreakers', 0, 'field']],
    [
      () => rank([{ id: 'a', value: 1, facts: { m: 'x' } }], { tieBreakers: [{ field: 'm' }] }),
      'decimal.invalid',
      ['values', 0, 'facts', 'm'],
    ],
    [() => zScores([], { sd: 'n' as never }), 'option.unknown', ['sd']],
    [() => minMaxScores([], { allEqual: '0' as never }), 'option.unknown', ['allEqual']],
  ] as const)('%#: %s', (call, code, path) => {
    expect(thrown(call)).toMatchObject({ code, path });
  });
});
