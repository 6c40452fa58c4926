import { type Decimal, divide, minus, ONE, plus, times } from '../../core/decimal.js';
import { fail } from '../../core/fail.js';

/** The most digits inside a calculation: products grow with every operand, and users write expressions. */
const MAX_INNER_DIGITS = 4000;

/** An exact quotient with a positive denominator, so that nothing is rounded before the end of a calculation. */
export interface Fraction {
  readonly numerator: Decimal;
  readonly denominator: Decimal;
}

export function wholeFraction(value: Decimal): Fraction {
  return { numerator: value, denominator: ONE };
}

export function addFractions(a: Fraction, b: Fraction): Fraction {
  if (a.denominator === b.denominator) {
    return { numerator: plus(a.numerator, b.numerator), denominator: a.denominator };
  }
  return {
    numerator: plus(product(a.numerator, b.denominator), product(b.numerator, a.denominator)),
    denominator: product(a.denominator, b.denominator),
  };
}

export function subtractFractions(a: Fraction, b: Fraction): Fraction {
  return addFractions(a, { numerator: b.numerator.negated(), denominator: b.denominator });
}

export function multiplyFractions(a: Fraction, b: Fraction): Fraction {
  const whole = a.denominator === ONE && b.denominator === ONE;
  return {
    numerator: product(a.numerator, b.numerator),
    denominator: whole ? ONE : product(a.denominator, b.denominator),
  };
}

/** The divisor must not be 0. */
export function divideFractions(a: Fraction, b: Fraction): Fraction {
  const reciprocal = b.numerator.isNegative()
    ? { numerator: b.denominator.negated(), denominator: b.numerator.negated() }
    : { numerator: b.denominator, denominator: b.numerator };
  return multiplyFractions(a, reciprocal);
}

/** Negative, 0 or positive as `a` is below, at or above `b`. */
export function compareFractions(a: Fraction, b: Fraction): number {
  return minus(product(a.numerator, b.denominator), product(b.numerator, a.denominator)).comparedTo(0);
}

/** The decimal of a fraction: exact where the division ends within 40 digits, else rounded there once, half even. */
export function fractionToDecimal(value: Fraction): Decimal {
  return value.denominator === ONE ? value.numerator : divide(value.numerator, value.denominator);
}

function product(a: Decimal, b: Decimal): Decimal {
  const result = times(a, b);
  const digits = Math.max(result.precision(), Math.abs(result.e));
  return digits > MAX_INNER_DIGITS ? fail('decimal.tooLong', [], { max: MAX_INNER_DIGITS, digits }) : result;
}
