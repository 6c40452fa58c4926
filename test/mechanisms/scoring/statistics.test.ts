import { describe, expect, test } from 'vitest';
import { columnOf } from '../../../src/core/fixed/decimalColumn.js';
import { Decimal } from '../../../src/core/decimal.js';
import {
  concentration,
  flagOutliers,
  forcedDistribution,
  GradeShare,
  pairedEffect,
  quantile,
  quantiles,
} from '../../../src/mechanisms/scoring/index.js';
import { quantileAt, quantilePlace } from '../../../src/mechanisms/scoring/quantile.js';
import { thrown } from '../../core/thrown.js';

const group = (values: readonly (number | string | null)[]) => values.map((value, at) => ({ id: String(at), value }));

test('0.55 of 100 values is the 55th, which floating point makes the 56th', () => {
  const values = Array.from({ length: 100 }, (_, at) => at + 1);
  expect(quantile(values, '0.55', 1)).toBe('55');
  expect(quantile(values, 0.55, 2)).toBe('55.5');
});

test('a quantile has all its digits, thirds have twelve', () => {
  expect(quantile(['0', '1'], '0.00000000000000000001')).toBe('0.00000000000000000001');
  expect(quantile(['0', '1', '2'], '0.3', 8)).toBe('0.333333333333');
  expect(quantile(['90071992547409930', '90071992547409931'], '0.5')).toBe('90071992547409930.5');
  expect(quantiles([], ['0.5'])).toEqual([null]);
});

test('two values of a column are enough for a quantile', () => {
  const { values, scale } = columnOf([new Decimal('2.5'), new Decimal('7'), new Decimal('11')]);
  const place = quantilePlace(3, new Decimal('0.75'), 7);
  expect([place.lower, place.upper]).toEqual([1, 2]);
  expect(quantileAt(place, BigInt(values[1]!), BigInt(values[2]!), scale)).toBe('9');
});

test('a value at the threshold is not flagged, one a hair beyond is', () => {
  // Mean 0, sample variance 4/4 = 1.
  const sd = flagOutliers(group([-1, 1, -1, 1, 0]), { method: 'sd', side: 'low' });
  expect(sd).toMatchObject({ threshold: '-1', flags: [] });
  const beyond = flagOutliers(group(['-1.00000000000000001', 1, -1, 1, 0]), { method: 'sd', side: 'low' });
  expect(beyond).toMatchObject({ threshold: '-1', flags: [{ id: '0' }] });
  const part = flagOutliers(group([80, 110, 110, 100, 100]), { method: 'pctOfMean', side: 'low' });
  expect(part).toMatchObject({ threshold: '80', flags: [] });
});

test('flags come farthest first, then by id; the ids without a value are listed', () => {
  const values = group([10, 10, 10, 10, 10, 1, null, 0, 1]);
  expect(flagOutliers(values, { method: 'pctOfMean', side: 'low', k: '0.5' })).toMatchObject({
    flags: [{ id: '7' }, { id: '5' }, { id: '8' }],
    missing: ['6'],
  });
});

test('parts of a negative mean are below it', () => {
  const result = flagOutliers(group([-100, -100, -100, -100, -100]), { method: 'pctOfMean', side: 'low' });
  expect(result).toMatchObject({ threshold: '-120', flags: [] });
});

test('a group that is too small says so', () => {
  expect(flagOutliers([], { method: 'mad', side: 'low', minGroup: 1 })).toMatchObject({
    status: 'insufficientData',
    n: 0,
  });
  expect(flagOutliers(group([1]), { method: 'sd', side: 'low', minGroup: 1 })).toMatchObject({
    status: 'insufficientData',
  });
  expect(flagOutliers(group([1]), { method: 'mad', side: 'low', minGroup: 1 })).toMatchObject({ status: 'flagged' });
});

test('parts that are all equal are not concentrated', () => {
  const { gini, giniCorrected, effectiveNumber, lorenz } = concentration(['2.50', 2.5, '2.5']);
  expect([gini.value, giniCorrected.value, effectiveNumber.value, lorenz.length]).toEqual(['0', '0', '3', 2]);
  expect(concentration([7]).giniCorrected.value).toBeNull();
  expect(concentration([])).toMatchObject({ n: 0, total: '0', gini: { value: null }, lorenz: [] });
});

