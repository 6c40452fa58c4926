import { Decimal } from '../../core/decimal.js';
import type { Estimate } from '../../core/estimate.js';
import { exp, ln } from '../../core/elementary.js';
import { type Ratio, ratioOf } from '../../core/ratio.js';
import {
  type Fraction,
  compareFractions,
  divideFractions,
  fractionOf,
  minusFractions,
  plusFractions,
  timesFractions,
  ZERO_FRACTION,
} from '../../core/fraction.js';

/** Numbers that a formula is computed in, and the figures it comes out as. */
export interface Arithmetic<N, Figure> {
  of(value: Decimal): N;
  plus(a: N, b: N): N;
  minus(a: N, b: N): N;
  times(a: N, b: N): N;
  /** @param b not 0 */
  over(a: N, b: N): N;
  /** @param exponent greater than 1 */
  power(base: N, exponent: Decimal): N;
  isPositive(a: N): boolean;
  figure(a: N): Figure;
}

/** Exact fractions; powers with whole exponents only. */
export const fractions: Arithmetic<Fraction, Ratio> = {
  of: fractionOf,
  plus: (a, b) => reduced(plusFractions(a, b)),
  minus: (a, b) => reduced(minusFractions(a, b)),
  times: (a, b) => reduced(timesFractions(a, b)),
  over: (a, b) => reduced(divideFractions(a, b)),
  power: ({ n, d }, exponent) => {
    const times = BigInt(exponent.toFixed());
    return { n: n ** times, d: d ** times };
  },
  isPositive: (a) => compareFractions(a, ZERO_FRACTION) > 0,
  figure: ({ n, d }) => ratioOf(new Decimal(n.toString()), new Decimal(d.toString())),
};

/** Doubles, where an exponent is not whole. */
export const estimates: Arithmetic<number, Estimate> = {
  of: (value) => value.toNumber(),
  plus: (a, b) => a + b,
  minus: (a, b) => a - b,
  times: (a, b) => a * b,
  over: (a, b) => a / b,
  power: (base, exponent) => exp(exponent.toNumber() * ln(base)),
  isPositive: (a) => a > 0,
  figure: (a) => a,
};

/** Without a common factor, so that long chains of operations stay short. */
function reduced({ n, d }: Fraction): Fraction {
  let [a, b] = [n < 0n ? -n : n, d];
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 1n || a === 0n ? (n === 0n ? ZERO_FRACTION : { n, d }) : { n: n / a, d: d / a };
}
