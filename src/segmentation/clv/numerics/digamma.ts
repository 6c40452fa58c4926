import { ln } from '../../../core/elementary.js';

/** From here on the asymptotic series is exact to a double's last places. */
const ASYMPTOTIC_FROM = 8;
/** −B₂ₖ/2k for k = 7 … 1. */
const COEFFICIENTS = [-1 / 12, 691 / 32760, -1 / 132, 1 / 240, -1 / 252, 1 / 120, -1 / 12];

/** Derivative of ln Γ at x > 0: recurrence up to 8, then the series of NIST Digital Library of Mathematical Functions 5.11.2. */
export function digamma(x: number): number {
  let below = 0;
  let at = x;
  for (; at < ASYMPTOTIC_FROM; at++) below += 1 / at;
  const square = 1 / (at * at);
  let sum = 0;
  for (const coefficient of COEFFICIENTS) sum = (sum + coefficient) * square;
  return ln(at) - 0.5 / at + sum - below;
}
