import { RowSorter } from '../../../core/fixed/rowSorter.js';

/** Bits of a filter for each member: with sixteen, at most one stranger in sixteen is taken for a member. */
const BITS_EACH = 16;

/**
 * The rows of every id that stands more than once, in row order. A filter of bits tells most rows apart without a table
 * of ids; the hashes of the others are sorted, and only rows of one hash are compared.
 *
 * @param hashes well-mixed hash of the id of each row
 * @param of the id of a row, `undefined` for a row without one
 */
export function repeatedRows<Id>(hashes: Int32Array, of: (row: number) => Id | undefined): number[][] {
  const rows = rowsOfSharedBits(hashes);
  new RowSorter(rows.length).sort(rows, 0, rows.length, hashes);
  const repeated: number[][] = [];
  let start = 0;
  for (let at = 1; at <= rows.length; at++) {
    if (at < rows.length && hashes[rows[at]!] === hashes[rows[start]!]) continue;
    if (at - start > 1) repeated.push(...rowsOfOneId(rows.subarray(start, at), of));
    start = at;
  }
  return repeated;
}

/** All rows that share their hash with another one, and some that do not, in row order. */
function rowsOfSharedBits(hashes: Int32Array): Int32Array {
  const seen = new BitFilter(hashes.length);
  const later: number[] = [];
  for (let row = 0; row < hashes.length; row++) if (!seen.add(hashes[row]!)) later.push(hashes[row]!);
  const shared = new BitFilter(later.length);
  for (const hash of later) shared.add(hash);
  const rows: number[] = [];
  for (let row = 0; later.length > 0 && row < hashes.length; row++) if (shared.has(hashes[row]!)) rows.push(row);
  return Int32Array.from(rows);
}

function rowsOfOneId<Id>(rows: Int32Array, of: (row: number) => Id | undefined): number[][] {
  const byId = new Map<Id, number[]>();
  for (const row of rows) {
    const id = of(row);
    if (id === undefined) continue;
    const same = byId.get(id);
    if (same === undefined) byId.set(id, [row]);
    else same.push(row);
  }
  return [...byId.values()].filter((same) => same.length > 1);
}

/** The first row of each of these ids that has one. */
export function firstRows<Id>(
  ids: ReadonlySet<Id>,
  hash: (id: Id) => number,
  hashes: Int32Array,
  of: (row: number) => Id | undefined,
): Map<Id, number> {
  const wanted = new BitFilter(ids.size);
  for (const id of ids) wanted.add(hash(id));
  const found = new Map<Id, number>();
  for (let row = 0; row < hashes.length; row++) {
    if (!wanted.has(hashes[row]!)) continue;
    const id = of(row);
    if (id !== undefined && ids.has(id) && !found.has(id)) found.set(id, row);
  }
  return found;
}

/** A set of hashes that goes by their upper bits, so that it also has some that were not added. */
class BitFilter {
  private readonly words: Int32Array;
  private readonly shift: number;

  constructor(members: number) {
    const width = Math.min(Math.max(Math.ceil(Math.log2(members * BITS_EACH + 1)), 5), 32);
    this.words = new Int32Array(2 ** (width - 5));
    this.shift = 32 - width;
  }

  has(hash: number): boolean {
    const bit = hash >>> this.shift;
    return ((this.words[bit >>> 5]! >>> (bit & 31)) & 1) === 1;
  }

  /** Returns whether it was missing. */
  add(hash: number): boolean {
    const bit = hash >>> this.shift;
    const at = bit >>> 5;
    const word = this.words[at]!;
    const mask = 1 << (bit & 31);
    if ((word & mask) !== 0) return false;
    this.words[at] = word | mask;
    return true;
  }
}
