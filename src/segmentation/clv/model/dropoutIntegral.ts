import { exp, ln } from '../../../core/elementary.js';
import { gaussLegendre } from '../numerics/gaussLegendre.js';
import type { ParetoNbdModel } from './clvModel.js';

/** The mean of some figures over the time y at which a customer dropped out between two times. */
export interface DropoutIntegral {
  /** ln ∫ s ((α + from)/(α + y))ʳ⁺ˣ ((β + from)/(β + y))ˢ dy/(β + y); −Infinity over no time. */
  readonly log: number;
  /** Means of ln(α + y), ln(β + y), 1/(α + y) and 1/(β + y). */
  readonly lnAlpha: number;
  readonly lnBeta: number;
  readonly perAlpha: number;
  readonly perBeta: number;
}

/** What is e⁻⁵⁰ of the integrand's height adds nothing. */
const DEEP = 50;

/**
 * The integral in the likelihood of the Pareto/NBD model, by quadrature over ln(y + min(α, β)): the integrand is positive and
 * smooth there, so no digits are lost and α = β or s = 1 are places like any other.
 */
export function dropoutIntegral(
  { r, alpha, s, beta }: ParetoNbdModel['params'],
  x: number,
  from: number,
  to: number,
): DropoutIntegral {
  const least = Math.min(alpha, beta);
  const more = Math.abs(alpha - beta);
  const ofLeast = alpha < beta ? r + x : s;
  const ofOther = alpha < beta ? s : r + x;
  const lnLeast = ln(least + from);
  const lnOther = ln(least + more + from);
  // How deep the integrand lies below its height at `from`, as a logarithm; v is 0 there.
  const depthAt = (v: number): number => ofLeast * v + ofOther * (ln((least + from) * exp(v) + more) - lnOther);
  let length = from < to ? ln((least + to) / (least + from)) : 0;
  if (!(length > 0)) return { log: -Infinity, lnAlpha: 0, lnBeta: 0, perAlpha: 0, perBeta: 0 };
  let depth = depthAt(length);
  for (let high = length, low = 0, cut = 0; depth > 1.2 * DEEP && cut < 60; cut++) {
    const middle = (low + high) / 2;
    const there = depthAt(middle);
    if (there < DEEP) {
      low = middle;
    } else {
      high = middle;
      length = middle;
      depth = there;
    }
  }
  let sum = 0;
  let meanLeast = 0;
  let meanOther = 0;
  let perLeast = 0;
  let perOther = 0;
  gaussLegendre(length, Math.ceil(Math.max(length / 2, depth / 12)), (v, weight) => {
    const near = (least + from) * exp(v);
    const far = near + more;
    const lnFar = ln(far) - lnOther;
    const height = weight * exp(-ofLeast * v - ofOther * lnFar);
    // dy = near dv, and the integrand has 1/(β + y).
    const share = alpha < beta ? (height * near) / far : height;
    sum += share;
    meanLeast += share * v;
    meanOther += share * lnFar;
    perLeast += share / near;
    perOther += share / far;
  });
  const log = ln(s * sum);
  const lnOfLeast = lnLeast + meanLeast / sum;
  const lnOfOther = lnOther + meanOther / sum;
  return alpha < beta
    ? { log, lnAlpha: lnOfLeast, lnBeta: lnOfOther, perAlpha: perLeast / sum, perBeta: perOther / sum }
    : { log, lnAlpha: lnOfOther, lnBeta: lnOfLeast, perAlpha: perOther / sum, perBeta: perLeast / sum };
}
