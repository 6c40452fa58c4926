import { idOrder } from '../../core/fixed/idRanks.js';

/** Distinct ids in ascending order, and what the places in a list of ids are among them. */
interface RankedIds {
  readonly customers: readonly string[];
  /** By place in the list; `null` where the list is in order and has each id once. */
  readonly rank: Int32Array | null;
}

/** @param ids in any order; equal ones become one */
export function rankIds(ids: readonly string[]): RankedIds {
  if (strictlyAscends(ids)) return { customers: ids, rank: null };
  const customers: string[] = [];
  const rank = new Int32Array(ids.length);
  for (const at of idOrder(ids)) {
    const id = ids[at]!;
    if (customers.length === 0 || customers[customers.length - 1] !== id) customers.push(id);
    rank[at] = customers.length - 1;
  }
  return { customers, rank };
}

/** The ranks of places in a list of ids, by row; −1 stays. */
export function ranksOf(places: Int32Array, { rank }: RankedIds): Int32Array {
  if (rank === null) return places;
  const ranks = new Int32Array(places.length);
  for (let row = 0; row < places.length; row++) {
    const place = places[row]!;
    ranks[row] = place < 0 ? -1 : rank[place]!;
  }
  return ranks;
}

function strictlyAscends(ids: readonly string[]): boolean {
  for (let at = 1; at < ids.length; at++) if (ids[at - 1]! >= ids[at]!) return false;
  return true;
}
