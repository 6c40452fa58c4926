import type { RfmThresholds } from '../schema/rfm.js';
import { type ReadRfmPolicy, type RfmInput } from './readRfmPolicy.js';
import type { RfmBase } from './rfmBase.js';
import { cutsPassed, scoreBounds } from './scoreBounds.js';
import { OPEN, segmentOf } from './segmentOf.js';

/** The segment of customers without an order, who have no scores. */
const PROSPECT = 'prospect';

/** Scores and segments by customer. */
export interface ScoredRfm {
  /** By customer: how many cuts each input lies beyond. */
  readonly passed: Readonly<Record<RfmInput, Uint8Array>>;
  readonly r: Uint8Array;
  readonly f: Uint8Array;
  readonly m: Uint8Array;
  readonly segment: Uint16Array;
  readonly codes: readonly (string | null)[];
}

export function scoreRfm(base: RfmBase, thresholds: RfmThresholds, policy: ReadRfmPolicy): ScoredRfm {
  const { scores, direction, boundary, grid } = policy;
  const past = (input: RfmInput): Uint8Array =>
    cutsPassed(base[input], scoreBounds(thresholds[input], base[input].scale, boundary));
  const passed = { recencyDays: past('recencyDays'), orders: past('orders'), monetary: past('monetary') };
  const n = base.customers.length;
  const segment = new Uint16Array(n);
  const codes = [...grid.order, PROSPECT, null];
  const prospect = grid.order.length;
  const table = segmentTable(policy, prospect + 1);
  const { recencyDays, orders, monetary } = passed;
  for (let at = 0; at < n; at++) {
    const money = base.hasMonetary[at] === 1 ? monetary[at]! : scores.m;
    const place = (recencyDays[at]! * scores.f + orders[at]!) * (scores.m + 1) + money;
    segment[at] = base.hasOrder[at] === 1 ? table[place]! : prospect;
  }
  const shown = (input: RfmInput, count: number, known: Uint8Array): Uint8Array => {
    // Days count down to the best score, the others up; with the lowest score as the best it is the other way round.
    const down = (input === 'recencyDays') === (direction === 'higher');
    const cuts = passed[input];
    const list = new Uint8Array(n);
    for (let at = 0; at < n; at++) list[at] = known[at] === 0 ? 0 : down ? count - cuts[at]! : cuts[at]! + 1;
    return list;
  };
  return {
    passed,
    r: shown('recencyDays', scores.r, base.hasOrder),
    f: shown('orders', scores.f, base.hasOrder),
    m: shown('monetary', scores.m, base.hasMonetary),
    segment,
    codes,
  };
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
