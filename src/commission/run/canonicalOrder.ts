import type { FixedColumn } from '../../core/fixed/column.js';
import { rowNumbers, RowSorter } from '../../core/fixed/rowSorter.js';
import type { Rows } from './rows.js';

/**
 * How a run comes to canonical order: `verify` sorts unless the rows stand in it, `sort` always does,
 * `given` takes the caller's word that they do.
 */
export type RowOrder = 'verify' | 'sort' | 'given';

/** What a kernel reads of rows, in the order in which it adds them up. */
export interface OrderedKeys {
  readonly payee: Int32Array;
  readonly day: Int32Array;
  readonly amount: FixedColumn['values'];
}

/**
 * The rows in canonical order, booking day and then id, or `null` where row order is it.
 * Rows without ids keep their order within a day.
 */
export function canonicalOrder(rows: Rows, order: RowOrder): Int32Array | null {
  if (order === 'given' || (order === 'verify' && rows.ordered)) return null;
  return rowsByDay(rows.day, rows.seq);
}

/** Whether days ascend, and the ranks of ids within a day. */
export function isOrdered(day: Int32Array, seq: Int32Array): boolean {
  for (let row = 1; row < day.length; row++) {
    const step = day[row]! - day[row - 1]!;
    if (step < 0 || (step === 0 && seq[row]! < seq[row - 1]!)) return false;
  }
  return true;
}

/** The columns of a kernel in an order that {@link canonicalOrder} gave; the rows' own columns where it gave none. */
export function orderedKeys({ payee, day, amount }: Rows, order: Int32Array | null): OrderedKeys {
  if (order === null) return { payee, day, amount: amount.values };
  const payees = new Int32Array(order.length);
  const days = new Int32Array(order.length);
  for (let at = 0; at < order.length; at++) {
    const row = order[at]!;
    payees[at] = payee[row]!;
    days[at] = day[row]!;
  }
  return { payee: payees, day: days, amount: gathered(amount.values, order) };
}

function gathered(values: FixedColumn['values'], order: Int32Array): FixedColumn['values'] {
  if (values instanceof Float64Array) {
    const sorted = new Float64Array(order.length);
    for (let at = 0; at < order.length; at++) sorted[at] = values[order[at]!]!;
    return sorted;
  }
  if (values instanceof BigInt64Array) return BigInt64Array.from(order, (row) => values[row]!);
  return Array.from(order, (row) => values[row]!);
}

/** A spread of days up to which they are counted one by one, however few the rows are. */
const SOME_DAYS = 5000;

/** Deals the rows out to their days, then sorts each day by rank, where it stays in a near cache. */
function rowsByDay(day: Int32Array, seq: Int32Array | null): Int32Array {
  const n = day.length;
  let first = day[0] ?? 0;
  let last = first;
  for (let row = 1; row < n; row++) {
    const on = day[row]!;
    if (on < first) first = on;
    else if (on > last) last = on;
  }
  if (last - first > Math.max(n, SOME_DAYS)) return rowsByScatteredDay(day, seq);
  const next = new Int32Array(last - first + 2);
  for (let row = 0; row < n; row++) {
    const at = day[row]! - first + 1;
    next[at] = (next[at]! + 1) | 0;
  }
  let most = 0;
  for (let at = 1; at < next.length; at++) {
    most = Math.max(most, next[at]!);
    next[at] = (next[at]! + next[at - 1]!) | 0;
  }
  const order = new Int32Array(n);
  const ranks = seq === null ? null : new Int32Array(n);
  for (let row = 0; row < n; row++) {
    const at = day[row]! - first;
    const place = next[at]!;
    next[at] = (place + 1) | 0;
    order[place] = row;
    if (ranks !== null) ranks[place] = seq![row]!;
  }
  if (ranks !== null) {
    const sorter = new RowSorter(most);
    // Dealing has moved the start of each day to its end.
    let start = 0;
    for (const end of next) {
      sorter.sortBeside(order, start, end, ranks);
      start = end;
    }
  }
  return order;
}

function rowsByScatteredDay(day: Int32Array, seq: Int32Array | null): Int32Array {
  const order = rowNumbers(day.length);
  const sorter = new RowSorter(day.length);
  if (seq !== null) sorter.sort(order, 0, order.length, seq);
  sorter.sort(order, 0, order.length, day);
  return order;
}
