import type { Estimate } from '../../core/estimate.js';

/** The quantile of numbers by linear interpolation between the two around (n − 1)p (Hyndman and Fan, 1996, type 7). */
export function typeSevenQuantile(values: readonly number[], p: number): Estimate {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * p;
  const below = sorted[Math.floor(place)]!;
  const above = sorted[Math.ceil(place)]!;
  return below + (place - Math.floor(place)) * (above - below);
}
