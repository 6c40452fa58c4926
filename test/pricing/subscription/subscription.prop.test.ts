import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, periodOf } from '../../../src/core/index.js';
import { minus, plus, toDecimal, toText, ZERO } from '../../../src/core/decimal.js';
import {
  changePlan,
  minimumCommitment,
  mrrMovements,
  SubscriptionItem,
  subscriptionsOn,
} from '../../../src/pricing/index.js';

const items = fc.array(
  fc.record({
    code: fc.constantFrom('x', 'y'),
    customer: fc.constantFrom('a', 'b', 'c'),
    quantity: fc.integer({ min: 0, max: 5 }).map(String),
    unitAmount: fc.integer({ min: 1, max: 5000 }).map((units) => String(units / 100)),
    interval: fc.constantFrom('day' as const, 'week' as const, 'month' as const, 'year' as const),
    every: fc.integer({ min: 1, max: 7 }),
    from: fc.constant('2026-01-01'),
  }),
  { maxLength: 5 },
);

test('movements add up to the change, whatever the order', () => {
  fc.assert(
    fc.property(items, items, fc.subarray(['a', 'b', 'c']), (before, after, ever) => {
      const result = mrrMovements(before, after, ever);
      const change = minus(toDecimal(result.after), toDecimal(result.before));
      const sum = (amounts: readonly string[]): string =>
        toText(amounts.reduce((total, each) => plus(total, toDecimal(each)), ZERO));
      expect(sum(Object.values(result.totals))).toBe(toText(change));
      expect(sum(result.customers.map(({ amount }) => amount))).toBe(toText(change));
      for (const { kind, amount } of result.customers) {
        expect(toDecimal(amount).gt(0)).toBe(['new', 'reactivation', 'expansion'].includes(kind));
        expect(kind).not.toBe(ever.length === 3 ? 'new' : 'none');
      }
      expect(mrrMovements(before.toReversed(), after.toReversed(), ever)).toEqual(result);
      for (const item of before) expect(SubscriptionItem.parse(JSON.parse(JSON.stringify(item)))).toEqual(item);
    }),
    { numRuns: 300 },
  );
});

test('a change back on the same day costs nothing, and used and unused part add up', () => {
  const cents = fc.integer({ min: 0, max: 100_000 }).map((units) => String(units / 100));
  const period = periodOf('2026-01-01', 'month');
  fc.assert(
    fc.property(cents, cents, fc.nat(30), (old, next, day) => {
      const on = addDays('2026-01-01', day);
      const there = changePlan({ old, new: next, period, on });
      const back = changePlan({ old: next, new: old, period, on });
      expect(toDecimal(there.net).plus(back.net).isZero()).toBe(true);
      expect(toDecimal(there.credit).lte(old)).toBe(true);
      expect(there.days.used + there.days.left).toBe(31);
      if (day === 0) expect(toDecimal(there.credit).eq(old)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('billed, topped up and carried come to the commitment', () => {
  const amount = fc.integer({ min: 0, max: 3000 });
  fc.assert(
    fc.property(amount, amount, amount, (promised, billed, carried) => {
      const period = periodOf('2026-06-01', 'month');
      const due = minimumCommitment({ amount: promised, period, billed, carried, carry: 'rollover' });
      expect(billed + carried + Number(due.topUp) - Number(due.carriedOver)).toBe(promised);
      expect(Number(due.topUp) === 0 || Number(due.carriedOver) === 0).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('a subscription runs from its first day up to the day before its end', () => {
  const item = {
    code: 'x',
    customer: 'a',
    quantity: '1',
    unitAmount: '1',
    interval: 'month' as const,
    every: 1,
    from: '2026-02-01',
    to: '2026-03-01',
  };
  const runs = (on: string): number => subscriptionsOn([item], on).length;
  expect(['2026-01-31', '2026-02-01', '2026-02-28', '2026-03-01'].map(runs)).toEqual([0, 1, 1, 0]);
});
