import type { Share, ShareRow } from './sharesBy.js';
import { sharesBy } from './sharesBy.js';
import { addRatios, compareRatios, type Ratio, ratio } from './ratio.js';

/** The part of a group in the total, and of all groups up to it. */
export interface ParetoShare extends Share {
  readonly cumulative: Ratio;
}

/**
 * Returns the share of each group, the greatest first (of equals by their keys), with the share of all up to it.
 *
 * @param rows sizes with their classes
 * @param by names of the keys that make a group
 * @throws SalesModelError `decimal.invalid`, `decimal.tooLong`, `key.invalid`, `key.forbidden`
 * @example
 * import { paretoBy } from 'salesmodel/core';
 *
 * const causes = ['late', 'broken', 'late', 'late', 'price'].map((cause) => ({ keys: { cause }, value: 1 }));
 * paretoBy(causes, ['cause']).map(({ keys, cumulative }) => `${keys['cause']} ${cumulative.value}`);
 * // => [ 'late 0.6', 'broken 0.8', 'price 1' ]
 */
export function paretoBy(rows: readonly ShareRow[], by: readonly string[]): ParetoShare[] {
  const sorted = sharesBy(rows, by).sort((a, b) => compareRatios(b.share, a.share));
  let sum = ratio(0, sorted[0]?.share.denominator ?? 1);
  return sorted.map((share) => ({ ...share, cumulative: (sum = addRatios(sum, share.share)) }));
}
