import { idOrder } from '../../core/fixed/idRanks.js';

/**
 * The distinct ids in ascending order and, by row, the place of its id among them.
 *
 * @param ids in any order; equal ones become one
 * @param codes by row: index into the ids, −1 for none; overwritten with the places
 */
export function rankIds(
  ids: readonly string[],
  codes: Int32Array,
): { readonly customers: readonly string[]; readonly customer: Int32Array } {
  const customers: string[] = [];
  const rank = new Int32Array(ids.length);
  for (const at of idOrder(ids)) {
    const id = ids[at]!;
    if (customers.length === 0 || customers[customers.length - 1] !== id) customers.push(id);
    rank[at] = customers.length - 1;
  }
  for (let row = 0; row < codes.length; row++) if (codes[row]! >= 0) codes[row] = rank[codes[row]!]!;
  return { customers, customer: codes };
}
