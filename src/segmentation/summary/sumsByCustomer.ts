import type { FixedColumn } from '../../core/fixed/column.js';
import type { OrderLog } from './orderLog.js';

/**
 * The exact sums of a column of a log by customer, over the rows from a day on: in doubles where no sum can leave 2⁵³.
 *
 * @param magnitude what the magnitudes of the column add up to
 */
export function sumsByCustomer(
  { values, scale }: FixedColumn,
  magnitude: number,
  { customers, customer, countsAll, day, days }: OrderLog,
  from: number,
): FixedColumn {
  if (values instanceof Float64Array && magnitude <= Number.MAX_SAFE_INTEGER) {
    const sums = new Float64Array(customers.length);
    if (countsAll && from <= days.min) addAll(sums, customer, values);
    else addSome(sums, customer, values, day, from);
    return { values: sums, scale };
  }
  const sums = new Array<bigint>(customers.length).fill(0n);
  for (let row = 0; row < customer.length; row++) {
    const at = customer[row]!;
    if (at >= 0 && day[row]! >= from) sums[at] = sums[at]! + BigInt(values[row]!);
  }
  return { values: sums, scale };
}

/** Four rows a turn, because where an array begins is looked up in each. */
function addAll(sums: Float64Array, customer: Int32Array, values: Float64Array): void {
  const quads = customer.length & ~3;
  for (let row = 0; row < quads; row += 4) {
    const a = customer[row]!;
    const b = customer[row + 1]!;
    const c = customer[row + 2]!;
    const d = customer[row + 3]!;
    sums[a] = sums[a]! + values[row]!;
    sums[b] = sums[b]! + values[row + 1]!;
    sums[c] = sums[c]! + values[row + 2]!;
    sums[d] = sums[d]! + values[row + 3]!;
  }
  for (let row = quads; row < customer.length; row++) {
    const at = customer[row]!;
    sums[at] = sums[at]! + values[row]!;
  }
}

function addSome(sums: Float64Array, customer: Int32Array, values: Float64Array, day: Int32Array, from: number): void {
  for (let row = 0; row < customer.length; row++) {
    const at = customer[row]!;
    if (at >= 0 && day[row]! >= from) sums[at] = sums[at]! + values[row]!;
  }
}
