import { NO_DAY } from '../../core/parseDay.js';
import type { IntegerRange } from '../quantile/countRanks.js';
import { type FoldedRows, UNSEEN } from './foldRows.js';

/** So many rows are folded together. */
const BLOCK = 256;

/** Days and counts are kept in 16 bits. */
const MOST = 65_535;

/**
 * Folds rows of which all count and none takes back, in the order of their days. A customer is two integers: the days of
 * the last order and of the one before, counted from 1, and how many days and rows there are. So the whole state of many
 * customers stays near, and no branch has to wait for it.
 *
 * @param customer by row: place of the customer
 * @param day ascending
 * @param range of the days
 * @param n number of customers
 * @returns `null` where the days or the rows of a customer are too many for 16 bits
 */
export function foldPlainRows(
  customer: Int32Array,
  day: Int32Array,
  { min, max }: IntegerRange,
  n: number,
): FoldedRows | null {
  if (max - min >= MOST) return null;
  const base = min - 1;
  const cells = new Int32Array(2 * n);
  const met = new Int32Array(1);
  let full = 0;
  for (let start = 0; start < customer.length; start += BLOCK) {
    const end = Math.min(start + BLOCK, customer.length);
    // Reads whose result is kept nowhere would be left out.
    met[0] = meet(cells, customer, start, end);
    full |= foldBlock(cells, customer, day, base, start, end);
  }
  return full < 0 ? null : unfold(cells, firstDays(customer, day, base, n), base);
}

/** Reads the cells of a block, four a turn. These reads wait for nothing, so the memory serves many at once. */
function meet(cells: Int32Array, customer: Int32Array, start: number, end: number): number {
  const quads = start + ((end - start) & ~3);
  let met = 0;
  for (let row = start; row < quads; row += 4) {
    const a = customer[row]! * 2;
    const b = customer[row + 1]! * 2;
    const c = customer[row + 2]! * 2;
    const d = customer[row + 3]! * 2;
    met ^= cells[a]! ^ cells[b]! ^ cells[c]! ^ cells[d]!;
  }
  return met;
}

/** @returns below 0 where a count of rows came round to 0 */
function foldBlock(
  cells: Int32Array,
  customer: Int32Array,
  day: Int32Array,
  base: number,
  start: number,
  end: number,
): number {
  let full = 0;
  for (let row = start; row < end; row++) {
    const own = customer[row]! * 2;
    const on = day[row]! - base;
    const days = cells[own]!;
    const isSame = ((days & 65535) ^ on) === 0;
    cells[own] = isSame ? days : (days << 16) | on;
    const counts = cells[own + 1]! + (isSame ? 1 : 65537);
    full |= (counts & 65535) - 1;
    cells[own + 1] = counts;
  }
  return full;
}

/** By customer: the first day, counted from 1, or 0. From the last row on, so that the first one is what stays. */
function firstDays(customer: Int32Array, day: Int32Array, base: number, n: number): Uint16Array {
  const first = new Uint16Array(n);
  let row = customer.length - 1;
  for (; row >= 3; row -= 4) {
    const a = customer[row]!;
    const b = customer[row - 1]!;
    const c = customer[row - 2]!;
    const d = customer[row - 3]!;
    first[a] = day[row]! - base;
    first[b] = day[row - 1]! - base;
    first[c] = day[row - 2]! - base;
    first[d] = day[row - 3]! - base;
  }
  for (; row >= 0; row--) first[customer[row]!] = day[row]! - base;
  return first;
}

function unfold(cells: Int32Array, firstDay: Uint16Array, base: number): FoldedRows {
  const n = firstDay.length;
  const noDay = NO_DAY;
  const unseen = UNSEEN;
  const first = new Int32Array(n);
  const last = new Int32Array(n);
  const previous = new Int32Array(n);
  const rows = new Int32Array(n);
  const days = new Int32Array(n);
  for (let at = 0; at < n; at++) {
    const both = cells[2 * at]!;
    const counts = cells[2 * at + 1]!;
    first[at] = both === 0 ? unseen : firstDay[at]! + base;
    last[at] = both === 0 ? noDay : (both & 65535) + base;
    previous[at] = both >>> 16 === 0 ? noDay : (both >>> 16) + base;
    rows[at] = counts & 65535;
    days[at] = counts >>> 16;
  }
  return { first, last, previous, rows, days };
}
