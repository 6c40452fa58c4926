/** Sorting moves rows into as many places at a time as a cache has room to write to. */
const MAX_BITS = 11;

/**
 * A radix sort of rows by an integer of theirs: one pass for each eleven bits that the integers differ in.
 * Rows with the same stay in the order given. The buffers are kept, because many short stretches are sorted in turn.
 */
export class RowSorter {
  private rows: Int32Array;
  private keys: Int32Array;
  private otherRows: Int32Array;
  private otherKeys: Int32Array;
  private readonly next = new Int32Array(2 ** MAX_BITS + 1);

  /** @param capacity the most rows to be sorted at once */
  constructor(capacity: number) {
    this.rows = new Int32Array(capacity);
    this.keys = new Int32Array(capacity);
    this.otherRows = new Int32Array(capacity);
    this.otherKeys = new Int32Array(capacity);
  }

  /** Sorts `order[start] … order[end − 1]` by the integer of each row. */
  sort(order: Int32Array, start: number, end: number, keyOfRow: Int32Array): void {
    const { keys } = this;
    for (let at = start; at < end; at++) keys[at - start] = keyOfRow[order[at]!]!;
    this.sortKeyed(order, start, end);
  }

  /** {@link sort} by integers that stand beside the rows of `order`. */
  sortBeside(order: Int32Array, start: number, end: number, keys: Int32Array): void {
    this.keys.set(keys.subarray(start, end));
    this.sortKeyed(order, start, end);
  }

  private sortKeyed(order: Int32Array, start: number, end: number): void {
    const n = end - start;
    const { keys } = this;
    let min = keys[0]!;
    let max = min;
    let ascending = true;
    for (let at = 1; at < n; at++) {
      const key = keys[at]!;
      if (key < keys[at - 1]!) ascending = false;
      if (key < min) min = key;
      else if (key > max) max = key;
    }
    if (ascending) return;
    this.rows.set(order.subarray(start, end));
    const width = 32 - Math.clz32(max - min);
    const passes = Math.ceil(width / Math.min(MAX_BITS, Math.max(4, 32 - Math.clz32(n))));
    const bits = Math.ceil(width / passes);
    for (let shift = 0; shift < width; shift += bits) this.pass(n, min, shift, (1 << bits) - 1);
    order.set(this.rows.subarray(0, n), start);
  }

  private pass(n: number, min: number, shift: number, mask: number): void {
    const { rows, keys, otherRows, otherKeys, next } = this;
    next.fill(0, 0, mask + 2);
    // The difference may leave 32 bits; its lower 32 bits without a sign are what is meant.
    for (let at = 0; at < n; at++) {
      const digit = ((((keys[at]! - min) | 0) >>> shift) & mask) + 1;
      next[digit] = (next[digit]! + 1) | 0;
    }
    for (let digit = 1; digit <= mask; digit++) next[digit] = (next[digit]! + next[digit - 1]!) | 0;
    for (let at = 0; at < n; at++) {
      const key = keys[at]!;
      const digit = (((key - min) | 0) >>> shift) & mask;
      const place = next[digit]!;
      next[digit] = (place + 1) | 0;
      otherRows[place] = rows[at]!;
      otherKeys[place] = key;
    }
    this.rows = otherRows;
    this.keys = otherKeys;
    this.otherRows = rows;
    this.otherKeys = keys;
  }
}

/** All rows in row order. */
export function rowNumbers(n: number): Int32Array {
  const rows = new Int32Array(n);
  for (let row = 1; row < n; row++) rows[row] = row;
  return rows;
}
