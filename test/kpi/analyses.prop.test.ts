import fc from 'fast-check';
import { evaluateCurve } from 'salesmodel/core';
import {
  comparePeriods,
  decisionReport,
  payoutFromScore,
  priceVolumeMix,
  relativePerformance,
  timeAllocation,
} from 'salesmodel/kpi';
import { expect, test } from 'vitest';

const cents = (text: string): number => Math.round(Number(text) * 100);
const quantity = fc.integer({ min: 0, max: 50 });
const price = fc.integer({ min: -200, max: 3000 }).map((value) => (value / 100).toFixed(2));

test('the bars of a bridge add up to the change of revenue, in any order of the products', () => {
  const lines = fc
    .array(fc.record({ q0: quantity, p0: price, q1: quantity, p1: price }), { maxLength: 6 })
    .map((list) => list.map((line, at) => ({ id: `p${at}`, ...line })));
  fc.assert(
    fc.property(lines, fc.constantFrom('separate', 'mix'), (list, newLines) => {
      const bridge = priceVolumeMix(list, { newLines });
      if (!bridge.ok) throw new Error('all prices are there');
      const { price: onPrice, volume, mix, newLines: added, discontinued, change, before, after } = bridge;
      const bars = [onPrice, volume, mix, added, discontinued];
      expect(bars.reduce((sum, bar) => sum + cents(bar), 0)).toBe(cents(change));
      expect(cents(after) - cents(before)).toBe(cents(change));
      expect(priceVolumeMix(list.toReversed(), { newLines })).toEqual(bridge);
    }),
  );
});

test('the effects of market and share add up to the change of own sales', () => {
  const sales = fc.integer({ min: 1, max: 9999 });
  fc.assert(
    fc.property(sales, sales, sales, sales, (own0, own1, market0, market1) => {
      const result = relativePerformance({ own0, own1, market0, market1 });
      if (result.status === 'undefined') throw new Error('bases are positive');
      const { marketEffect, shareEffect } = result;
      expect(marketEffect.denominator).toBe(shareEffect.denominator);
      expect(BigInt(marketEffect.numerator) + BigInt(shareEffect.numerator)).toBe(
        BigInt(own1 - own0) * BigInt(shareEffect.denominator),
      );
    }),
  );
});

test('shares of time add up to 1 in every group', () => {
  const entry = fc.record({
    activity: fc.constantFrom('visit', 'travel', 'report'),
    time: fc.integer({ min: 0, max: 50 }),
    person: fc.constantFrom('Ana', 'Bo'),
  });
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 12 }), (log) => {
      for (const { activities, classes } of timeAllocation(log, { visit: 'value' }, ['person'])) {
        for (const shares of [activities, classes]) {
          const whole = shares.reduce((sum, { share }) => sum + BigInt(share.numerator), 0n);
          expect(shares.every(({ share }) => BigInt(share.denominator) === whole)).toBe(true);
        }
      }
    }),
  );
});

test('a payout is the factor of the curve times the base, to half a cent', () => {
  const curve = {
    points: [
      { x: '60', y: '0' },
      { x: '80', y: '0.8' },
      { x: '120', y: '1.5' },
    ],
  };
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 15_000 }), fc.integer({ min: 0, max: 900_000 }), (score, base) => {
      const points = (score / 100).toFixed(2);
      const paid = payoutFromScore(points, curve, { amount: (base / 100).toFixed(2), currency: 'EUR' });
      if (!paid.ok || paid.amount === null) throw new Error('the curve goes on');
      expect(paid.factor).toBe(evaluateCurve(curve, points));
      expect(Math.abs(cents(paid.amount.amount) - Number(paid.factor) * base)).toBeLessThanOrEqual(0.5 + 1e-6);
    }),
  );
});

test('every metric short of its target is in the report once, and no other', () => {
  const insight = fc.record({
    actual: fc.integer({ min: -5, max: 9 }),
    target: fc.integer({ min: -5, max: 9 }),
    direction: fc.constantFrom('higher', 'lower'),
  });
  const table = {
    inputs: [{ field: 'gap' }],
    rows: [{ when: { gap: { op: 'gt', value: '3' } }, output: 1 }],
    hit: 'first',
  } as const;
  fc.assert(
    fc.property(fc.array(insight, { maxLength: 8 }), (list) => {
      const insights = list.map((each, at) => ({ metric: `m${at}`, ...each }));
      const { rows, noAction } = decisionReport(insights, table);
      const short = insights.filter(({ actual, target, direction }) =>
        direction === 'higher' ? actual < target : actual > target,
      );
      expect([...rows, ...noAction].map(({ metric }) => metric).toSorted()).toEqual(short.map(({ metric }) => metric));
      for (const part of [rows, noAction]) {
        const gaps = part.map(({ weightedGap }) => Number(weightedGap.value ?? -1));
        expect(gaps).toEqual(gaps.toSorted((a, b) => b - a));
      }
      expect(decisionReport(insights.toReversed(), table)).toEqual({ rows, noAction });
    }),
  );
});

test('what is better one way round is worse the other', () => {
  const value = fc.integer({ min: -9, max: 9 });
  fc.assert(
    fc.property(value, value, fc.constantFrom('higher', 'lower'), (a, b, direction) => {
      const verdict = (from: number, to: number): unknown =>
        comparePeriods([{ measure: 'm', value: from, direction }], [{ measure: 'm', value: to, direction }]).measures[0]
          ?.verdict;
      const opposite = { better: 'worse', worse: 'better', same: 'same' } as const;
      expect(verdict(b, a)).toBe(opposite[verdict(a, b) as keyof typeof opposite]);
    }),
  );
});
