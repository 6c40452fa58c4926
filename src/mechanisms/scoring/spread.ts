import { Decimal } from '../../core/decimal.js';
import type { Estimate } from '../../core/estimate.js';
import { fail as failCore } from '../../core/fail.js';

/** Exact sums of a sample of integers, in whose units and their squares they are. */
export interface Spread {
  readonly n: number;
  readonly sum: bigint;
  /** n² times the sum of the squared distances from the mean. */
  readonly squares: bigint;
}

export function spreadOf(values: readonly bigint[]): Spread {
  let sum = 0n;
  let squared = 0n;
  for (const value of values) {
    sum += value;
    squared += value * value;
  }
  const n = BigInt(values.length);
  return { n: values.length, sum, squares: n * (n * squared - sum * sum) };
}

/**
 * The standard deviation of a sample of two or more, with n − 1.
 *
 * @param values integers in units of 10⁻ˢᶜᵃˡᵉ
 * @throws SalesModelError `estimate.overflow`
 */
export function sampleSd(values: readonly bigint[], scale: number): Estimate {
  const { n, squares } = spreadOf(values);
  const variance = new Decimal(squares.toString()).div(n * n).div(n - 1);
  const sd = variance
    .sqrt()
    .div(new Decimal(`1e${scale}`))
    .toNumber();
  if (!Number.isFinite(sd)) failCore('estimate.overflow', []);
  return sd;
}
