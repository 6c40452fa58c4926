import { compareText } from '../../core/compareText.js';
import { type Ratio, ratio } from '../../core/ratio.js';
import type { Territory } from '../schema/territory.js';

/** What two territories share. */
export interface TerritoryOverlap {
  /** Shared regions in all regions of both; `null` where both are empty. */
  readonly jaccard: Ratio | null;
  /** Sorted. */
  readonly shared: readonly string[];
}

/**
 * Returns which regions two territories share, and how many of all of theirs these are.
 *
 * @param a a territory
 * @param b another one
 * @example
 * import { territoryOverlap } from 'salesmodel/channel';
 *
 * const { jaccard, shared } = territoryOverlap({ id: 'A', regions: ['north', 'east'] }, { id: 'B', regions: ['east', 'south'] });
 * [jaccard?.value, shared]; // => ['0.333333333333', ['east']]
 */
export function territoryOverlap(a: Territory, b: Territory): TerritoryOverlap {
  const [own, others] = [new Set(a.regions), new Set(b.regions)];
  const shared = [...own].filter((region) => others.has(region)).sort(compareText);
  const all = new Set([...own, ...others]).size;
  return { jaccard: all === 0 ? null : ratio(shared.length, all), shared };
}