test('who lacks a value on one side is not paired', () => {
  const effect = pairedEffect(group([1, 2, null]), group([3, null, 4]));
  expect(effect).toMatchObject({ n: 1, pairs: [{ id: '0', difference: '2' }], unpaired: { pre: ['1'], post: ['2'] } });
  expect(pairedEffect([], [])).toMatchObject({ n: 0, mean: { value: null, reason: 'noPairs' }, sd: null });
});

describe('forced distributions', () => {
  const grades = [
    { grade: 'A', share: '0.5' },
    { grade: 'B', share: '0.50' },
  ];
  const values = [
    { id: 'a', value: 5, facts: { sales: 1 } },
    { id: 'b', value: 5, facts: { sales: 2 } },
  ];
  test('a tie-breaker decides, and what is still equal is promoted', () => {
    const graded = (field: string): string[] =>
      forcedDistribution(values, grades, { ties: 'tieBreaker', tieBreakers: [{ field }] }).entries.map(
        ({ id, grade }) => id + grade,
      );
    expect(graded('sales')).toEqual(['bA', 'aB']);
    expect(graded('other')).toEqual(['aA', 'bA']);
  });
  test('nobody gets no grade', () => {
    const nobody = forcedDistribution([{ id: 'z' }], grades);
    expect(nobody).toEqual({
      entries: [],
      grades: grades.map(({ grade }) => ({ grade, share: '0.5', quota: 0, count: 0 })),
      unranked: ['z'],
    });
  });
  test('the schema takes a grade with its share', () => {
    expect(GradeShare.parse(JSON.parse(JSON.stringify(grades[0])))).toEqual(grades[0]);
    expect(GradeShare.safeParse({ grade: '', share: '0.5' }).success).toBe(false);
    expect(GradeShare.safeParse({ grade: 'A', share: 0.5 }).success).toBe(false);
  });
  test.each([
    [() => forcedDistribution([], []), 'distribution.shares', ['grades']],
    [
      () =>
        forcedDistribution(
          [],
          [
            { grade: 'A', share: '-1' },
            { grade: 'B', share: '2' },
          ],
        ),
      'distribution.shares',
      ['grades', 0, 'share'],
    ],
    [() => forcedDistribution([], [grades[0]!, grades[0]!]), 'ids.duplicate', ['grades', 1, 'grade']],
    [
      () => forcedDistribution([], grades, { ties: 'tieBreaker' } as never),
      'distribution.tieBreakers',
      ['tieBreakers'],
    ],
    [
      () => forcedDistribution([], grades, { ties: 'split', tieBreakers: [] } as never),
      'distribution.tieBreakers',
      ['tieBreakers'],
    ],
  ] as const)('%#', (call, code, path) => {
    expect(thrown(call)).toMatchObject({ code, path });
  });
});

test.each([
  [() => quantile([1], '-0.1'), 'quantile.probability', ['p']],
  [() => quantiles([1], ['0.5', '2']), 'quantile.probability', ['probabilities', 1]],
  [() => quantile([], '0.5', 10 as never), 'option.unknown', ['type']],
  [() => quantile(['1', 'x'], '0.5'), 'decimal.invalid', ['values', 1]],
  [() => concentration(['1', '-0.5']), 'concentration.negative', ['values', 1]],
  [() => pairedEffect([], [{ id: 'a' }, { id: 'a' }]), 'pair.duplicate', ['post', 1, 'id']],
  [() => flagOutliers([], { method: 'sd', side: 'low', k: '-1' }), 'outliers.k', ['k']],
  [() => flagOutliers([], { method: 'sd', side: 'low', minGroup: 0 }), 'outliers.minGroup', ['minGroup']],
  [() => flagOutliers([], { method: 'z' as never, side: 'low' }), 'option.unknown', ['method']],
  [() => flagOutliers([], { method: 'sd', side: 'left' as never }), 'option.unknown', ['side']],
] as const)('%#: what is wrong is named by its place', (call, code, path) => {
  expect(thrown(call)).toMatchObject({ code, path });
});
