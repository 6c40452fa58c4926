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

function addAll(sums: Float64Array, customer: Int32Array, values: Float64Array): void {
  for (let row = 0; row < customer.length; row++) {
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
