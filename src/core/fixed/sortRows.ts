import type { FixedColumn } from './column.js';
import { RowSorter } from './rowSorter.js';

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
  let min = Infinity;
  let max = -Infinity;
  for (const row of rows) {
    const value = values[row]!;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  if (max - min > Number.MAX_SAFE_INTEGER) return false;
  const sorter = new RowSorter(rows.length);
  const keys = new Int32Array(values.length);
  // The sorter reads words with a sign.
  for (const row of rows) keys[row] = ((isDescending ? max - values[row]! : values[row]! - min) - WORD / 2) | 0;
  sorter.sort(rows, 0, rows.length, keys);
  if (max - min < WORD) return true;
  for (const row of rows) keys[row] = Math.floor((isDescending ? max - values[row]! : values[row]! - min) / WORD);
  sorter.sort(rows, 0, rows.length, keys);
  return true;
}
