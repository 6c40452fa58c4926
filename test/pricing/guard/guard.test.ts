import { expect, test } from 'vitest';
import { checkPrice, findArbitrage, type PriceGuard, priceCorridor } from '../../../src/pricing/index.js';

const guard: PriceGuard = { code: 'g', kind: 'floor', amount: '10', from: '2026-01-01', to: '2026-02-01' };
const at = (on: string, more: object = {}): boolean => checkPrice([guard], { sku: 'a', price: '9', on, ...more }).ok;

test('a guard holds from its first day up to the day before its end', () => {
  expect(['2025-12-31', '2026-01-01', '2026-01-31', '2026-02-01'].map((on) => at(on))).toEqual([
    true,
    false,
    false,
    true,
  ]);
});

test('a guard of a key that is not known does not apply, not even one that objects inherit', () => {
  const keyed = { ...guard, keys: { region: 'EU', constructor: 'x' } };
  expect(checkPrice([keyed], { sku: 'a', price: '9', on: '2026-01-01' }).ok).toBe(true);
  const one = { ...guard, keys: { region: ['EU', 'US'], sku: 'a' } };
  const of = (region: string): boolean =>
    checkPrice([one], { sku: 'a', price: '9', on: '2026-01-01', context: { region } }).ok;
  expect(['EU', 'US', 'CN'].map(of)).toEqual([false, false, true]);
});

test('codes are distinct, and a margin leaves something', () => {
  expect(() => checkPrice([guard, guard], { sku: 'a', price: '9', on: '2026-01-01' })).toThrow(
    expect.objectContaining({ code: 'pricing.duplicateCode', path: ['guards', 1, 'code'] }),
  );
  expect(() => findArbitrage([{ code: 'a' }, { code: 'a' }])).toThrow(
    expect.objectContaining({ code: 'pricing.duplicateCode' }),
  );
  expect(() => priceCorridor({ cost: 1, minMargin: 1 })).toThrow(
    expect.objectContaining({ code: 'pricing.marginRange' }),
  );
});
