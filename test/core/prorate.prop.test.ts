import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allocate } from '../../src/core/allocate.js';
import { dayNumber, fromDayNumber } from '../../src/core/date.js';
import { DAY_COUNTS, type DayCount, dayFraction } from '../../src/core/dayCount.js';
import { periodOf } from '../../src/core/period.js';
import { prorate } from '../../src/core/prorate.js';

const day = fc.integer({ min: dayNumber('2019-01-01'), max: dayNumber('2029-12-31') });
const kind = fc.constantFrom('month', 'quarter', 'half', 'year');
const additive = fc.constantFrom<DayCount>('actual', '30E/360', 'workingDays');

test('days of adjacent spans add up to the days of the whole under the additive day counts', () => {
  fc.assert(
    fc.property(
      day,
      kind,
      additive,
      fc.array(fc.nat(400), { minLength: 1, maxLength: 4 }),
      (on, of, dayCount, cuts) => {
        const period = periodOf(fromDayNumber(on), of);
        const first = dayNumber(period.start);
        const length = dayNumber(period.end) - first;
        const borders = [...new Set([0, length, ...cuts.map((cut) => cut % length)])].toSorted((a, b) => a - b);
        const dates = borders.map((border) => fromDayNumber(first + border));
        const parts = dates
          .slice(1)
          .map((to, index) => dayFraction({ from: dates[index]!, to }, period, dayCount).days);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(dayFraction(period, period, dayCount).of);
      },
    ),
    { numRuns: 500 },
  );
});

test('a part is never negative nor more than the whole, and grows with its span', () => {
  fc.assert(
    fc.property(day, kind, fc.constantFrom(...DAY_COUNTS), fc.nat(400), fc.nat(400), (on, of, dayCount, a, b) => {
      const period = periodOf(fromDayNumber(on), of);
      const whole = dayFraction(period, period, dayCount);
      const from = fromDayNumber(dayNumber(period.start) + a);
      const part = dayFraction({ from, to: fromDayNumber(dayNumber(from) + b + 1) }, period, dayCount);
      const longer = dayFraction({ from, to: fromDayNumber(dayNumber(from) + b + 2) }, period, dayCount);
      expect(whole.days).toBe(whole.of);
      expect(part.days).toBeGreaterThanOrEqual(0);
      expect(longer.days).toBeGreaterThanOrEqual(part.days);
      expect(longer.days).toBeLessThanOrEqual(whole.of);
    }),
    { numRuns: 1000 },
  );
});

test('the negative amount has the negative part', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1 }), day, fc.boolean(), (amount, from, rounded) => {
      const period = periodOf(fromDayNumber(from), 'month');
      const options = rounded ? { rounding: { increment: '0.01' } } : {};
      const part = (of: number) => prorate(of, { from: fromDayNumber(from) }, period, 'actual', options).amount;
      expect(part(-amount)).toBe(`-${part(amount)}`);
    }),
    { numRuns: 300 },
  );
});

test('an amount allocated by the days of adjacent spans adds up, and each part is its prorated amount to the cent', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), day, kind, fc.integer({ min: 1, max: 30 }), (cents, on, of, cut) => {
      const period = periodOf(fromDayNumber(on), of);
      const border = fromDayNumber(dayNumber(period.start) + Math.min(cut, 27));
      const spans = [
        { from: period.start, to: border },
        { from: border, to: period.end },
      ];
      const days = spans.map((span) => prorate(cents, span, period).days);
      const { parts } = allocate(cents, days);
      expect(parts.reduce((sum, part) => sum + BigInt(part), 0n)).toBe(BigInt(cents));
      for (const [index, span] of spans.entries()) {
        const rounding = (mode: 'floor' | 'ceiling') => ({ rounding: { increment: '1', mode } });
        const low = BigInt(prorate(cents, span, period, 'actual', rounding('floor')).amount);
        const high = BigInt(prorate(cents, span, period, 'actual', rounding('ceiling')).amount);
        expect([low, high]).toContain(BigInt(parts[index]!));
      }
    }),
    { numRuns: 300 },
  );
});
