import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayNumber } from '../../src/core/index.js';
import {
  compileLifecycleStage,
  lifecycleStage,
  type OrderColumns,
  type OrderRow,
  repeatSummaries,
  RepeatSummary,
  summariseOrderColumns,
  summariseOrders,
  CustomerSummary,
  type SummaryPolicy,
} from '../../src/segmentation/index.js';
import { foldPlainRows } from '../../src/segmentation/summary/foldPlainRows.js';
import { foldRows } from '../../src/segmentation/summary/foldRows.js';
import { summaryRows } from '../../src/segmentation/summary/summaryColumns.js';
import { summaryColumnsOf } from '../../src/segmentation/summary/summaryColumnsOf.js';
import { surveyDays } from '../../src/segmentation/summary/surveyDays.js';
import { toScaled } from '../core/decimalText.arb.js';
import { orderRows } from './orders.arb.js';

const policies: fc.Arbitrary<SummaryPolicy> = fc.record({
  asOf: fc.constantFrom('2024-10-20', '2024-11-30', '2025-03-31'),
  orderCount: fc.constantFrom('rows', 'days', 'ids'),
  zeroAmount: fc.constantFrom('keep', 'drop'),
  negativeAmount: fc.constantFrom('net', 'drop', 'reject'),
  window: fc.constantFrom(null, { days: 30 }, { months: 1 }),
});

const units = (text: string): bigint => toScaled(text, 3);

/** The definition, one customer at a time. */
function bySets(rows: readonly OrderRow[], policy: SummaryPolicy): unknown[] {
  const start =
    policy.window === null || policy.window === undefined
      ? -Infinity
      : 'days' in policy.window
        ? dayNumber(policy.asOf) + 1 - policy.window.days
        : dayNumber(
            { '2024-10-20': '2024-09-21', '2024-11-30': '2024-11-01', '2025-03-31': '2025-03-01' }[policy.asOf]!,
          );
  const known = rows.filter(({ date, amount }) => {
    if (date > policy.asOf) return false;
    if (units(amount) < 0n) return policy.negativeAmount === 'net';
    return units(amount) > 0n || policy.zeroAmount === 'keep';
  });
  return [...new Set(known.map(({ customer }) => customer))]
    .sort((a, b) => (a < b ? -1 : 1))
    .map((customer) => {
      const own = known.filter((row) => row.customer === customer);
      const orders = own.filter(({ amount }) => units(amount) >= 0n);
      const days = [...new Set(orders.map(({ date }) => date))].sort((a, b) => (a < b ? -1 : 1));
      const inside = (row: OrderRow): boolean => dayNumber(row.date) >= start;
      const counted = orders.filter(inside);
      const sizes = {
        rows: counted.length,
        days: new Set(counted.map(({ date }) => date)).size,
        ids: new Set(counted.map(({ id }) => id)).size,
      };
      return {
        customer,
        firstOrder: days[0] ?? null,
        lastOrder: days.at(-1) ?? null,
        previousOrder: days.at(-2) ?? null,
        orders: sizes[policy.orderCount ?? 'rows'],
        purchaseDays: sizes.days,
        spend: own.filter(inside).reduce((sum, { amount }) => sum + units(amount), 0n),
        profit: own.filter(inside).reduce((sum, { profit }) => sum + units(profit ?? '0'), 0n),
        asOf: policy.asOf,
      };
    });
}

function toColumns(rows: readonly OrderRow[]): OrderColumns {
  const column = (texts: readonly string[]): OrderColumns['amount'] => {
    const integers = texts.map(units);
    const safe = integers.every((value) => Number.isSafeInteger(Number(value)));
    return {
      values: safe
        ? Float64Array.from(integers, Number)
        : BigInt64Array.from(integers.map((value) => BigInt.asIntN(64, value))),
      scale: 3,
    };
  };
  const dictionary = rows.map(({ customer }) => customer);
  return {
    customer: { dictionary, codes: Int32Array.from(rows.keys()) },
    day: Int32Array.from(rows, ({ date }) => dayNumber(date)),
    amount: column(rows.map(({ amount }) => amount)),
    id: { dictionary: rows.map(({ id }) => id ?? ''), codes: Int32Array.from(rows.keys()) },
    profit: column(rows.map(({ profit }) => profit ?? '0')),
  };
}

test('summaries are what the definition says, whatever the order of the rows', () => {
  fc.assert(
    fc.property(orderRows, policies, fc.infiniteStream(fc.nat()), (rows, policy, keys) => {
      const shuffled = rows.map((row) => ({ row, key: keys.next().value }));
      shuffled.sort((a, b) => a.key - b.key);
      const { summaries, totals, rejected } = summariseOrders(rows, policy);
      const exact = summaries.map((each) => ({ ...each, spend: units(each.spend), profit: units(each.profit ?? '?') }));
      expect(exact).toEqual(bySets(rows, policy));
      const again = summariseOrders(
        shuffled.map(({ row }) => row),
        policy,
      );
      expect(JSON.stringify(again.summaries)).toBe(JSON.stringify(summaries));
      expect(again.totals).toEqual(totals);
      expect(totals.counted + totals.future + totals.dropped + totals.rejected).toBe(rows.length);
      expect(rejected).toHaveLength(totals.rejected);
      expect(units(totals.spend)).toBe(exact.reduce((sum, each) => sum + each.spend, 0n));
      summaries.forEach((each) => expect(CustomerSummary.safeParse(each).success).toBe(true));
    }),
  );
});

