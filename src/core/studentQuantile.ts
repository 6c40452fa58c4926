import { exp, ln, ln1p } from './elementary.js';
import { checkPositive, checkProbability, type Estimate } from './estimate.js';
import { fail } from './fail.js';
import { logBeta } from './gamma.js';
import { normalQuantile } from './normalQuantile.js';

/**
 * Returns the t that a Student variable stays below with probability p, an estimate: 10⁻¹³ relative. Newton's method on the
 * logarithms of t and of its probability; the incomplete beta function by its continued fraction (NIST Digital Library of
 * Mathematical Functions 8.17.22). Near the normal by Fisher and Cornish's
 * expansion (Abramowitz and Stegun 26.7.5).
 *
 * @param p probability above 0 and below 1
 * @param degrees degrees of freedom, a finite number above 0
 * @throws SalesModelError `estimate.probability`, `estimate.positive`, `estimate.overflow`
 * @example
 * import { studentQuantile } from 'salesmodel/core';
 *
 * studentQuantile(0.975, 10).toFixed(10); // => '2.2281388520'
 */
export function studentQuantile(p: number, degrees: number): Estimate {
  checkProbability(p, ['p']);
  checkPositive(degrees, ['degrees']);
  if (p === 0.5) return 0;
  const near = nearNormal(normalQuantile(p), degrees);
  if (near !== null) return near;
  const central = 2 * Math.abs(p - 0.5);
  const size = exp(central < 0.5 ? logSizeFromCentre(central, degrees) : logSizeFromTail(Math.min(p, 1 - p), degrees));
  if (!Number.isFinite(size)) fail('estimate.overflow', []);
  return p < 0.5 ? -size : size;
}

/** ln t with P(|T| < t) = central, from where the density is flat. */
function logSizeFromCentre(central: number, degrees: number): number {
  const target = ln(central);
  const start = target - Math.LN2 - logDensity(-Infinity, degrees);
  return newton(start, (u) => {
    const { centre } = logProbabilities(u, degrees);
    return (target - centre) / exp(u + Math.LN2 + logDensity(u, degrees) - centre);
  });
}

/** ln t with P(T > t) = tail, from the normal quantile outwards. */
function logSizeFromTail(tail: number, degrees: number): number {
  const target = ln(tail) + Math.LN2;
  return newton(ln(-normalQuantile(tail)), (u) => {
    const { tails } = logProbabilities(u, degrees);
    return (tails - target) / exp(u + Math.LN2 + logDensity(u, degrees) - tails);
  });
}

/**
 * Both probabilities are concave in logarithms, so Newton's method cannot miss. It ends with the first step below 10⁻¹⁰
 * of u, which leaves an error of the step's square, or with the hundredth.
 */
function newton(start: number, stepAt: (u: number) => number): number {
  let u = start;
  for (let n = 0; n < 100; n++) {
    const step = stepAt(u);
    u += step;
    if (Math.abs(step) < 1e-10 * Math.max(1, Math.abs(u))) break;
  }
  return u;
}

/** Logarithm of the density at t = eᵘ. */
function logDensity(u: number, degrees: number): number {
  const spread = lnOnePlusExp(2 * u - ln(degrees));
  return -0.5 * ln(degrees) - logBeta(0.5, degrees / 2) - ((degrees + 1) / 2) * spread;
}

/** Logarithms of P(|T| < t) and P(|T| > t) at t = eᵘ. */
function logProbabilities(u: number, degrees: number): { centre: number; tails: number } {
  const odds = 2 * u - ln(degrees);
  const half = degrees / 2;
  const logInner = -lnOnePlusExp(-odds);
  const logOuter = -lnOnePlusExp(odds);
  const inner = exp(logInner);
  if (inner < 1.5 / (half + 2.5)) {
    const centre = logIncompleteBeta(0.5, half, inner, logInner, logOuter);
    return { centre, tails: ln1p(-exp(centre)) };
  }
  const tails = logIncompleteBeta(half, 0.5, exp(logOuter), logOuter, logInner);
  return { centre: ln1p(-exp(tails)), tails };
}

/**
 * Logarithm of the regularised incomplete beta function for x < (a + 1)/(a + b + 2), where its continued fraction converges
 * fast. Lentz's method: the quotients of successive convergents, until one is 1 but for the last bits.
 */
function logIncompleteBeta(a: number, b: number, x: number, logX: number, logY: number): number {
  let value = 1;
  let above = 1;
  let below = 0;
  for (let n = 1; n < 10_000; n++) {
    const m = n >> 1;
    const top = n % 2 === 0 ? m * (b - m) * x : -(a + m) * (a + b + m) * x;
    const coefficient = top / ((a + n - 1) * (a + n));
    below = 1 / (1 + coefficient * below);
    above = 1 + coefficient / above;
    value *= above * below;
    if (Math.abs(above * below - 1) < 2 ** -50) break;
  }
  return a * logX + b * logY - ln(a) - logBeta(a, b) - ln(value);
}

/** ln(1 + eˣ). */
function lnOnePlusExp(x: number): number {
  return x > 0 ? x + ln1p(exp(-x)) : ln1p(exp(x));
}

/**
 * The expansion by powers of 1/degrees where its fourth term is below the last digits: there the continued fraction
 * loses as many digits as the degrees have. From 10⁶ degrees on that is everywhere.
 */
function nearNormal(z: number, degrees: number): number | null {
  const s = z * z;
  const first = (z * (s + 1)) / 4;
  const second = (z * ((5 * s + 16) * s + 3)) / 96;
  const third = (z * (((3 * s + 19) * s + 17) * s - 15)) / 384;
  const fourth = (z * ((((79 * s + 776) * s + 1482) * s - 1920) * s - 945)) / 92160;
  if (Math.abs(fourth) > 1e-14 * Math.abs(z) * degrees * degrees * degrees * degrees) return null;
  return z + (first + (second + (third + fourth / degrees) / degrees) / degrees) / degrees;
}
