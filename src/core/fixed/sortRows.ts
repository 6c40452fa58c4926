import type { FixedColumn } from './column.js';
import { rowNumbers, RowSorter } from './rowSorter.js';

const WORD = 2 ** 32;

/**
 * Sorts rows in place by their value in a column. Rows of equal values stay in the order given, so sorting by several
 * columns goes from the last that counts to the first.
 *
 * @param rows the rows to sort, some or all
 */
export function sortRows(rows: Int32Array, { values }: FixedColumn, order: 'ascending' | 'descending'): void {
  const isDescending = order === 'descending';
  if (!(values instanceof Float64Array) || !sortByWords(rows, values, isDescending)) {
    const compare = (a: number, b: number): number => (values[a]! < values[b]! ? -1 : values[a]! > values[b]! ? 1 : 0);
    rows.sort(isDescending ? (a, b) => compare(b, a) : compare);
  }
}

/** Radix sort by the distance from one end, one word of 32 bits after the other. False where a distance is no safe integer. */
function sortByWords(rows: Int32Array, values: Float64Array, isDescending: boolean): boolean {
  const distances = valuesAt(rows, values);
  let min = Infinity;
  let max = -Infinity;
  for (let at = 0; at < distances.length; at++) {
    const value = distances[at]!;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  if (max - min > Number.MAX_SAFE_INTEGER) return false;
  for (let at = 0; at < distances.length; at++) {
    distances[at] = isDescending ? max - distances[at]! : distances[at]! - min;
  }
  const sorter = new RowSorter(rows.length);
  const keys = new Int32Array(rows.length);
  // The sorter reads words with a sign.
  for (let at = 0; at < keys.length; at++) keys[at] = (distances[at]! - WORD / 2) | 0;
  if (max - min < WORD) {
    sorter.sortBeside(rows, 0, rows.length, keys);
    return true;
  }
  const places = rowNumbers(rows.length);
  sorter.sortBeside(places, 0, places.length, keys);
  for (let at = 0; at < keys.length; at++) keys[at] = Math.floor(distances[places[at]!]! / WORD);
  sorter.sortBeside(places, 0, places.length, keys);
  const before = rows.slice();
  for (let at = 0; at < places.length; at++) rows[at] = before[places[at]!]!;
  return true;
}

/** The values of rows, side by side: what is read often should not be looked for all over a column. */
function valuesAt(rows: Int32Array, values: Float64Array): Float64Array {
  const near = new Float64Array(rows.length);
  for (let at = 0; at < near.length; at++) near[at] = values[rows[at]!]!;
  return near;
}
