import { rowNumbers, RowSorter } from '../../core/fixed/rowSorter.js';
import { dealByDay } from './dealByDay.js';
import { type OrderedKeys, type SortedKeys, picked, pickedAmounts } from './keys.js';
import type { Rows } from './rows.js';

/**
 * How a run comes to canonical order: `verify` sorts unless the rows stand in it, `sort` always does,
 * `given` takes the caller's word that they do.
 */
export type RowOrder = 'verify' | 'sort' | 'given';

/**
 * The rows in canonical order, booking day and then id; where row order is it, the rows' own columns.
 * Rows without ids keep their order within a day.
 */
export function orderedKeys(rows: Rows, order: RowOrder): OrderedKeys {
  const { payee, day, amount } = rows;
  if (order === 'given' || (order === 'verify' && rows.ordered)) {
    return { payee, day, amount: amount.values, row: null };
  }
  const { seq } = rows;
  const dealt = dealByDay(rows);
  if (dealt === null) return rowsByScatteredDay(rows, seq);
  return seq === null ? dealt.keys : sortedDays(dealt.keys, dealt.ends, seq);
}

/** Whether no day is before the one above it. */
export function ascends(day: Int32Array): boolean {
  for (let row = 1; row < day.length; row++) if (day[row]! < day[row - 1]!) return false;
  return true;
}

/** Whether days ascend, and the ranks of ids within a day. */
export function isOrdered(day: Int32Array, seq: Int32Array): boolean {
  for (let row = 1; row < day.length; row++) {
    const step = day[row]! - day[row - 1]!;
    if (step < 0 || (step === 0 && seq[row]! < seq[row - 1]!)) return false;
  }
  return true;
}

/** Sorts each day by rank, where it stays in a near cache. */
function sortedDays({ payee, day, amount, row }: SortedKeys, ends: Int32Array, seq: Int32Array): OrderedKeys {
  const ranks = picked(seq, row);
  const places = rowNumbers(row.length);
  let most = 0;
  for (let at = 1; at < ends.length; at++) most = Math.max(most, ends[at]! - ends[at - 1]!);
  const sorter = new RowSorter(most);
  for (let at = 1; at < ends.length; at++) sorter.sortBeside(places, ends[at - 1]!, ends[at]!, ranks);
  return { payee: picked(payee, places), day, amount: pickedAmounts(amount, places), row: picked(row, places) };
}

function rowsByScatteredDay({ payee, day, amount }: Rows, seq: Int32Array | null): OrderedKeys {
  const row = rowNumbers(day.length);
  const sorter = new RowSorter(day.length);
  if (seq !== null) sorter.sort(row, 0, row.length, seq);
  sorter.sort(row, 0, row.length, day);
  return { payee: picked(payee, row), day: picked(day, row), amount: pickedAmounts(amount.values, row), row };
}
