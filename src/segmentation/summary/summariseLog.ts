import type { FixedColumn } from '../../core/fixed/column.js';
import { daySequence } from './daySequence.js';
import { foldRows, type FoldedRows, UNSEEN } from './foldRows.js';
import type { OrderLog } from './orderLog.js';
import type { SumColumn, SummaryColumns } from './summaryColumns.js';
import type { ReadPolicy } from './summaryPolicy.js';
import { sumsByCustomer } from './sumsByCustomer.js';

interface UnfoldedRows extends Pick<SummaryColumns, 'firstOrder' | 'lastOrder' | 'previousOrder' | 'purchaseDays'> {
  readonly first: Int32Array;
  readonly names: readonly string[];
  readonly rows: Int32Array;
  readonly sums: Float64Array;
}

/** Sums up a log whose rows have been screened: in one pass by day, and another for each sum that doubles cannot hold. */
export function summariseLog(log: OrderLog, policy: ReadPolicy): SummaryColumns {
  const { customers, customer, day, days: survey, amount, magnitude, profit } = log;
  const { windowStart, orderCount } = policy;
  const size = customers.length;
  const isSmall = magnitude <= Number.MAX_SAFE_INTEGER;
  const values = amount.values instanceof Float64Array ? amount.values : Float64Array.from(amount.values, Number);
  const folded = unfold(foldRows(customer, day, values, daySequence(day, survey), windowStart, size), customers);
  const { first, names, sums, rows, purchaseDays, ...days } = folded;
  const seen = <Value>(all: ArrayLike<Value>): Value[] => Array.from(all).filter((_, at) => first[at] !== UNSEEN);
  const seenSums = ({ values: all, scale }: SumColumn): SumColumn => ({
    values: all instanceof Float64Array ? Float64Array.from(seen(all)) : seen<bigint>(all),
    scale,
  });
  const sumsOf = (column: FixedColumn): SumColumn => seenSums(sumsByCustomer(column, customer, day, windowStart, size));
  return {
    asOf: policy.asOf,
    customers: names,
    ...days,
    orders:
      orderCount === 'rows'
        ? rows
        : orderCount === 'days'
          ? purchaseDays
          : Int32Array.from(seen(distinctOrders(log, windowStart))),
    purchaseDays,
    spend: isSmall ? { values: sums, scale: amount.scale } : sumsOf(amount),
    ...(profit === undefined
      ? {}
      : { profit: { ...sumsOf(profit.column), known: Uint8Array.from(seen(profitKnown(log, windowStart))) } }),
  };
}

/** The cells of the customers who have a row that counts as columns. */
function unfold({ first, cells, doubles }: FoldedRows, customers: readonly string[]): UnfoldedRows {
  const size = first.length;
  const unseen = UNSEEN;
  let n = 0;
  for (let at = 0; at < size; at++) if (first[at] !== unseen) n++;
  const firstOrder = new Int32Array(n);
  const lastOrder = new Int32Array(n);
  const previousOrder = new Int32Array(n);
  const rows = new Int32Array(n);
  const purchaseDays = new Int32Array(n);
  const sums = new Float64Array(n);
  for (let at = 0, to = 0; at < size; at++) {
    if (first[at] === unseen) continue;
    firstOrder[to] = first[at]!;
    lastOrder[to] = cells[at * 6]!;
    previousOrder[to] = cells[at * 6 + 1]!;
    rows[to] = cells[at * 6 + 2]!;
    purchaseDays[to] = cells[at * 6 + 3]!;
    sums[to] = doubles[at * 3 + 2]!;
    to++;
  }
  const names = n === size ? customers.slice() : customers.filter((_, at) => first[at] !== unseen);
  return { first, names, firstOrder, lastOrder, previousOrder, rows, purchaseDays, sums };
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
