import { NO_DAY } from '../../core/parseDay.js';

/** What the rows of an order log make of each customer, by customer. */
export interface FoldedRows {
  /** {@link UNSEEN}, {@link WITHOUT_ORDER}, or the day of the first order. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly previous: Int32Array;
  readonly rows: Int32Array;
  readonly days: Int32Array;
}

/** So many rows are folded together. */
const BLOCK = 256;

/** No row counts. */
export const UNSEEN = NO_DAY - 1;
/** What counts takes back, and there is no order. */
const WITHOUT_ORDER = NO_DAY;

/**
 * Folds rows in the order of their days. While it goes, the cells of a customer lie side by side, so that a row meets
 * them at once.
 *
 * @param customer by row: place of the customer, −1 for a row that does not count
 * @param values a row below 0 is no order
 * @param sequence the rows in the order of their days; absent where they stand in it
 * @param firstDay that counts for orders
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
  const cells = new Int32Array(4 * n);
  for (let at = 0; at < n; at++) {
    cells[at * 4] = NO_DAY;
    cells[at * 4 + 1] = NO_DAY;
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
    foldBlock(first, cells, block, from, from + end - start, firstDay);
  }
  return unfold(first, cells);
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
 * Reads a cell of each customer of a block. These reads wait for nothing, so the memory serves many at once, and those of
 * the fold that follows find their cells near.
 */
function meet(cells: Int32Array, customer: Int32Array, start: number, end: number): number {
  let met = 0;
  for (let row = start; row < end; row++) {
    const at = customer[row]!;
    if (at >= 0) met ^= cells[at * 4]!;
  }
  return met;
}

function foldBlock(
  first: Int32Array,
  cells: Int32Array,
  { customer, day, values }: LogRows,
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
    if (values[row]! < 0) {
      if (first[at] === unseen) first[at] = WITHOUT_ORDER;
      continue;
    }
    const own = at * 4;
    const on = day[row]!;
    const counts = on >= firstDay ? 1 : 0;
    cells[own + 2] = cells[own + 2]! + counts;
    const last = cells[own]!;
    if (on === last) continue;
    if (last === noDay) first[at] = on;
    cells[own] = on;
    cells[own + 1] = last;
    cells[own + 3] = cells[own + 3]! + counts;
  }
}

function unfold(first: Int32Array, cells: Int32Array): FoldedRows {
  const n = first.length;
  const last = new Int32Array(n);
  const previous = new Int32Array(n);
  const rows = new Int32Array(n);
  const days = new Int32Array(n);
  for (let at = 0; at < n; at++) {
    last[at] = cells[at * 4]!;
    previous[at] = cells[at * 4 + 1]!;
    rows[at] = cells[at * 4 + 2]!;
    days[at] = cells[at * 4 + 3]!;
  }
  return { first, last, previous, rows, days };
}
