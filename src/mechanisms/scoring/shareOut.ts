import { roundUnits } from '../../core/rounding.js';

/** A weighted mean in whole units, and what each value has in it. */
export interface SharedMean {
  /** Σ points ÷ divisor, half even. */
  readonly total: bigint;
  /** Each is points ÷ divisor cut or raised to a neighbouring unit; they add up to the total. */
  readonly parts: readonly bigint[];
}

/**
 * Divides points by their common divisor. Every part is cut down, and what is then left goes out one unit each to the
 * largest cuts, equal ones to the earlier part. Points may be negative.
 *
 * @param divisor positive
 */
export function shareOut(points: readonly bigint[], divisor: bigint): SharedMean {
  const sum = points.reduce((all, each) => all + each, 0n);
  const total = roundUnits(sum, divisor, 'halfEven');
  const cuts = points.map((each) => ((each % divisor) + divisor) % divisor);
  const parts = points.map((each, at) => (each - cuts[at]!) / divisor);
  let left = parts.reduce((rest, each) => rest - each, total);
  const order = cuts.map((_, at) => at).sort((a, b) => (cuts[a]! > cuts[b]! ? -1 : cuts[a]! < cuts[b]! ? 1 : a - b));
  for (const at of order) {
    if (left === 0n) break;
    parts[at]! += 1n;
    left -= 1n;
  }
  return { total, parts };
}
