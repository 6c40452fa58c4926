import { rowNumbers, RowSorter } from '../../core/fixed/rowSorter.js';

/** So few rows are compared rather than sorted by their bits. */
const FEW = 24;

/**
 * The rows in the order of their values, from the first column on; equal rows in row order.
 *
 * @param values rows one behind the other, finite and none of them −0
 * @param n number of rows
 * @param width values of a row
 */
export function valueOrder(values: Float64Array, n: number, width: number): Int32Array {
  const rows = rowNumbers(n);
  const keys: Keys = { upper: new Int32Array(n), lower: new Int32Array(n) };
  sortFrom(rows, 0, n, 0, { values, width, keys, sorter: new RowSorter(n) });
  return rows;
}

/** Whether two rows are the same. */
export function equalRows(values: Float64Array, width: number, a: number, b: number): boolean {
  for (let column = 0; column < width; column++) {
    if (values[a * width + column] !== values[b * width + column]) return false;
  }
  return true;
}

/** The bits of a value by row, as two integers that ascend with it. */
interface Keys {
  readonly upper: Int32Array;
  readonly lower: Int32Array;
}

interface Sorting {
  readonly values: Float64Array;
  readonly width: number;
  readonly keys: Keys;
  readonly sorter: RowSorter;
}

/** Sorts rows in place that agree in the columns before one. */
function sortFrom(rows: Int32Array, start: number, end: number, column: number, sorting: Sorting): void {
  const { values, width, keys, sorter } = sorting;
  if (column === width) return;
  if (end - start <= FEW) {
    insertEach(rows, start, end, values, width);
    return;
  }
  fillKeys(rows, start, end, column, sorting);
  // Most values differ in their upper bits already.
  sorter.sort(rows, start, end, keys.upper);
  forEachRun(rows, start, end, keys.upper, (first, last) => {
    if (last - first <= FEW) sortFrom(rows, first, last, column, sorting);
    else {
      sorter.sort(rows, first, last, keys.lower);
      forEachRun(rows, first, last, keys.lower, (from, to) => sortFrom(rows, from, to, column + 1, sorting));
    }
  });
}

/** Calls back for each stretch of two rows or more that have the same key; what it does to the keys of a stretch is over then. */
function forEachRun(
  rows: Int32Array,
  start: number,
  end: number,
  keys: Int32Array,
  visit: (first: number, end: number) => void,
): void {
  for (let first = start, at = start + 1; at <= end; at++) {
    if (at < end && keys[rows[at]!] === keys[rows[first]!]) continue;
    if (at - first > 1) visit(first, at);
    first = at;
  }
}

/** Sorts a few rows by all their values; equal ones stay in their order, which is that of their numbers. */
function insertEach(rows: Int32Array, start: number, end: number, values: Float64Array, width: number): void {
  for (let next = start + 1; next < end; next++) {
    const row = rows[next]!;
    let at = next;
    for (; at > start && compare(values, width, rows[at - 1]!, row) > 0; at--) rows[at] = rows[at - 1]!;
    rows[at] = row;
  }
}

function fillKeys(
  rows: Int32Array,
  start: number,
  end: number,
  column: number,
  { values, width, keys }: Sorting,
): void {
  const { upper, lower } = keys;
  const bits = new DataView(new ArrayBuffer(8));
  for (let at = start; at < end; at++) {
    const row = rows[at]!;
    bits.setFloat64(0, values[row * width + column]!);
    const high = bits.getInt32(0);
    const low = bits.getInt32(4);
    // Below zero the bits descend. The lower ones are compared without a sign.
    upper[row] = high < 0 ? high ^ 0x7fffffff : high;
    lower[row] = high < 0 ? low ^ 0x7fffffff : low ^ -0x80000000;
  }
}

function compare(values: Float64Array, width: number, a: number, b: number): number {
  for (let column = 0; column < width; column++) {
    const gap = values[a * width + column]! - values[b * width + column]!;
    if (gap !== 0) return gap;
  }
  return 0;
}
