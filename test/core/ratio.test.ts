import { describe, expect, test } from 'vitest';
import { addRatios, compareRatios, ratio } from '../../src/core/index.js';
import { thrown } from './thrown.js';

describe('ratio', () => {
  test.each([
    ['2', '3', '0.666666666667'],
    ['-2', '3', '-0.666666666667'],
    ['1', '-8', '-0.125'],
    ['0', '7', '0'],
    ['1', '2000000000000', '0'],
    ['3', '2000000000000', '0.000000000002'],
    ['9007199254740993', '1', '9007199254740993'],
    ['1.50', '0.5', '3'],
  ])('%s / %s = %s', (numerator, denominator, value) => {
    expect(ratio(numerator, denominator).value).toBe(value);
  });

  test('a quotient just off a tie is not rounded twice', () => {
    // 0.5·10⁻¹² less 10⁻⁸⁰: sixty digits of it read as the tie 0.0000000000005
    expect(ratio('0.' + '0'.repeat(12) + '4' + '9'.repeat(67), '1').value).toBe('0');
    expect(ratio('0.0000000000015' + '0'.repeat(67) + '1', '1').value).toBe('0.000000000002');
    expect(ratio('0.0000000000025', '1').value).toBe('0.000000000002');
  });

  test('denominator zero', () => {
    expect(ratio('5.0', '0.00')).toEqual({ numerator: '5', denominator: '0', value: null, reason: 'zeroDenominator' });
  });

  test('no number', () => {
    expect(thrown(() => ratio('1', 'x')).path).toEqual(['denominator']);
    expect(thrown(() => ratio(NaN, 1)).path).toEqual(['numerator']);
  });
});

describe('compareRatios', () => {
  test.each([
    [ratio(1, 3), ratio('0.333333333333', 1), 1],
    [ratio(1, 3), ratio(2, 6), 0],
    [ratio(-1, 2), ratio(1, 2), -1],
    [ratio(1, -2), ratio(1, 3), -1],
    [ratio(-1, -2), ratio(1, 3), 1],
    [ratio(0, -2), ratio(0, 3), 0],
    [ratio(5, 0), ratio(9, 1), 1],
    [ratio(5, 1), ratio(9, 0), -1],
    [ratio(5, 0), ratio(9, 0), 0],
  ])('%j against %j is %s', (a, b, order) => {
    expect(compareRatios(a, b)).toBe(order);
  });

  test('the value is not read', () => {
    expect(compareRatios({ ...ratio(1, 2), value: '9' }, { ...ratio(2, 3), value: '0' })).toBe(-1);
  });
});

describe('addRatios', () => {
  test('keeps a common denominator', () => {
    expect(addRatios(ratio(1, 6), ratio(2, '6.0'))).toEqual({ numerator: '3', denominator: '6', value: '0.5' });
  });
  test('is exact across denominators', () => {
    expect(addRatios(ratio(1, 3), ratio(-1, 7))).toEqual({
      numerator: '4',
      denominator: '21',
      value: '0.190476190476',
    });
  });
  test('has no value where one side has none, and says why', () => {
    const none = { numerator: '0', denominator: '0', value: null, reason: 'noDeals' } as const;
    expect(addRatios(ratio(1, 2), none)).toMatchObject({ value: null, reason: 'noDeals' });
    expect(addRatios(ratio(1, 0), none)).toMatchObject({ value: null, reason: 'zeroDenominator' });
  });
});
