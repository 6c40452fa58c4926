import { ln, ln1p } from './elementary.js';
import { checkPositive, type Estimate } from './estimate.js';
import { fail } from './fail.js';

/**
 * Returns the natural logarithm of the gamma function, an estimate: 10⁻¹⁴ relative, or absolute beside its zeros at 1 and 2.
 * Taylor series at 2 (NIST Digital Library of Mathematical Functions 5.7.3), recurrence, and Stirling's series (5.11.1) from 8 on.
 *
 * @param x finite number above 0
 * @throws SalesModelError `estimate.positive`, `estimate.overflow`
 * @example
 * import { logGamma } from 'salesmodel/core';
 *
 * logGamma(11).toFixed(10); // => '15.1044125731'
 */
export function logGamma(x: number): Estimate {
  checkPositive(x, ['x']);
  if (x >= STIRLING_FROM) return finite((x - 0.5) * ln(x) - x + HALF_LN_2PI + stirlingRest(x));
  if (x < 0.5) return lnGammaNear2(x) - ln(x * (1 + x));
  if (x <= 1.5) return lnGammaNear2(x - 1) - ln(x);
  let product = 1;
  let rest = x;
  while (rest > 2.5) {
    rest -= 1;
    product *= rest;
  }
  return lnGammaNear2(rest - 2) + ln(product);
}

/**
 * Returns the natural logarithm of the beta function B(a, b), an estimate: without the loss of digits
 * that the difference of three log-gammas has for large arguments.
 *
 * @param a finite number above 0
 * @param b finite number above 0
 * @throws SalesModelError `estimate.positive`, `estimate.overflow`
 * @example
 * import { logBeta } from 'salesmodel/core';
 *
 * logBeta(2, 3).toFixed(10); // => '-2.4849066498'
 */
export function logBeta(a: number, b: number): Estimate {
  checkPositive(a, ['a']);
  checkPositive(b, ['b']);
  const [small, large] = a < b ? [a, b] : [b, a];
  if (large < STIRLING_FROM) return logGamma(small) + logGamma(large) - logGamma(small + large);
  const sum = finite(small + large);
  const rest = stirlingRest(large) - stirlingRest(sum);
  // ln Γ(large) − ln Γ(sum), Stirling's series written so that its great terms are gone.
  const ratio = small - small * ln(sum) - (large - 0.5) * ln1p(small / large) + rest;
  if (small < STIRLING_FROM) return logGamma(small) + ratio;
  return (
    HALF_LN_2PI -
    0.5 * ln(small) +
    small * ln(small / sum) -
    (large - 0.5) * ln1p(small / large) +
    stirlingRest(small) +
    rest
  );
}

const STIRLING_FROM = 8;
const HALF_LN_2PI = 0.9189385332046728;

/** What Stirling's formula lacks, for x ≥ 8: coefficients B₂ₖ/(2k(2k − 1)). */
function stirlingRest(x: number): number {
  const square = 1 / (x * x);
  let sum = 0;
  for (const coefficient of STIRLING) sum = sum * square + coefficient;
  return sum / x;
}

const STIRLING = [
  -1.3924322169059011, 0.17964437236883057, -0.029550653594771242, 0.00641025641025641, -0.0019175269175269176,
  0.0008417508417508417, -0.0005952380952380953, 0.0007936507936507937, -0.002777777777777778, 0.08333333333333333,
];

/** ln Γ(2 + z) for |z| ≤ ½: z (1 − γ + Σ (−1)ᵏ (ζ(k) − 1)/k zᵏ⁻¹). */
function lnGammaNear2(z: number): number {
  let sum = 0;
  for (const coefficient of ZETA) sum = sum * z + coefficient;
  return z * sum;
}

const ZETA = [
  1.330476437424449e-10, -2.7595228851242334e-10, 5.731367241678862e-10, -1.1921401405860912e-9, 2.4836745438024785e-9,
  -5.183475041970047e-9, 1.0838659214896955e-8, -2.2711094608943164e-8, 4.7698101693639804e-8, -1.0043224823968099e-7,
  2.1207184805554665e-7, -4.492469198764566e-7, 9.55141213040742e-7, -2.039215753801366e-6, 4.374866789907488e-6,
  -9.439488275268397e-6, 2.050721277567069e-5, -4.492623673813314e-5, 9.945751278180853e-5, -0.00022315475845357939,
  0.0005096695247430425, -0.001192753911703261, 0.0028905103307415234, -0.007385551028673986, 0.020580808427784546,
  -0.0673523010531981, 0.3224670334241132, 0.42278433509846713,
];

function finite(value: number): number {
  if (value === Infinity) fail('estimate.overflow', []);
  return value;
}
