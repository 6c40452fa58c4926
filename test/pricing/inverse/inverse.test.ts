import { expect, test } from 'vitest';
import { cliffFree, discountAllowed, graduated, quantityForBudget } from '../../../src/pricing/index.js';

test('a model without cliffs stays the same object', () => {
  const model = graduated([
    { upTo: '5', rate: '7' },
    { upTo: null, rate: '6' },
  ]);
  expect(cliffFree(model)).toEqual(model);
  const callers = { kind: 'callerPriced' } as const;
  expect(cliffFree(callers)).toBe(callers);
});

test('an open total that sinks has no quantity for a budget', () => {
  expect(() => quantityForBudget({ kind: 'perUnit', rate: '-1' }, 5)).toThrow(
    expect.objectContaining({ code: 'tiers.unbounded' }),
  );
});

test('a negative list price is refused', () => {
  expect(() => discountAllowed({ list: -1 })).toThrow(expect.objectContaining({ code: 'pricing.negativePrice' }));
});
