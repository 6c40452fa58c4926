import type { FixedColumn } from '../../core/fixed/column.js';
import { sumAbs } from '../../core/fixed/sumAbs.js';

/**
 * The exact sums of a column by customer, over the rows from a day on: in doubles where no sum can leave 2⁵³.
 *
 * @param customer by row: place of the customer, −1 for a row that does not count
 * @param n number of customers
 */
export function sumsByCustomer(
  { values, scale }: FixedColumn,
  customer: Int32Array,
  day: Int32Array,
  from: number,
  n: number,
): FixedColumn {
  if (values instanceof Float64Array && sumAbs(values) <= Number.MAX_SAFE_INTEGER) {
    const sums = new Float64Array(n);
    for (let row = 0; row < customer.length; row++) {
      const at = customer[row]!;
      if (at >= 0 && day[row]! >= from) sums[at] = sums[at]! + values[row]!;
    }
    return { values: sums, scale };
  }
  const sums = new Array<bigint>(n).fill(0n);
  for (let row = 0; row < customer.length; row++) {
    const at = customer[row]!;
    if (at >= 0 && day[row]! >= from) sums[at] = sums[at]! + BigInt(values[row]!);
  }
  return { values: sums, scale };
}