test('columns give the summaries of the rows', () => {
  fc.assert(
    fc.property(
      orderRows.filter((rows) =>
        rows.every(({ amount, profit }) =>
          [amount, profit ?? '0'].every((text) => BigInt.asIntN(64, units(text)) === units(text)),
        ),
      ),
      policies,
      (rows, policy) => {
        const { columns, totals, rejected } = summariseOrderColumns(toColumns(rows), policy);
        const expected = summariseOrders(rows, policy);
        expect(summaryRows(columns)).toEqual(expected.summaries);
        expect(totals).toEqual(expected.totals);
        expect(rejected.map(({ index, code }) => [index, code])).toEqual(
          expected.rejected.map(({ index, code }) => [index, code]),
        );
      },
    ),
  );
});

test('repeat times run from the first to the last order, and the unit changes their scale only', () => {
  fc.assert(
    fc.property(orderRows, (rows) => {
      const asOf = '2025-03-31';
      const { summaries, withoutPurchase } = repeatSummaries(rows, { asOf });
      const weeks = repeatSummaries(rows, { asOf, unit: 'week' }).summaries;
      const first = new Map(summariseOrders(rows, { asOf }).summaries.map((each) => [each.customer, each]));
      expect([...summaries.map(({ customer }) => customer), ...withoutPurchase].sort()).toEqual(
        [...first.keys()].sort(),
      );
      summaries.forEach((each, at) => {
        const { firstOrder, lastOrder, purchaseDays } = first.get(each.customer)!;
        expect(RepeatSummary.safeParse(each).success).toBe(true);
        expect([each.x, each.tx, each.T]).toEqual([
          purchaseDays - 1,
          dayNumber(lastOrder!) - dayNumber(firstOrder!),
          dayNumber(asOf) - dayNumber(firstOrder!),
        ]);
        expect(weeks[at]).toEqual({ ...each, tx: each.tx / 7, T: each.T / 7, unit: 'week' });
      });
    }),
  );
});

test('stages by column are those of the customers one by one', () => {
  fc.assert(
    fc.property(orderRows, policies, fc.constantFrom('fixed', 'ownInterval'), (rows, policy, basis) => {
      const { summaries } = summariseOrders(rows, policy);
      const stages = { id: 'p', version: '1', basis, newDays: 10, activeDays: 30, dormantDays: 70 } as const;
      if (summaries.length === 0) return;
      const run = compileLifecycleStage(stages).run(summaryColumnsOf(summaries)!);
      const alone = summaries.map((summary) => lifecycleStage(summary, stages));
      expect(Array.from(run.segment, (at) => run.codes[at])).toEqual(alone.map(({ segment }) => segment));
      expect(alone.map((_, at) => run.explainAt(at))).toEqual(alone);
    }),
  );
});

/** A log of which every row counts and none takes back, in the order of its days. */
const plainLogs = fc
  .record({
    customers: fc.integer({ min: 1, max: 5 }),
    rows: fc.array(fc.tuple(fc.nat(4), fc.nat(6), fc.nat(9)), { maxLength: 30 }),
    first: fc.constantFrom(-719_162, 0, 20_000),
    stretch: fc.constantFrom(1, 100, 10_922, 10_923, 50_000),
  })
  .map(({ customers, rows, first, stretch }) => {
    const sorted = rows.toSorted((a, b) => a[1] - b[1]);
    return {
      customer: Int32Array.from(sorted, ([at]) => at % customers),
      day: Int32Array.from(sorted, ([, day]) => first + day * stretch),
      values: Float64Array.from(sorted, ([, , value]) => value),
      n: customers,
    };
  });

test('rows of a plain log fold in sixteen bits as they do in full', () => {
  fc.assert(
    fc.property(plainLogs, ({ customer, day, values, n }) => {
      const range = surveyDays(day);
      expect(range.ascends).toBe(true);
      const plain = foldPlainRows(customer, day, range, n);
      expect(plain === null).toBe(range.max - range.min >= 65_535);
      if (plain !== null) expect(plain).toEqual(foldRows(customer, day, values, undefined, -719_162, n));
    }),
  );
});

test('days are surveyed as comparing them does', () => {
  const day = fc.oneof(
    fc.integer({ min: -3, max: 3 }),
    fc.constantFrom(-(2 ** 31), -(2 ** 30), 2 ** 30 - 1, 2 ** 30, 2 ** 31 - 1),
    fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
  );
  fc.assert(
    fc.property(fc.array(day, { maxLength: 12 }), fc.boolean(), (list, isSorted) => {
      const days = isSorted ? list.toSorted((a, b) => a - b) : list;
      expect(surveyDays(Int32Array.from(days))).toEqual({
        min: Math.min(2 ** 31 - 1, ...days),
        max: Math.max(-(2 ** 31), ...days),
        ascends: days.every((each, at) => at === 0 || days[at - 1]! <= each),
      });
    }),
  );
});

test('a log in the order of its days gives what it gives in another', () => {
  const plain = orderRows.map((rows) =>
    rows
      .filter(({ amount }) => !amount.startsWith('-'))
      .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
  );
  fc.assert(
    fc.property(plain, fc.constantFrom('2024-11-30', '2025-03-31'), (rows, asOf) => {
      const there = summariseOrders(rows, { asOf });
      const back = summariseOrders(rows.toReversed(), { asOf });
      expect(there.summaries).toEqual(back.summaries);
      expect(there.totals).toEqual(back.totals);
    }),
  );
});
