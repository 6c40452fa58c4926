import type { Decimal } from './decimal.js';
import { toScaled } from './scaled.js';

/** An exact quotient of integers, n/d with d > 0. */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

export const ZERO_FRACTION: Fraction = { n: 0n, d: 1n };

export function fractionOf(value: Decimal): Fraction {
  return { n: toScaled(value, value.dp()), d: 10n ** BigInt(value.dp()) };
}

export function plusFractions(a: Fraction, b: Fraction): Fraction {
  return { n: a.n * b.d + b.n * a.d, d: a.d * b.d };
}

export function minusFractions(a: Fraction, b: Fraction): Fraction {
  return { n: a.n * b.d - b.n * a.d, d: a.d * b.d };
}

export function timesFractions(a: Fraction, b: Fraction): Fraction {
  return { n: a.n * b.n, d: a.d * b.d };
}

/** @param b not 0 */
export function divideFractions(a: Fraction, b: Fraction): Fraction {
  const [n, d] = [a.n * b.d, a.d * b.n];
  return d < 0n ? { n: -n, d: -d } : { n, d };
}

/** Negative, 0 or positive as `a` is less than, equal to or greater than `b`. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The greatest integer that is not above. */
export function floorOf({ n, d }: Fraction): bigint {
  const whole = n / d;
  return n < 0n && whole * d !== n ? whole - 1n : whole;
}

/** The least integer that is not below. */
export function ceilingOf({ n, d }: Fraction): bigint {
  return -floorOf({ n: -n, d });
}
