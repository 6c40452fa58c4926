import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quotaFor, type Quota, type QuotaPart, targetFor } from '../../../src/commission/index.js';
import { fromDayNumber, type PeriodKind, periodOf, periodsBetween } from '../../../src/core/index.js';

const cents = (amount: string): bigint => BigInt(amount.replace('.', ''));
const money = fc
  .bigInt({ min: 0n, max: 10n ** 14n })
  .map((value) => `${value / 100n}.${String(value % 100n).padStart(2, '0')}`);
const per = fc.constantFrom('month', 'quarter', 'half', 'year');
const day = fc.integer({ min: 19_000, max: 22_000 });
const kind = fc.constantFrom<PeriodKind>('week', 'month', 'quarter', 'half', 'year');
const share = fc.integer({ min: 0, max: 100 }).map((value) => `0.${String(value).padStart(3, '0')}`);

/** Everything a part may change that does not depend on when the assignment starts. */
const part: fc.Arbitrary<QuotaPart> = fc.record(
  {
    factor: fc.constantFrom('0.5', '1.1', '2'),
    relief: fc.array(
      fc.tuple(day, fc.integer({ min: 1, max: 200 }), share).map(([from, days, of]) => ({
        from: fromDayNumber(from),
        to: fromDayNumber(from + days),
        share: of,
      })),
      { maxLength: 3 },
    ),
  },
  { requiredKeys: [] },
);

test('prorated adjacent assignments add up to the whole, within half an increment each', () => {
  fc.assert(
    fc.property(
      money,
      per,
      kind,
      day,
      fc.array(day, { maxLength: 4 }),
      part,
      (amount, of, spanKind, at, cuts, change) => {
        const quota: Quota = { amount, per: of };
        const span = periodOf(fromDayNumber(at), spanKind);
        const days = [18_000, ...[...new Set(cuts)].toSorted((a, b) => a - b), 23_000].map((value) =>
          fromDayNumber(value),
        );
        const whole = quotaFor(quota, [{ from: days[0]!, part: change }], span).amount;
        const assignments = days.slice(1).map((to, index) => ({ from: days[index]!, to, part: change }));
        const { amount: sum, explanation } = quotaFor(quota, assignments, span);
        const difference = cents(sum) - cents(whole);
        const active = BigInt(explanation.from.length);
        // Half a cent each, and half a cent of the whole.
        expect(2n * (difference < 0n ? -difference : difference) <= active + 1n).toBe(true);
        if (active === 1n) expect(difference).toBe(0n);
      },
    ),
    { numRuns: 500 },
  );
});

test('the spans of one per add up to its amount exactly, with any weights', () => {
  fc.assert(
    fc.property(
      money,
      per,
      kind,
      day,
      fc.array(fc.nat(1000).map(String), { minLength: 53, maxLength: 53 }),
      fc.boolean(),
      (amount, of, spanKind, at, weights, seasonal) => {
        const whole = periodOf(fromDayNumber(at), of);
        const spans = periodsBetween(whole.start, whole.end, spanKind).filter(
          ({ start, end }) => end <= whole.end && (spanKind === 'week' || start >= whole.start),
        );
        fc.pre(spans.length > 0);
        const quota: Quota = seasonal
          ? { amount, per: of, seasonality: weights.slice(0, spans.length) }
          : { amount, per: of };
        const parts = spans.map((span) => cents(quotaFor(quota, [{ from: '2000-01-01' }], span).amount));
        expect(parts.reduce((sum, value) => sum + value, 0n)).toBe(cents(`${amount}`));
        if (seasonal) return;
        const target = [{ from: '2000-01-01', target: { amount, per: of } }];
        expect(spans.reduce((sum, span) => sum + cents(targetFor(target, span).amount), 0n)).toBe(cents(amount));
      },
    ),
    { numRuns: 300 },
  );
});

test('a relief cut in two is the same relief', () => {
  fc.assert(
    fc.property(money, day, fc.integer({ min: 2, max: 100 }), fc.nat(), share, (amount, from, days, cut, of) => {
      const middle = from + 1 + (cut % (days - 1));
      const relief = (start: number, end: number) => ({
        from: fromDayNumber(start),
        to: fromDayNumber(end),
        share: of,
      });
      const quota: Quota = { amount, per: 'month' };
      const span = periodOf(fromDayNumber(from + 5), 'month');
      const amountWith = (list: QuotaPart['relief']): string =>
        quotaFor(quota, [{ from: '2000-01-01', part: { relief: list! } }], span).amount;
      expect(amountWith([relief(from, middle), relief(middle, from + days)])).toBe(
        amountWith([relief(from, from + days)]),
      );
    }),
    { numRuns: 300 },
  );
});

test('scaling the amount by a power of ten scales the quota', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 1n, max: 10n ** 12n }), per, kind, day, part, (amount, of, spanKind, at, change) => {
      const span = periodOf(fromDayNumber(at), spanKind);
      const assignments = [{ from: fromDayNumber(at - 3), part: change }];
      const one = quotaFor({ amount: `${amount}`, per: of, quotaRounding: { increment: '1' } }, assignments, span);
      const hundred = quotaFor(
        { amount: `${amount}00`, per: of, quotaRounding: { increment: '100' } },
        assignments,
        span,
      );
      expect(BigInt(hundred.amount)).toBe(BigInt(one.amount) * 100n);
    }),
    { numRuns: 200 },
  );
});
