import { gridIndex } from '../grid/compileGrid.js';
import type { ReadRfmPolicy } from './readRfmPolicy.js';

/** What scores leave open. */
export const OPEN = -1;

/**
 * The segment, by its place in the order, of a customer whose values lie beyond so many cuts; {@link OPEN} where it
 * depends on money that is not known (`null`).
 */
export function segmentOf(
  { grid, scores }: ReadRfmPolicy,
  recency: number,
  orders: number,
  monetary: number | null,
): number {
  // Few days are good, many orders are.
  const r = scores.r - recency;
  const at = (m: number): number => grid.table[gridIndex(scores, r, orders + 1, m)]!;
  if (monetary !== null) return at(monetary + 1);
  const first = at(1);
  for (let m = 2; m <= scores.m; m++) if (at(m) !== first) return OPEN;
  return first;
}
