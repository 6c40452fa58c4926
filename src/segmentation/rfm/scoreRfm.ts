import type { RfmThresholds } from '../schema/rfm.js';
import { type ReadRfmPolicy, type RfmInput } from './readRfmPolicy.js';
import type { RfmBase } from './rfmBase.js';
import { scoreBounds } from './scoreBounds.js';
import { scoreColumn } from './scoreColumn.js';
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
  const { asOfDay, customers, size, hasOrder, hasMonetary } = base;
  const bounds = (input: RfmInput): bigint[] => scoreBounds(thresholds[input], base[input].scale, boundary);
  // Days lie beyond a bound where the day of the last order is not after the as-of day less the bound.
  const days = bounds('recencyDays').map((bound) => BigInt(asOfDay + 1) - bound);
  const r = scoreColumn(base.recencyDays.values, days);
  const f = scoreColumn(base.orders.values, bounds('orders'));
  const m = scoreColumn(base.monetary.values, bounds('monetary'));
  if (direction === 'lower') {
    turn(r, scores.r);
    turn(f, scores.f);
    turn(m, scores.m);
  }
  if (size < customers.length) for (const column of [r, f, m]) clear(column, hasOrder);
  if (hasMonetary !== hasOrder) clear(m, hasMonetary);
  const segment = segmentsOf(r, f, m, segmentTable(policy));
  const passedAt = (input: RfmInput, at: number): number => {
    if (input === 'recencyDays') return direction === 'lower' ? r[at]! - 1 : scores.r - r[at]!;
    const [score, most] = input === 'orders' ? [f[at]!, scores.f] : [m[at]!, scores.m];
    return direction === 'lower' ? most - score : score - 1;
  };
  return { passedAt, r, f, m, segment, codes: [...grid.order, PROSPECT, null] };
}

/** Counts scores from the other end. */
function turn(column: Uint8Array, most: number): void {
  for (let at = 0; at < column.length; at++) column[at] = most + 1 - column[at]!;
}

/** Takes the scores away that there are not. */
function clear(column: Uint8Array, isKnown: Uint8Array): void {
  for (let at = 0; at < column.length; at++) column[at] = column[at]! * isKnown[at]!;
}

/** Four customers a turn, because each turn looks for all columns anew. */
function segmentsOf(r: Uint8Array, f: Uint8Array, m: Uint8Array, table: Uint16Array): Uint16Array {
  const segment = new Uint16Array(r.length);
  const fours = r.length & ~3;
  for (let at = 0; at < fours; at += 4) {
    const a = table[tableIndex(r[at]!, f[at]!, m[at]!)]!;
    const b = table[tableIndex(r[at + 1]!, f[at + 1]!, m[at + 1]!)]!;
    const c = table[tableIndex(r[at + 2]!, f[at + 2]!, m[at + 2]!)]!;
    const d = table[tableIndex(r[at + 3]!, f[at + 3]!, m[at + 3]!)]!;
    segment[at] = a;
    segment[at + 1] = b;
    segment[at + 2] = c;
    segment[at + 3] = d;
  }
  for (let at = fours; at < r.length; at++) segment[at] = table[tableIndex(r[at]!, f[at]!, m[at]!)]!;
  return segment;
}

/** Scores have one digit. */
function tableIndex(r: number, f: number, m: number): number {
  return (r << 8) | (f << 4) | m;
}

/** The segment by scores: without any, with or without one of money. */
function segmentTable(policy: ReadRfmPolicy): Uint16Array {
  const { scores, direction, grid } = policy;
  const prospect = grid.order.length;
  const open = prospect + 1;
  const table = new Uint16Array(1 << 12);
  table[0] = prospect;
  const shown = (cuts: number, most: number): number => (direction === 'lower' ? most - cuts : cuts + 1);
  for (let recency = 0; recency < scores.r; recency++) {
    const r = direction === 'lower' ? recency + 1 : scores.r - recency;
    for (let orders = 0; orders < scores.f; orders++) {
      for (let money = 0; money <= scores.m; money++) {
        const isKnown = money < scores.m;
        const found = segmentOf(policy, recency, orders, isKnown ? money : null);
        const m = isKnown ? shown(money, scores.m) : 0;
        table[tableIndex(r, shown(orders, scores.f), m)] = found === OPEN ? open : found;
      }
    }
  }
  return table;
}
