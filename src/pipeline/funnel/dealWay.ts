import { placeIn, type StageLine } from '../definition/stageLine.js';
import type { Opportunity } from '../opportunity/opportunity.js';

/** What the way of a deal is read from. */
export interface WayDeal extends Pick<Opportunity, 'outcome'> {
  readonly visits: readonly { readonly state: string }[];
  readonly stage?: string;
  readonly deletedAt?: Opportunity['deletedAt'];
}

/** The way of a deal along the open stages. It is overwritten by the next one. */
export interface Way {
  /** 1 for each open stage it was in. */
  readonly visited: Uint8Array;
  /** 1 for each open stage from which it went to the next one right away. */
  readonly direct: Uint8Array;
  /** 1 for each open stage that it was in before a later one, or before it was won. */
  readonly later: Uint8Array;
  /** Highest open stage it was in, or their number when it was won; −1 for none. */
  furthest: number;
  /** The same of the open stage it was in last. */
  last: number;
  /** The open stage it is in now, −1 for none. */
  openIn: number;
  won: boolean;
}

/** A way that nobody has gone yet. */
export function newWay(count: number): Way {
  return {
    visited: new Uint8Array(count),
    direct: new Uint8Array(count),
    later: new Uint8Array(count),
    furthest: -1,
    last: -1,
    openIn: -1,
    won: false,
  };
}

/** Returns a reader of ways: one pass over the visits of a deal, and nothing is made. */
export function dealWay(line: StageLine): (deal: WayDeal, at: number) => Way {
  const { placeOf } = line;
  const way = newWay(line.stages.length);
  let places = new Int32Array(32);
  return ({ visits, outcome }, at) => {
    const { length } = visits;
    if (length > places.length) places = new Int32Array(2 * length);
    for (let index = 0; index < length; index++) {
      const { state } = visits[index]!;
      places[index] = placeOf.get(state) ?? placeIn(line, state, ['deals', at, 'visits', index, 'state']);
    }
    walk(way, places, 0, length, outcome);
    return way;
  };
}

/** Overwrites a way with that of a deal, whose visits are the places from one index to another. */
export function walk(way: Way, places: Int32Array, from: number, to: number, outcome: WayDeal['outcome']): void {
  const { visited, direct, later } = way;
  const count = visited.length;
  visited.fill(0);
  direct.fill(0);
  later.fill(0);
  let furthest = -1;
  let last = -1;
  let before = -1;
  for (let index = from; index < to; index++) {
    const place = places[index]!;
    if (place < 0 || place >= count) {
      before = -1;
      continue;
    }
    visited[place] = 1;
    if (before >= 0 && place === before + 1) direct[before] = 1;
    for (let lower = 0; lower < place; lower++) if (visited[lower] === 1) later[lower] = 1;
    if (place > furthest) furthest = place;
    last = place;
    before = place;
  }
  const won = outcome === 'won';
  if (won) {
    for (let place = 0; place < count; place++) if (visited[place] === 1) later[place] = 1;
    // The order was placed from the last stage before it, even where the deal moved on to an evaluation afterwards.
    if (last === count - 1) direct[last] = 1;
  }
  way.furthest = won ? count : furthest;
  way.last = won ? count : last;
  way.openIn = outcome === null ? last : -1;
  way.won = won;
}
