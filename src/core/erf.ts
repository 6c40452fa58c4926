import { exp } from './elementary.js';
import type { Estimate } from './estimate.js';
import { fail } from './fail.js';

/**
 * Returns the error function, an estimate: 10⁻¹⁴ relative. By its series of positive terms (NIST Digital Library of
 * Mathematical Functions 7.6.2), from 3 on by the continued fraction of its complement (7.9.1).
 *
 * @param x finite number
 * @throws SalesModelError `estimate.finite`
 * @example
 * import { erf } from 'salesmodel/core';
 *
 * erf(1).toFixed(12); // => '0.842700792950'
 */
export function erf(x: number): Estimate {
  if (!Number.isFinite(x)) fail('estimate.finite', ['x'], { value: String(x) });
  const size = Math.abs(x);
  const value = size < 3 ? bySeries(size) : size < 6 ? 1 - complement(size) : 1;
  return x < 0 ? -value : value;
}

const SQRT_PI = 1.772453850905516;

/** 2/√π e^(−x²) Σ 2ⁿ x²ⁿ⁺¹ / (1·3·…·(2n + 1)), until a term is below the last bit of the sum. */
function bySeries(x: number): number {
  let term = x;
  let sum = x;
  for (let n = 1; term > sum * 2 ** -54; n++) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return (2 / SQRT_PI) * exp(-x * x) * sum;
}

/** e^(−x²)/√π · 1/(x + ½/(x + 1/(x + 3⁄2/(x + …)))); forty levels are enough from 3 on. */
function complement(x: number): number {
  let level = x;
  for (let n = 40; n > 0; n--) level = x + n / 2 / level;
  return exp(-x * x) / SQRT_PI / level;
}
