import { ln } from '../../../core/elementary.js';
import { logGamma } from '../../../core/gamma.js';

/** Up to here a sum of logarithms is as exact as the difference of two log-gammas, and shorter. */
const FEW = 24;

/** ln of the rising factorial a (a + 1) … (a + n − 1), for a > 0. */
export function risingLog(a: number, n: number): number {
  if (n > FEW) return logGamma(a + n) - logGamma(a);
  let product = 1;
  let sum = 0;
  for (let i = 0; i < n; i++) {
    product *= a + i;
    if (product > 1e150 || product < 1e-150) {
      sum += ln(product);
      product = 1;
    }
  }
  return sum + ln(product);
}
