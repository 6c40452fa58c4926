import { compare, type Decimal, divide, ONE, times } from '../../core/decimal.js';
import type { FoundRate } from '../../core/rateTable.js';

/** A price of a base unit as an exact quotient; the divisor is positive. */
export interface Fraction {
  readonly n: Decimal;
  readonly d: Decimal;
}

/** A number as a quotient. */
export function whole(n: Decimal): Fraction {
  return { n, d: ONE };
}

/** The number of a quotient: exact, or divided once. */
export function valueOf({ n, d }: Fraction): Decimal {
  return d.eq(ONE) ? n : divide(n, d);
}

/** Compares exactly. */
export function compareFractions(a: Fraction, b: Fraction): -1 | 0 | 1 {
  return compare(times(a.n, b.d), times(b.n, a.d));
}

/** The same price in another currency. */
export function exchanged({ n, d }: Fraction, { multiplier, divisor }: FoundRate): Fraction {
  return { n: times(n, multiplier), d: times(d, divisor) };
}
