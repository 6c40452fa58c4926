import { checkProbability, type Estimate } from './estimate.js';
import { fail } from './fail.js';
import { normalQuantile } from './normalQuantile.js';

/** Bounds of an estimated share, or why there are none. */
export type ShareInterval =
  | { readonly lower: Estimate; readonly upper: Estimate }
  | { readonly lower: null; readonly upper: null; readonly reason: 'noTrials' };

/**
 * Returns the score interval of a share (Wilson, 1927), estimates within 0 and 1; without trials there is none.
 *
 * @param successes number from 0 to n
 * @param n number of trials, from 0 on
 * @param confidence above 0 and below 1, default 0.95
 * @throws SalesModelError `estimate.count`, `estimate.probability`
 * @example
 * import { wilsonInterval } from 'salesmodel/core';
 *
 * wilsonInterval(0, 5).lower; // => 0
 * wilsonInterval(0, 5).upper?.toFixed(6); // => '0.434482'
 */
export function wilsonInterval(successes: number, n: number, confidence = 0.95): ShareInterval {
  checkProbability(confidence, ['confidence']);
  if (!(Number.isFinite(n) && n >= 0 && n <= Number.MAX_SAFE_INTEGER)) {
    fail('estimate.count', ['n'], { max: Number.MAX_SAFE_INTEGER, value: String(n) });
  }
  if (!(Number.isFinite(successes) && successes >= 0 && successes <= n)) {
    fail('estimate.count', ['successes'], { max: n, value: String(successes) });
  }
  if (n === 0) return { lower: null, upper: null, reason: 'noTrials' };
  const z = normalQuantile((1 - confidence) / 2);
  const square = z * z;
  // The greater root of (n + z²)p² − (2k + z²)p + k²/n = 0, and the lesser from their product: nothing cancels.
  const greater = successes + square / 2 + Math.sqrt(square * ((successes * (n - successes)) / n + square / 4));
  return {
    lower: (successes / greater) * (successes / n),
    upper: successes === n ? 1 : greater / (n + square),
  };
}
