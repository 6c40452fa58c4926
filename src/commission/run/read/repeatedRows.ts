/** Bits of a filter for each member: sixteen leave about one stranger in sixteen to look at twice. */
const BITS_EACH = 16;

/**
 * The rows of every id that stands more than once, in row order. A filter of bits tells most rows apart without a table
 * of ids; only those that share a bit with another are compared.
 *
 * @param hashes well-mixed hash of the id of each row
 * @param of the id of a row, `undefined` for a row without one
 */
export function repeatedRows<Id>(hashes: Int32Array, of: (row: number) => Id | undefined): number[][] {
  const seen = new BitFilter(hashes.length);
  const shared = new BitFilter(hashes.length);
  let any = false;
  for (let row = 0; row < hashes.length; row++) {
    const hash = hashes[row]!;
    if (seen.add(hash)) continue;
    shared.add(hash);
    any = true;
  }
  if (!any) return [];
  const rows = new Map<Id, number[]>();
  for (let row = 0; row < hashes.length; row++) {
    if (!shared.has(hashes[row]!)) continue;
    const id = of(row);
    if (id === undefined) continue;
    const same = rows.get(id);
    if (same === undefined) rows.set(id, [row]);
    else same.push(row);
  }
  return [...rows.values()].filter((same) => same.length > 1);
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
