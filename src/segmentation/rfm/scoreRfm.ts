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
  for (let at = 0; at < n; at++) {
    if (base.hasOrder[at] === 0) {
      segment[at] = prospect;
      continue;
    }
    const money = base.hasMonetary[at] === 1 ? passed.monetary[at]! : null;
    const found = segmentOf(policy, passed.recencyDays[at]!, passed.orders[at]!, money);
    segment[at] = found === OPEN ? prospect + 1 : found;
  }
  const shown = (input: RfmInput, count: number, known: Uint8Array): Uint8Array => {
    // Days count down to the best score, the others up; with the lowest score as the best it is the other way round.
    const down = (input === 'recencyDays') === (direction === 'higher');
    return passed[input].map((cuts, at) => (known[at] === 0 ? 0 : down ? count - cuts : cuts + 1));
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
