import { NO_DAY } from '../../core/parseDay.js';

/** What the rows of an order log make of each customer. A customer's cells lie side by side, so that a row meets them at once. */
export interface FoldedRows {
  /** By customer: {@link UNSEEN}, {@link WITHOUT_ORDER}, or the day of the first order from {@link NO_DAY} on. */
  readonly first: Int32Array;
  /** {@link CELLS} a customer: days from {@link NO_DAY} on, counts, and a sum as two cells. */
  readonly cells: Int32Array;
  /** The cells as doubles. */
  readonly doubles: Float64Array;
}

/** No row counts. */
export const UNSEEN = 0;
/** What counts takes back, and there is no order. */
export const WITHOUT_ORDER = 1;

export const CELLS = 6;
export const LAST = 0;
export const PREVIOUS = 1;
export const ROWS = 2;
export const DAYS = 3;
/** Among the doubles. */
export const SUM = 2;

/**
 * Folds rows in the order of their days.
 *
 * @param customer by row: place of the customer, −1 for a row that does not count
 * @param values what is summed; a row below 0 is no order
 * @param sequence the rows in the order of their days; absent where they stand in it
 * @param from first day that counts for orders and sums
 * @param n number of customers
 */
export function foldRows(
  customer: Int32Array,
  day: Int32Array,
  values: Float64Array,
  sequence: Int32Array | undefined,
  from: number,
  n: number,
): FoldedRows {
  const first = new Int32Array(n);
  const doubles = new Float64Array((n * CELLS) / 2);
  const cells = new Int32Array(doubles.buffer);
  for (let place = 0; place < customer.length; place++) {
    const row = sequence === undefined ? place : sequence[place]!;
    const at = customer[row]!;
    if (at < 0) continue;
    const own = at * CELLS;
    const value = values[row]!;
    const on = day[row]!;
    const counts = on >= from ? 1 : 0;
    if (counts === 1) doubles[own / 2 + SUM] = doubles[own / 2 + SUM]! + value;
    if (value < 0) {
      if (first[at] === UNSEEN) first[at] = WITHOUT_ORDER;
      continue;
    }
    cells[own + ROWS] = cells[own + ROWS]! + counts;
    const since = on - NO_DAY;
    const last = cells[own + LAST]!;
    if (since === last) continue;
    if (last === 0) first[at] = since;
    cells[own + PREVIOUS] = last;
    cells[own + LAST] = since;
    cells[own + DAYS] = cells[own + DAYS]! + counts;
  }
  return { first, cells, doubles };
}
