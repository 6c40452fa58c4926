import { rowNumbers, RowSorter } from '../../core/fixed/rowSorter.js';

/** The rows in the order of their days, or `undefined` where they stand in it already. */
export function daySequence(day: Int32Array): Int32Array | undefined {
  let ascends = true;
  for (let row = 1; row < day.length && ascends; row++) ascends = day[row - 1]! <= day[row]!;
  if (ascends) return undefined;
  const rows = rowNumbers(day.length);
  new RowSorter(day.length).sort(rows, 0, rows.length, day);
  return rows;
}
