import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareRatios, ratio } from '../../src/core/index.js';
import { compilePipeline, explainWinRate, funnel, stageDurations, winRate } from '../../src/pipeline/index.js';
import { log, pipeline } from './deals.arb.js';

const { fold } = compilePipeline(pipeline);
const deals = log.map((events) => fold(events, { enforce: 'record' }).deals);
const options = fc.record({
  reach: fc.constantFrom('atOrBeyond', 'touched', 'touchedAll'),
  conversion: fc.constantFrom('next', 'laterStage', 'direct'),
  backward: fc.constantFrom('keepMax', 'useLast'),
  open: fc.constantFrom('include', 'exclude', 'excludeInStage'),
} as const);

test('who got far was there, and who was everywhere was there', () => {
  fc.assert(
    fc.property(deals, (some) => {
      const [all, there, beyond] = (['touchedAll', 'touched', 'atOrBeyond'] as const).map((reach) =>
        funnel(pipeline, some, { reach }).stages.map(({ reached }) => reached),
      );
      for (const [at, count] of there!.entries()) {
        expect(all![at]).toBeLessThanOrEqual(count);
        expect(count).toBeLessThanOrEqual(beyond![at]!);
        expect(beyond![at]).toBeLessThanOrEqual(beyond![at - 1] ?? Infinity);
      }
    }),
  );
});

test('every conversion lies between 0 and 1, and a direct one is a later one', () => {
  fc.assert(
    fc.property(deals, options, (some, how) => {
      for (const { ratio: share } of funnel(pipeline, some, how).conversions) {
        if (share.value === null) continue;
        expect(compareRatios(share, ratio(0, 1))).toBeGreaterThanOrEqual(0);
        expect(compareRatios(share, ratio(1, 1))).toBeLessThanOrEqual(0);
      }
      const later = funnel(pipeline, some, { ...how, conversion: 'laterStage' }).conversions;
      const direct = funnel(pipeline, some, { ...how, conversion: 'direct' }).conversions;
      for (const [at, { ratio: share }] of direct.entries()) {
        expect(Number(share.numerator)).toBeLessThanOrEqual(Number(later[at]!.ratio.numerator));
        expect(share.denominator).toBe(later[at]!.ratio.denominator);
      }
    }),
  );
});

test('groups add up to the whole, in any order of the deals', () => {
  fc.assert(
    fc.property(deals, options, (some, how) => {
      const whole = funnel(pipeline, some, { ...how, by: 'ownerId' });
      expect(funnel(pipeline, some.toReversed(), { ...how, by: 'ownerId' })).toEqual(whole);
      for (const [at, { reached }] of whole.stages.entries()) {
        expect(whole.groups.reduce((sum, { stages }) => sum + stages[at]!.reached, 0)).toBe(reached);
      }
      for (const [at, { ratio: share }] of whole.conversions.entries()) {
        const below = whole.groups.reduce(
          (sum, { conversions }) => sum + Number(conversions[at]!.ratio.denominator),
          0,
        );
        expect(below).toBe(Number(share.denominator));
      }
    }),
  );
});

test('a win rate is the share of its own sets, and its explanation counts them', () => {
  fc.assert(
    fc.property(deals, fc.constantFrom('closed', 'closedOrStale', 'created'), (some, denominator) => {
      const how = { denominator, asOf: '2026-03-31', olderThanDays: 40 } as const;
      const { rate, sets } = winRate(some, how);
      const below = [...sets.won, ...sets.lost, ...sets.stale, ...(denominator === 'created' ? sets.open : [])];
      expect([rate.numerator, rate.denominator]).toEqual([String(sets.won.length), String(below.length)]);
      const { value, from } = explainWinRate(some, how);
      expect(value).toBe(rate.value);
      expect(from.slice(0, 2).map((each) => each.value)).toEqual([rate.numerator, rate.denominator]);
    }),
  );
});

test('the first and the last stay are no longer than all together, and no stay is negative', () => {
  fc.assert(
    fc.property(deals, (some) => {
      const [first, last, total] = (['first', 'last', 'total'] as const).map(
        (reentry) => stageDurations(pipeline, some, { reentry, include: 'withOpen', asOf: '2026-12-31' }).stages,
      );
      for (const [at, { total: days, n, open }] of total!.entries()) {
        expect(Number(days)).toBeGreaterThanOrEqual(Math.max(Number(first![at]!.total), Number(last![at]!.total)));
        expect(n).toBe(first![at]!.n);
        expect(open).toBeLessThanOrEqual(n);
      }
    }),
  );
});
