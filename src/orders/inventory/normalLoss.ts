import { exp } from '../../core/elementary.js';
import { erf } from '../../core/erf.js';
import type { Estimate } from '../../core/estimate.js';

const SQRT_2_PI = 2.5066282746310002;

/**
 * The standard normal loss, the mean of what a standard normal variable exceeds z by: φ(z) − z·(1 − Φ(z)). From 3 on by the
 * continued fraction of Mills' ratio, so that nothing cancels.
 */
export function normalLoss(z: number): Estimate {
  if (z < 0) return normalLoss(-z) - z;
  const density = exp((-z * z) / 2) / SQRT_2_PI;
  if (z < 3) return density - (z * (1 - erf(z / Math.SQRT2))) / 2;
  // 1 − Φ(z) = φ(z)/(z + 1/(z + 2/(z + 3/(z + …)))), and sixty levels are enough from 3 on.
  let level = z;
  for (let n = 60; n > 1; n--) level = z + n / level;
  const rest = 1 / level;
  return (density * rest) / (z + rest);
}
