import { expect, test } from 'vitest';
import { dynamicPrice, MarketSnapshot, ProductProfile, profileGaps } from '../../../src/pricing/index.js';

test('a curve that says nothing beyond its points counts as a missing input', () => {
  const curve = {
    points: [
      { x: '0', y: '2' },
      { x: '1', y: '2' },
    ],
    extrapolate: { above: 'none' as const },
  };
  const policy = { code: 'p', factors: [{ code: 'f', input: 'i', curve }] };
  const of = (i: number) => dynamicPrice({ policy, base: 10, current: 10, inputs: { i } });
  expect([of(1).price, of(2).price, of(2).missing]).toEqual(['20', '10', ['f']]);
});

test('a step down is a fraction of what there is', () => {
  const policy = { code: 'p', factors: [], maxDown: '1.5' };
  expect(() => dynamicPrice({ policy, base: 10, current: 10, inputs: {} })).toThrow(
    expect.objectContaining({ code: 'pricing.rateRange' }),
  );
});

test('profiles and snapshots are plain data', () => {
  const profile: ProductProfile = {
    id: 'p',
    features: [],
    strengths: [' '],
    weaknesses: ['price'],
    uses: ['wells'],
    rivals: ['x'],
    positioning: 'value',
  };
  expect(ProductProfile.parse(profile)).toEqual(profile);
  expect(profileGaps(profile)).toEqual({ parts: ['features', 'strengths'], features: [] });
  const snapshot: MarketSnapshot = {
    id: 'm',
    on: '2026-03-01',
    segment: 'wells',
    size: '1000',
    growth: '0.05',
    ownShare: '0.1',
    rivalShares: { x: '0.4' },
    positioning: 'value',
    source: 'survey',
  };
  expect(MarketSnapshot.parse(JSON.parse(JSON.stringify(snapshot)))).toEqual(snapshot);
  expect(MarketSnapshot.safeParse({ ...snapshot, on: '2026-02-30' }).success).toBe(false);
});
