import type { DecimalString } from '../../core/decimal.js';
import { oneOf } from '../../core/oneOf.js';
import { type OrderOptions, type Standings, standingsOf } from './standings.js';
import type { RankEntry } from './tieBreaker.js';

const RANK_TIES = ['competition', 'max', 'average', 'dense', 'ordinal'] as const;

/**
 * The rank of entries that are equal in value and in every tie-breaker: `competition` the best of the places they take
 * (1, 2, 2, 4), `max` the worst (1, 3, 3, 4), `average` the middle (1, 2.5, 2.5, 4), `dense` the number of better groups
 * and one (1, 2, 2, 3), `ordinal` a place for each, by id (1, 2, 3, 4).
 *
 * @useDeclaredType
 */
export type RankTies = (typeof RANK_TIES)[number];

/** How entries are ranked. */
export interface RankOptions extends OrderOptions {
  /** Default `competition`. */
  readonly ties?: RankTies;
}

/** An entry with its rank: a whole number from 1 on, or a half of an `average`. */
export interface RankedEntry {
  readonly id: string;
  readonly value: DecimalString;
  readonly rank: number;
}

/** Entries by rank, then id, and the ids of those without a value. */
export interface Ranking {
  readonly ranked: readonly RankedEntry[];
  readonly unranked: readonly string[];
}

/**
 * Returns the rank of each entry, by rank and then id (UTF-16 code units). Values are equal when they are so as decimals:
 * `1.0` is `1`. Entries without a value are listed, not ranked.
 *
 * @param values one entry for each id
 * @param options ties, direction, tie-breakers
 * @throws SalesModelError `ids.duplicate`, `key.invalid`, `key.forbidden`, `option.unknown`, `decimal.invalid`,
 *   `decimal.tooLong`
 * @example
 * import { rank } from 'salesmodel/mechanisms/scoring';
 *
 * const values = [{ id: 'Ana', value: '88' }, { id: 'Bo', value: '95' }, { id: 'Cy', value: '88.0' }, { id: 'Di', value: null }];
 * rank(values).ranked.map(({ id, rank }) => `${rank} ${id}`); // => ['1 Bo', '2 Ana', '2 Cy']
 * rank(values).unranked; // => ['Di']
 * rank(values, { ties: 'average' }).ranked[1]; // => { id: 'Ana', value: '88', rank: 2.5 }
 */
export function rank(values: readonly RankEntry[], options: RankOptions = {}): Ranking {
  const ties = toRankTies(options.ties);
  const standings = standingsOf(values, options);
  return { ranked: rankedEntries(standings, ties), unranked: standings.missing };
}

/** @throws SalesModelError `option.unknown` */
export function toRankTies(ties: RankTies = 'competition'): RankTies {
  return oneOf(ties, RANK_TIES, ['ties']);
}

/** The entries of an order with their ranks. */
export function rankedEntries(standings: Standings, ties: RankTies): RankedEntry[] {
  const { ids, texts, rows } = standings;
  const ranks = ranksInOrder(standings, ties);
  const ranked = new Array<RankedEntry>(rows.length);
  for (let place = 0; place < rows.length; place++) {
    const row = rows[place]!;
    ranked[place] = { id: ids[row]!, value: texts[row]!, rank: ranks[place]! };
  }
  return ranked;
}

/** The rank of each place of an order: whole ones as small integers, which take no room of their own in an entry. */
export function ranksInOrder({ rows, starts }: Standings, ties: RankTies): Float64Array | Int32Array {
  const ranks = ties === 'average' ? new Float64Array(rows.length) : new Int32Array(rows.length);
  for (let group = 0; group + 1 < starts.length; group++) {
    const start = starts[group]!;
    const end = starts[group + 1]!;
    const shared = sharedRank(ties, start, end, group);
    for (let place = start; place < end; place++) ranks[place] = ties === 'ordinal' ? place + 1 : shared;
  }
  return ranks;
}

/** The rank of a group of equals that takes the places `start` … `end − 1`, counted from 0. */
function sharedRank(ties: RankTies, start: number, end: number, group: number): number {
  switch (ties) {
    case 'competition':
    case 'ordinal':
      return start + 1;
    case 'max':
      return end;
    case 'average':
      return (start + 1 + end) / 2;
    case 'dense':
      return group + 1;
  }
}
