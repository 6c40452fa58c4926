import { inBlocks } from '../../core/fixed/inBlocks.js';
import { pickedAmounts, type SortedKeys } from './keys.js';
import { dayRange } from './read/dayRange.js';
import type { Rows } from './rows.js';

/** A spread of days up to which they are counted one by one, however few the rows are. */
const SOME_DAYS = 5000;

/** Rows dealt out to their days. */
interface Dealt {
  readonly keys: SortedKeys;
  /** Where each day ends and the next begins, from 0 on. */
  readonly ends: Int32Array;
}

/**
 * Deals the rows out to their days, those of a day in row order; `null` where the days lie too far apart.
 *
 * The columns are read from the front to the end and each day is written from its front to its end: to fetch the rows
 * of one day after the other would wait for memory three times a row.
 */
export function dealByDay({ payee, day, amount }: Pick<Rows, 'payee' | 'day' | 'amount'>): Dealt | null {
  const n = day.length;
  const { least: first, most: last } = dayRange(day);
  if (last - first > Math.max(n, SOME_DAYS)) return null;
  const ends = new Int32Array(last - first + 2);
  inBlocks(n, (from, to) => countDays(day, first - 1, ends, from, to));
  for (let at = 1; at < ends.length; at++) ends[at] = (ends[at]! + ends[at - 1]!) | 0;

  const days = new Int32Array(n);
  for (let at = 1; at < ends.length; at++) days.fill(first + at - 1, ends[at - 1], ends[at]);
  const { values } = amount;
  const amounts = values instanceof Float64Array ? values : new Float64Array(n);
  const payees = new Int32Array(n);
  const dealt = new Float64Array(n);
  const rows = new Int32Array(n);
  const next = ends.slice();
  inBlocks(n, (from, to) => dealBlock(payee, day, amounts, first, next, payees, dealt, rows, from, to));
  const sorted = values instanceof Float64Array ? dealt : pickedAmounts(values, rows);
  return { keys: { payee: payees, day: days, amount: sorted, row: rows }, ends };
}

/** Counts days by their distance from one. */
function countDays(day: Int32Array, origin: number, counts: Int32Array, from: number, to: number): number {
  const end = to | 0;
  for (let row = from | 0; row < end; row = (row + 1) | 0) {
    const at = (day[row]! - origin) | 0;
    counts[at] = (counts[at]! + 1) | 0;
  }
  return 0;
}

/** Writes payee, amount and row of each row at the next place of its day. */
function dealBlock(
  payee: Int32Array,
  day: Int32Array,
  amount: Float64Array,
  first: number,
  next: Int32Array,
  payees: Int32Array,
  amounts: Float64Array,
  rows: Int32Array,
  from: number,
  to: number,
): number {
  const end = to | 0;
  for (let row = from | 0; row < end; row = (row + 1) | 0) {
    const at = (day[row]! - first) | 0;
    const place = next[at]!;
    next[at] = (place + 1) | 0;
    payees[place] = payee[row]!;
    amounts[place] = amount[row]!;
    rows[place] = row;
  }
  return 0;
}
