import type { FixedColumn } from '../../core/fixed/column.js';
import { NO_DAY } from '../../core/parseDay.js';
import { daySequence } from './daySequence.js';
import type { OrderLog } from './orderLog.js';
import type { SumColumn, SummaryColumns } from './summaryColumns.js';
import type { ReadPolicy } from './summaryPolicy.js';
import { sumsByCustomer } from './sumsByCustomer.js';

/** Sums up a log whose rows have been screened: one pass by day, one for each sum. */
export function summariseLog(log: OrderLog, policy: ReadPolicy): SummaryColumns {
  const { customer, day, amount, profit } = log;
  const { windowStart, orderCount } = policy;
  const n = log.customers.length;
  const seen = new Uint8Array(n);
  const firstOrder = new Int32Array(n).fill(NO_DAY);
  const lastOrder = new Int32Array(n).fill(NO_DAY);
  const previousOrder = new Int32Array(n).fill(NO_DAY);
  const rowCount = new Int32Array(n);
  const purchaseDays = new Int32Array(n);
  const sequence = daySequence(day);
  for (let place = 0; place < customer.length; place++) {
    const row = sequence === undefined ? place : sequence[place]!;
    const at = customer[row]!;
    if (at < 0) continue;
    seen[at] = 1;
    if (amount.values[row]! < 0) continue;
    const on = day[row]!;
    const counts = on >= windowStart ? 1 : 0;
    rowCount[at] = rowCount[at]! + counts;
    if (on === lastOrder[at]) continue;
    if (firstOrder[at] === NO_DAY) firstOrder[at] = on;
    previousOrder[at] = lastOrder[at]!;
    lastOrder[at] = on;
    purchaseDays[at] = purchaseDays[at]! + counts;
  }
  const orders =
    orderCount === 'rows' ? rowCount : orderCount === 'days' ? purchaseDays : distinctOrders(log, windowStart);
  const sums = (column: FixedColumn): SumColumn => sumsByCustomer(column, customer, day, windowStart, n);
  const columns: SummaryColumns = {
    asOf: policy.asOf,
    customers: log.customers,
    firstOrder,
    lastOrder,
    previousOrder,
    orders,
    purchaseDays,
    spend: sums(amount),
    ...(profit === undefined ? {} : { profit: { ...sums(profit.column), known: profitKnown(log, windowStart) } }),
  };
  return seen.includes(0) ? only(columns, seen) : columns;
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

/** The columns of the customers that are marked. */
function only(columns: SummaryColumns, marks: Uint8Array): SummaryColumns {
  const kept = (_: unknown, at: number): boolean => marks[at] === 1;
  const { profit } = columns;
  const sums = ({ values, scale }: SumColumn): SumColumn => ({
    values: values instanceof Float64Array ? values.filter(kept) : Array.from(values).filter(kept),
    scale,
  });
  return {
    asOf: columns.asOf,
    customers: columns.customers.filter(kept),
    firstOrder: columns.firstOrder.filter(kept),
    lastOrder: columns.lastOrder.filter(kept),
    previousOrder: columns.previousOrder.filter(kept),
    orders: columns.orders.filter(kept),
    purchaseDays: columns.purchaseDays.filter(kept),
    spend: sums(columns.spend),
    ...(profit === undefined ? {} : { profit: { ...sums(profit), known: profit.known.filter(kept) } }),
  };
}
