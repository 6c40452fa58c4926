import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plus, toDecimal, toText } from '../../../src/core/decimal.js';
import {
  breakEvenVolumeChange,
  competitorPrice,
  dynamicPrice,
  DynamicPricePolicy,
  goodBetterBest,
  optimalPriceLinear,
} from '../../../src/pricing/index.js';

const hundredths = (min: number, max: number): fc.Arbitrary<string> =>
  fc.integer({ min, max }).map((units) => String(units / 100));
const policies = fc.record(
  {
    code: fc.constant('p'),
    factors: fc
      .array(fc.record({ y: hundredths(50, 200), min: hundredths(80, 100), max: hundredths(100, 130) }), {
        maxLength: 3,
      })
      .map((each) =>
        each.map(({ y, min, max }, index) => ({
          code: `f${index}`,
          input: `i${index}`,
          curve: { points: [{ x: '0', y }] },
          min,
          max,
        })),
      ),
    maxUp: hundredths(0, 30),
    maxDown: hundredths(0, 30),
    perDayUp: hundredths(0, 30),
    perDayDown: hundredths(0, 30),
    floor: hundredths(5000, 9000),
    ceiling: hundredths(9000, 15_000),
    round: fc.record({
      increment: fc.constantFrom('0.01', '0.5', '7'),
      mode: fc.constantFrom('halfUp' as const, 'up' as const),
    }),
  },
  { requiredKeys: ['code', 'factors'] },
);

test('base and deltas come to the price, which lies within every bound that rounding leaves', () => {
  fc.assert(
    fc.property(
      policies,
      hundredths(5000, 15_000),
      hundredths(5000, 15_000),
      fc.nat(2),
      (policy, base, current, known) => {
        const inputs = Object.fromEntries(Array.from({ length: known }, (_, index) => [`i${index}`, '1']));
        const result = dynamicPrice({ policy, base, current, dayOpen: current, inputs });
        const end = result.steps.reduce((running, { delta, running: after }) => {
          const now = plus(running, toDecimal(delta));
          expect(toText(now)).toBe(after);
          return now;
        }, toDecimal(base));
        expect(toText(end)).toBe(result.price);
        expect(result.missing).toEqual(policy.factors.slice(known).map(({ code }) => code));
        if (policy.floor !== undefined) expect(end.gte(policy.floor)).toBe(true);
        if (policy.ceiling !== undefined) expect(end.lte(policy.ceiling)).toBe(true);
        const { round, floor, ceiling, maxUp } = policy;
        if (round !== undefined && !result.isUnrounded) expect(end.mod(round.increment).isZero()).toBe(true);
        if (round === undefined && floor === undefined && maxUp !== undefined)
          expect(end.lte(toDecimal(current).times(plus(toDecimal('1'), toDecimal(maxUp))))).toBe(true);
        if (round === undefined) expect(result.isUnrounded).toBe(false);
        if (result.isUnrounded) expect(floor !== undefined && ceiling !== undefined).toBe(true);
        expect(DynamicPricePolicy.parse(JSON.parse(JSON.stringify(policy)))).toEqual(policy);
      },
    ),
    { numRuns: 500 },
  );
});

test('the order of quotes changes nothing, and a statistic lies among them', () => {
  const quote = fc.record({
    rival: fc.constantFrom('a', 'b', 'c'),
    price: hundredths(100, 9000),
    on: fc.constantFrom('2026-02-01', '2026-02-28', '2026-03-02'),
  });
  fc.assert(
    fc.property(
      fc.uniqueArray(quote, { maxLength: 6, selector: ({ rival, on }) => rival + on }),
      fc.constantFrom('min' as const, 'median' as const, 'mean' as const, 'max' as const),
      (quotes, statistic) => {
        const pricing = { on: '2026-03-01', maxAgeDays: 20, statistic };
        const result = competitorPrice({ ...pricing, quotes });
        expect(competitorPrice({ ...pricing, quotes: quotes.toReversed() })).toEqual(result);
        if (result.status === 'noQuotes') expect(quotes.every(({ on }) => on !== '2026-02-28')).toBe(true);
        else {
          const prices = result.used.map(({ price }) => Number(price));
          expect(Number(result.price)).toBeGreaterThanOrEqual(Math.min(...prices) - 1e-9);
          expect(Number(result.price)).toBeLessThanOrEqual(Math.max(...prices) + 1e-9);
        }
      },
    ),
    { numRuns: 500 },
  );
});

test('the volume that breaks even brings the same contribution, and no price on a line earns more', () => {
  fc.assert(
    fc.property(
      hundredths(-30, 30),
      hundredths(31, 90),
      fc.integer({ min: 1, max: 50 }),
      fc.integer({ min: 0, max: 30 }),
      (change, rate, b, cost) => {
        const needed = breakEvenVolumeChange({ priceChange: change, contributionRate: rate });
        if (!needed.ok) throw new Error('it leaves a contribution');
        const volume = 1 + Number(needed.volumeChange.value);
        expect(volume * (Number(rate) + Number(change))).toBeCloseTo(Number(rate), 9);
        const best = optimalPriceLinear({ a: 2000, b, cost });
        if (!best.ok) throw new Error('something is sold at cost');
        for (const price of [Number(best.exact) - 1, Number(best.exact) + 1]) {
          expect((2000 - b * price) * (price - cost)).toBeLessThan(Number(best.profit));
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('everybody takes what is worth most to them, or nothing', () => {
  const value = fc.integer({ min: 0, max: 20 });
  const world = fc.record({
    offers: fc.array(fc.record({ price: value, cost: value }), { maxLength: 4 }),
    segments: fc.array(fc.record({ size: value, values: fc.array(value, { minLength: 4, maxLength: 4 }) }), {
      maxLength: 4,
    }),
  });
  fc.assert(
    fc.property(world, (drawn) => {
      const offers = drawn.offers.map((offer, index) => ({ code: `o${index}`, ...offer }));
      const segments = drawn.segments.map(({ size, values }, index) => ({
        code: `s${index}`,
        size,
        values: Object.fromEntries(values.map((each, at) => [`o${at}`, each])),
      }));
      const choice = goodBetterBest({ segments, offers });
      for (const { segment, offer, surplus } of choice.segments) {
        const { values } = segments.find(({ code }) => code === segment)!;
        const best = Math.max(...offers.map(({ code, price }) => values[code]! - price));
        if (offer === null) expect(best).toBeLessThan(0);
        else expect(Number(surplus)).toBe(best);
      }
      expect(goodBetterBest({ segments: segments.toReversed(), offers: offers.toReversed() })).toEqual(choice);
      for (const code of choice.dominated) {
        const takers = choice.segments.filter((one) => one.offer === code && one.surplus !== null);
        for (const { segment, surplus } of takers) {
          const { values } = segments.find((one) => one.code === segment)!;
          expect(
            offers.some((other) => other.code !== code && values[other.code]! - other.price === Number(surplus)),
          ).toBe(true);
        }
      }
    }),
    { numRuns: 500 },
  );
});
