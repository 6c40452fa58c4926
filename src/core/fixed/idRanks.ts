import { rowNumbers, RowSorter } from './rowSorter.js';

/** So few texts are compared rather than sorted by their units. */
const FEW = 24;

/**
 * The rows in the UTF-16 order of their ids; rows of one id in row order.
 * Sorts by the next few code units at a time, so that each text is read once or twice, not once for each comparison.
 *
 * @param ids the ids by row
 */
export function idOrder(ids: readonly string[]): Int32Array {
  const rows = rowNumbers(ids.length);
  if (isAscending(ids)) return rows;
  const keys: Keys = { upper: new Int32Array(ids.length), lower: new Int32Array(ids.length) };
  sortFrom(rows, 0, ids, keys, new RowSorter(ids.length));
  return rows;
}

/** {@link idOrder} of ids that are meant to differ, and a row whose id another one before it has, the first in that order; −1 without. */
export function distinctOrder(ids: readonly string[]): { readonly rows: Int32Array; readonly twice: number } {
  const rows = idOrder(ids);
  let before: string | null = null;
  for (let place = 0; place < rows.length; place++) {
    const id = ids[rows[place]!]!;
    if (id === before) return { rows, twice: rows[place]! };
    before = id;
  }
  return { rows, twice: -1 };
}

/** The rank of each row's id in UTF-16 order; rows of one id rank in row order. */
export function idRanks(ids: readonly string[]): Int32Array {
  const rows = idOrder(ids);
  const ranks = new Int32Array(ids.length);
  for (let rank = 0; rank < rows.length; rank++) ranks[rows[rank]!] = rank;
  return ranks;
}

function isAscending(ids: readonly string[]): boolean {
  for (let row = 1; row < ids.length; row++) if (ids[row - 1]! > ids[row]!) return false;
  return true;
}

/** The next code units of each id as two integers of 26 bits, in which the end of a text is less than any unit. */
interface Keys {
  readonly upper: Int32Array;
  readonly lower: Int32Array;
}

/** Sorts rows in place whose ids agree in the first `start` code units. */
function sortFrom(rows: Int32Array, start: number, ids: readonly string[], keys: Keys, sorter: RowSorter): void {
  if (rows.length <= FEW) {
    rows.sort((a, b) => (ids[a]! < ids[b]! ? -1 : ids[a]! > ids[b]! ? 1 : a - b));
    return;
  }
  const from = firstDifference(rows, start, ids);
  const units = fillKeys(rows, from, ids, keys);
  sorter.sort(rows, 0, rows.length, keys.lower);
  sorter.sort(rows, 0, rows.length, keys.upper);
  let first = 0;
  for (let at = 1; at <= rows.length; at++) {
    const same =
      at < rows.length &&
      keys.upper[rows[at]!] === keys.upper[rows[first]!] &&
      keys.lower[rows[at]!] === keys.lower[rows[first]!];
    if (same) continue;
    // Texts that end within the units and agree in them are equal, and equal ones are in row order already.
    if (at - first > 1 && ids[rows[first]!]!.length >= from + units) {
      sortFrom(rows.subarray(first, at), from + units, ids, keys, sorter);
    }
    first = at;
  }
}

/** Where the ids first differ, from `start` on; the length of the shortest at most. */
function firstDifference(rows: Int32Array, start: number, ids: readonly string[]): number {
  const first = ids[rows[0]!]!;
  let end = first.length;
  for (const row of rows) {
    const id = ids[row]!;
    let at = start;
    while (at < end && id.charCodeAt(at) === first.charCodeAt(at)) at++;
    end = at;
    if (end === start) break;
  }
  return end;
}

/** Fills the keys of rows and returns how many code units they hold: six, or three where one takes more than a byte. */
function fillKeys(rows: Int32Array, from: number, ids: readonly string[], { upper, lower }: Keys): 3 | 6 {
  for (const row of rows) {
    const id = ids[row]!;
    const a = unit(id, from);
    const b = unit(id, from + 1);
    const c = unit(id, from + 2);
    const d = unit(id, from + 3);
    const e = unit(id, from + 4);
    const f = unit(id, from + 5);
    if ((a | b | c | d | e | f) > 255) {
      for (const row of rows) fillWide(row, ids[row]!, from, { upper, lower });
      return 3;
    }
    upper[row] = (a << 16) | (b << 8) | c;
    lower[row] = (d << 16) | (e << 8) | f;
  }
  return 6;
}

/** Three units of 17 bits each: nine bits of the middle one are above, eight below. */
function fillWide(row: number, id: string, from: number, { upper, lower }: Keys): void {
  const middle = unit(id, from + 1);
  upper[row] = (unit(id, from) << 9) | (middle >>> 8);
  lower[row] = ((middle & 255) << 17) | unit(id, from + 2);
}

/** 0 past the end, else the code unit and one. */
function unit(text: string, at: number): number {
  return at < text.length ? text.charCodeAt(at) + 1 : 0;
}
