import { daySequence } from './daySequence.js';
import { foldPlainRows } from './foldPlainRows.js';
import { foldRows, type FoldedRows, UNSEEN } from './foldRows.js';
import { magnitudeOf } from './magnitudeOf.js';
import type { OrderLog } from './orderLog.js';
import type { SumColumn, SummaryColumns } from './summaryColumns.js';
import type { ReadPolicy } from './summaryPolicy.js';
import { sumsByCustomer } from './sumsByCustomer.js';

/** Sums up a log whose rows have been screened: amounts in one pass, days in another. */
export function summariseLog(log: OrderLog, policy: ReadPolicy): SummaryColumns {
  const { customers, amount, magnitude, profit } = log;
  const { windowStart, orderCount } = policy;
  const spend = sumsByCustomer(amount, magnitude, log, windowStart);
  const folded = fold(log, spend, windowStart);
  const { typed, listed } = seenOnly(folded.first);
  const sums = ({ values, scale }: SumColumn): SumColumn => ({
    values: values instanceof Float64Array ? typed(values) : listed(Array.from<bigint | number>(values).map(BigInt)),
    scale,
  });
  return {
    asOf: policy.asOf,
    customers: listed(customers),
    firstOrder: typed(folded.first),
    lastOrder: typed(folded.last),
    previousOrder: typed(folded.previous),
    orders: typed(
      orderCount === 'rows' ? folded.rows : orderCount === 'days' ? folded.days : distinctOrders(log, windowStart),
    ),
    purchaseDays: typed(folded.days),
    spend: sums(spend),
    ...(profit === undefined
      ? {}
      : {
          profit: {
            ...sums(sumsByCustomer(profit.column, magnitudeOf(profit.column), log, windowStart)),
            known: typed(profitKnown(log, windowStart)),
          },
        }),
  };
}

/** The days and rows of each customer. */
function fold(log: OrderLog, spend: SumColumn, windowStart: number): FoldedRows {
  const { customers, customer, countsAll, day, days, amount } = log;
  if (countsAll && days.ascends && windowStart <= days.min && takesNothingBack(log, spend)) {
    const plain = foldPlainRows(customer, day, days, customers.length);
    if (plain !== null) return plain;
  }
  const values = amount.values instanceof Float64Array ? amount.values : Float64Array.from(amount.values, Number);
  return foldRows(customer, day, values, daySequence(day, days), windowStart, customers.length);
}

/** Whether no amount is below 0, as far as sums tell: only then they are what their magnitudes add up to. */
function takesNothingBack({ magnitude }: OrderLog, { values }: SumColumn): boolean {
  if (!(values instanceof Float64Array)) return false;
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += values[at]!;
  return sum === magnitude;
}

/** Leaves out the customers without a row that counts; where there are none, lists stay as they are. */
function seenOnly(first: Int32Array): {
  readonly typed: <List extends Int32Array | Float64Array | Uint8Array>(all: List) => List;
  readonly listed: <Value>(all: readonly Value[]) => readonly Value[];
} {
  const unseen = UNSEEN;
  let kept = 0;
  for (let at = 0; at < first.length; at++) if (first[at] !== unseen) kept++;
  if (kept === first.length) return { typed: (all) => all, listed: (all) => all.slice() };
  return {
    typed<List extends Int32Array | Float64Array | Uint8Array>(all: List): List {
      const into = all.slice(0, kept) as List;
      for (let at = 0, to = 0; at < all.length; at++) if (first[at] !== unseen) into[to++] = all[at]!;
      return into;
    },
    listed: (all) => all.filter((_, at) => first[at] !== unseen),
  };
}

/** By customer: how many distinct orders have a row that is an order. */
function distinctOrders({ customers, customer, day, amount, order }: OrderLog, from: number): Int32Array {
  const counts = new Int32Array(customers.length);
  const met = new Set<number>();
  for (let row = 0; row < customer.length; row++) {
    const at = customer[row]!;
    if (at < 0 || day[row]! < from || amount.values[row]! < 0) continue;
    const key = order![row]! * customers.length + at;
    if (met.has(key)) continue;
    met.add(key);
    counts[at] = counts[at]! + 1;
  }
  return counts;
}

/** By customer: 1 where every row that counts says what it earned. */
function profitKnown({ customers, customer, day, profit }: OrderLog, from: number): Uint8Array {
  const known = new Uint8Array(customers.length).fill(1);
  for (let row = 0; row < customer.length; row++) {
    const at = customer[row]!;
    if (at >= 0 && day[row]! >= from && !profit!.isKnown(row)) known[at] = 0;
  }
  return known;
}
