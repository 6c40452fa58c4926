import type { RfmThresholds } from '../schema/rfm.js';
import { type ReadRfmPolicy, type RfmInput } from './readRfmPolicy.js';
import type { RfmBase } from './rfmBase.js';
import { passedLookup, type PassedLookup, scoreBounds } from './scoreBounds.js';
import { OPEN, segmentOf } from './segmentOf.js';

/** The segment of customers without an order, who have no scores. */
const PROSPECT = 'prospect';

/** Scores and segments by customer. */
export interface ScoredRfm {
  /** How many cuts an input of a customer lies beyond; of one that is known. */
  passedAt(input: RfmInput, at: number): number;
  readonly r: Uint8Array;
  readonly f: Uint8Array;
  readonly m: Uint8Array;
  readonly segment: Uint16Array;
  readonly codes: readonly (string | null)[];
}

export function scoreRfm(base: RfmBase, thresholds: RfmThresholds, policy: ReadRfmPolicy): ScoredRfm {
  const { scores, direction, boundary, grid } = policy;
  const lookup = (input: RfmInput): PassedLookup =>
    passedLookup(base[input], scoreBounds(thresholds[input], base[input].scale, boundary));
  const [days, counts, money] = [lookup('recencyDays'), lookup('orders'), lookup('monetary')];
  const n = base.customers.length;
  const codes = [...grid.order, PROSPECT, null];
  const prospect = grid.order.length;
  const table = segmentTable(policy, prospect + 1);
  const columns = scores.m + 1;
  // The place in the table as a sum of three.
  const rows = Uint16Array.from(days.table, (cuts) => cuts * scores.f * columns);
  const parts = Uint16Array.from(counts.table, (cuts) => cuts * columns);
  const shown = {
    r: shownScores(scores.r, direction === 'higher', (place) => Math.floor(place / columns / scores.f), table.length),
    f: shownScores(scores.f, direction === 'lower', (place) => Math.floor(place / columns) % scores.f, table.length),
    m: shownScores(scores.m, direction === 'lower', (place) => place % columns, table.length),
  };
  const [r, f, m] = [new Uint8Array(n), new Uint8Array(n), new Uint8Array(n)];
  const segment = new Uint16Array(n);
  const { hasOrder, hasMonetary } = base;
  for (let at = 0; at < n; at++) {
    if (hasOrder[at] === 0) {
      segment[at] = prospect;
      continue;
    }
    const last = hasMonetary[at] === 1 ? money.table[money.values[at]! - money.min]! : scores.m;
    const place = rows[days.values[at]! - days.min]! + parts[counts.values[at]! - counts.min]! + last;
    r[at] = shown.r[place]!;
    f[at] = shown.f[place]!;
    m[at] = shown.m[place]!;
    segment[at] = table[place]!;
  }
  const lookups = { recencyDays: days, orders: counts, monetary: money };
  const passedAt = (input: RfmInput, at: number): number => {
    const { values, min, table: passed } = lookups[input];
    return passed[values[at]! - min]!;
  };
  return { passedAt, r, f, m, segment, codes };
}

/** The score to show by place in the table: down from the count or up from 1, and 0 for what is not known. */
function shownScores(count: number, down: boolean, cutsAt: (place: number) => number, length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, place) => {
    const cuts = cutsAt(place);
    return cuts === count ? 0 : down ? count - cuts : cuts + 1;
  });
}

/** The segment by cuts passed: recency, orders, and money with a last place for money that is not known. */
function segmentTable(policy: ReadRfmPolicy, open: number): Uint16Array {
  const { r, f, m } = policy.scores;
  const table = new Uint16Array(r * f * (m + 1));
  let place = 0;
  for (let recency = 0; recency < r; recency++) {
    for (let orders = 0; orders < f; orders++) {
      for (let money = 0; money <= m; money++) {
        const found = segmentOf(policy, recency, orders, money === m ? null : money);
        table[place++] = found === OPEN ? open : found;
      }
    }
  }
  return table;
}
