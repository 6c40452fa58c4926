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
  const { ints, doubles, listed } = seenOnly(folded.first);
  const sums = ({ values, scale }: SumColumn): SumColumn => ({
    values: values instanceof Float64Array ? doubles(values) : listed(Array.from<bigint | number>(values).map(BigInt)),
    scale,
  });
  const purchaseDays = ints(folded.days);
  return {
    asOf: policy.asOf,
    customers: listed(customers),
    firstOrder: ints(folded.first),
    lastOrder: ints(folded.last),
    previousOrder: ints(folded.previous),
    orders:
      orderCount === 'days'
        ? purchaseDays
        : ints(orderCount === 'rows' ? folded.rows : distinctOrders(log, windowStart)),
    purchaseDays,
    spend: sums(spend),
    ...(profit === undefined
      ? {}
      : {
          profit: {
            ...sums(sumsByCustomer(profit.column, magnitudeOf(profit.column), log, windowStart)),
            known: Uint8Array.from(ints(profitKnown(log, windowStart))),
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

/** Leaves out the customers without a row that counts, in place: columns by customer become shorter. */
function seenOnly(first: Int32Array): {
  readonly ints: (all: Int32Array) => Int32Array;
  readonly doubles: (all: Float64Array) => Float64Array;
  readonly listed: <Value>(all: readonly Value[]) => readonly Value[];
} {
  const { starts, ends, kept } = stretchesOf(first);
  const shorten = (all: Int32Array | Float64Array): void => {
    let to = 0;
    starts.forEach((start, at) => {
      const end = ends[at]!;
      if (start !== to) all.copyWithin(to, start, end);
      to += end - start;
    });
  };
  // A long buffer is not kept for the sake of a few.
  const isMost = kept * 2 >= first.length;
  return {
    ints(all) {
      shorten(all);
      return isMost ? all.subarray(0, kept) : all.slice(0, kept);
    },
    doubles(all) {
      shorten(all);
      return isMost ? all.subarray(0, kept) : all.slice(0, kept);
    },
    listed(all) {
      if (kept === all.length) return all.slice();
      const into = [];
      for (let stretch = 0; stretch < starts.length; stretch++) {
        for (let at = starts[stretch]!; at < ends[stretch]!; at++) into.push(all[at]!);
      }
      return into;
    },
  };
}

/** Where stretches of customers begin and end of whom each has a row that counts. */
function stretchesOf(first: Int32Array): {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly kept: number;
} {
  const unseen = UNSEEN;
  const starts: number[] = [];
  const ends: number[] = [];
  let kept = 0;
  for (let at = 0; at < first.length;) {
    while (at < first.length && first[at] === unseen) at++;
    const start = at;
    while (at < first.length && first[at] !== unseen) at++;
    if (at === start) break;
    starts.push(start);
    ends.push(at);
    kept += at - start;
  }
  return { starts, ends, kept };
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
function profitKnown({ customers, customer, day, profit }: OrderLog, from: number): Int32Array {
  const known = new Int32Array(customers.length).fill(1);
  for (let row = 0; row < customer.length; row++) {
    const at = customer[row]!;
    if (at >= 0 && day[row]! >= from && !profit!.isKnown(row)) known[at] = 0;
  }
  return known;
}
