import { NO_DAY } from '../../core/parseDay.js';

/** What the rows of an order log make of each customer. A customer's cells lie side by side, so that a row meets them at once. */
export interface FoldedRows {
  /** By customer: {@link UNSEEN}, {@link WITHOUT_ORDER}, or the day of the first order. */
  readonly first: Int32Array;
  /** By customer six cells: the days of the last order and of the one before, rows, days, and a sum as two cells. */
  readonly cells: Int32Array;
  /** The cells as doubles: the sum is the third of a customer. */
  readonly doubles: Float64Array;
}

/** So many rows are folded together. */
const BLOCK = 256;

/** No row counts. */
export const UNSEEN = NO_DAY - 1;
/** What counts takes back, and there is no order. */
export const WITHOUT_ORDER = NO_DAY;

/**
 * Folds rows in the order of their days.
 *
 * @param customer by row: place of the customer, −1 for a row that does not count
 * @param values what is summed; a row below 0 is no order
 * @param sequence the rows in the order of their days; absent where they stand in it
 * @param firstDay that counts for orders and sums
 * @param n number of customers
 */
export function foldRows(
  customer: Int32Array,
  day: Int32Array,
  values: Float64Array,
  sequence: Int32Array | undefined,
  firstDay: number,
  n: number,
): FoldedRows {
  const first = new Int32Array(n).fill(UNSEEN);
  const doubles = new Float64Array(n * 3);
  const cells = new Int32Array(doubles.buffer);
  const folded = { first, cells, doubles };
  for (let at = 0; at < n; at++) {
    cells[at * 6] = NO_DAY;
    cells[at * 6 + 1] = NO_DAY;
  }
  const rows = sequence === undefined ? { customer, day, values } : null;
  const block = rows ?? {
    customer: new Int32Array(BLOCK),
    day: new Int32Array(BLOCK),
    values: new Float64Array(BLOCK),
  };
  const met = new Int32Array(1);
  for (let start = 0; start < customer.length; start += BLOCK) {
    const end = Math.min(start + BLOCK, customer.length);
    if (rows === null) gather(block, { customer, day, values }, sequence!, start, end);
    const from = rows === null ? 0 : start;
    // Reads whose result is kept nowhere would be left out.
    met[0] = meet(cells, block.customer, from, from + end - start);
    foldBlock(folded, block.customer, block.day, block.values, from, from + end - start, firstDay);
  }
  return folded;
}

/** The rows of an order log by column. */
interface LogRows {
  readonly customer: Int32Array;
  readonly day: Int32Array;
  readonly values: Float64Array;
}

/** Copies rows of a sequence to the beginning of a block. */
function gather(
  block: LogRows,
  { customer, day, values }: LogRows,
  sequence: Int32Array,
  start: number,
  end: number,
): void {
  for (let place = start; place < end; place++) {
    const row = sequence[place]!;
    block.customer[place - start] = customer[row]!;
    block.day[place - start] = day[row]!;
    block.values[place - start] = values[row]!;
  }
}

/**
 * Reads the first and the last cell of each customer of a block, which may lie in two lines of the cache. These reads wait
 * for nothing, so the memory serves many at once, and those of the fold that follows find their cells near.
 */
function meet(cells: Int32Array, customer: Int32Array, start: number, end: number): number {
  let met = 0;
  for (let row = start; row < end; row++) {
    const at = customer[row]!;
    if (at >= 0) met ^= cells[at * 6]! ^ cells[at * 6 + 5]!;
  }
  return met;
}

function foldBlock(
  { first, cells, doubles }: FoldedRows,
  customer: Int32Array,
  day: Int32Array,
  values: Float64Array,
  start: number,
  end: number,
  firstDay: number,
): void {
  // Names of other modules are looked up whenever they are met.
  const noDay = NO_DAY;
  const unseen = UNSEEN;
  for (let row = start; row < end; row++) {
    const at = customer[row]!;
    if (at < 0) continue;
    const own = at * 6;
    const value = values[row]!;
    const on = day[row]!;
    const counts = on >= firstDay ? 1 : 0;
    if (counts === 1) doubles[at * 3 + 2] = doubles[at * 3 + 2]! + value;
    if (value < 0) {
      if (first[at] === unseen) first[at] = noDay;
      continue;
    }
    cells[own + 2] = cells[own + 2]! + counts;
    const last = cells[own]!;
    if (on === last) continue;
    if (last === noDay) first[at] = on;
    cells[own] = on;
    cells[own + 1] = last;
    cells[own + 3] = cells[own + 3]! + counts;
  }
}
