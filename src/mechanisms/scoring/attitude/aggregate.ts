import { Decimal, times } from '../../../core/decimal.js';
import type { Fraction } from '../../../core/fraction.js';
import type { CheckedRubric } from './readRubric.js';

/**
 * What ratings come to: their mean, their median, or the mean of those that are left when ⌊trim·n⌋ are dropped at each end.
 *
 * @param ratings integers of one unit, one or more
 */
export function aggregate(ratings: readonly bigint[], { aggregate, trim }: CheckedRubric): Fraction {
  const n = ratings.length;
  const sorted = ratings.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  if (aggregate === 'median') return { n: sorted[(n - 1) >> 1]! + sorted[n >> 1]!, d: 2n };
  const dropped = aggregate === 'mean' ? 0 : dropCount(trim, n);
  const kept = sorted.slice(dropped, n - dropped);
  return { n: kept.reduce((sum, each) => sum + each, 0n), d: BigInt(kept.length) };
}

function dropCount(trim: Decimal, n: number): number {
  return times(trim, new Decimal(n)).floor().toNumber();
}
