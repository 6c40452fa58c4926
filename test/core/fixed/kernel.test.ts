import { expect, test } from 'vitest';
import { chooseKernel, kernelFor } from '../../../src/core/fixed/kernel.js';
import { pieceTable } from '../../../src/core/fixed/pieceTable.js';
import { quotient } from '../../../src/core/fixed/quotient.js';
import { roundSafe } from '../../../src/core/fixed/safeQuotient.js';

test.each([
  // product, factor, divisor
  [0, 0, 1, 'safe'],
  [2 ** 52, 2 ** 40, 1e6, 'safe'],
  [2 ** 53, 2 ** 40, 1e6, 'wide'],
  [2 ** 53 - 2 ** 13 - 1e6, 2 ** 40, 1e6, 'safe'],
  [2 ** 52, 2 ** 52, 1, 'safe'],
  [2 ** 53, 2 ** 53, 1, 'bigint'],
  [2 ** 51, 2 ** 40, 2, 'bigint'],
  [2 ** 50, 2 ** 40, 2, 'safe'],
  [2 ** 49 * 1e9, 2 ** 52, 1e9, 'wide'],
  [2 ** 50 * 1e9, 2 ** 52, 1e9, 'bigint'],
  [2 ** 60, 2 ** 53, 1e9, 'bigint'],
  [2 ** 60, 2 ** 52, 1_700_000_000, 'wide'],
  [2 ** 60, 2 ** 52, 1_700_000_001, 'bigint'],
  [2 ** 52, 2 ** 40, 2 ** 51, 'safe'],
  [0, NaN, 1, 'bigint'],
  [0, Infinity, 1, 'bigint'],
] as const)('products to %d of factors to %d over %d', (product, factor, divisor, kernel) => {
  expect(kernelFor(product, factor, divisor)).toBe(kernel);
});

test('a table asks for the kernel of the pieces that the totals can reach', () => {
  const table = pieceTable(1_000_000n, 'halfEven', [
    {
      pieces: [
        { last: 10n ** 9n, slope: 50_000n, offset: 0n },
        { last: null, slope: 2n ** 54n, offset: 0n },
      ],
    },
  ]);
  expect(chooseKernel(table, 10 ** 9)).toBe('safe');
  expect(chooseKernel(table, 10 ** 9 + 1)).toBe('bigint');
  expect(chooseKernel(table, NaN)).toBe('bigint');
  expect(chooseKernel(pieceTable(1n, 'halfEven', []), 5)).toBe('safe');
});

test('the offset of a piece counts as its product does', () => {
  const table = pieceTable(1_000_000n, 'halfEven', [{ pieces: [{ last: null, slope: 1n, offset: 2n ** 53n }] }]);
  expect(chooseKernel(table, 1)).toBe('wide');
});

test('slots with divisors of their own go by bigints', () => {
  const pieces = [{ last: null, slope: 1n, offset: 0n }];
  expect(chooseKernel(pieceTable(3n, 'up', [{ pieces, divisor: 3n }]), 9)).toBe('safe');
  expect(chooseKernel(pieceTable(3n, 'up', [{ pieces }, { pieces, divisor: 7n }]), 9)).toBe('bigint');
});

test('values over the divisor 1 are what they are', () => {
  for (const value of [0, 1, -1, 2 ** 51 + 1, 2 ** 52 + 1, 2 ** 53 - 1, 1 - 2 ** 53, -(2 ** 52) - 1]) {
    expect(roundSafe(value, quotient(1n, 'halfEven'))).toBe(value);
    expect(roundSafe(value, quotient(1n, 'floor'))).toBe(value);
  }
});
