import { expect, test } from 'vitest';
import { compareOfferCost, goodBetterBest, OfferTerms, presets } from '../../src/pricing/index.js';

test('nioBattery: 70,000 are paid off by 72 rents of 980 without interest, and later with it', () => {
  expect(OfferTerms.parse(presets.nioBattery)).toEqual(presets.nioBattery);
  expect(compareOfferCost({ ...presets.nioBattery, rate: '0' })).toMatchObject({
    breakEvenMonth: 72,
    breakEvenExact: '71.4286',
  });
  expect(compareOfferCost(presets.nioBattery)).toMatchObject({ breakEvenMonth: 85, indifferenceRate: '0.077303' });
});

test('nioBattery2024: at 728 a month eight years of rent never come to the price', () => {
  expect(OfferTerms.parse(presets.nioBattery2024)).toEqual(presets.nioBattery2024);
  const { breakEvenMonth, lease } = compareOfferCost({ ...presets.nioBattery2024, rate: '0' });
  expect([breakEvenMonth, lease.length, lease[0]!.amount]).toEqual(['never', 96, '728']);
});

test('silverGoldPlatinum: each offer costs more than the one before, and earns more', () => {
  const margins = presets.silverGoldPlatinum.map(({ price, cost }) => Number(price) - Number(cost));
  expect(margins).toEqual([29, 59, 124]);
  const values = { silver: 49, gold: 99, platinum: 199 };
  const { segments, dominated } = goodBetterBest({
    segments: [{ code: 'all', size: 1, values }],
    offers: presets.silverGoldPlatinum,
  });
  // Of three that are worth their price the dearest is taken.
  expect([segments[0]!.offer, dominated]).toEqual(['platinum', []]);
});
