import { exp } from '../../../core/elementary.js';

/** (1 − e⁻ᵘ)/u, 1 at u = 0: the mean of e⁻ᵗ for t from 0 to u, without loss of digits near 0. */
export function shrinkage(u: number): number {
  if (Math.abs(u) > 0.5) return (1 - exp(-u)) / u;
  let sum = 1;
  for (let n = 16; n > 1; n--) sum = 1 - (sum * u) / n;
  return sum;
}
