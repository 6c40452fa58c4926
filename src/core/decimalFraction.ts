import { type Decimal, divide, minus, ONE, plus, times } from './decimal.js';
import { fail } from './fail.js';

/** The most digits inside a calculation: products grow with every operand, and users write expressions. */
const MAX_INNER_DIGITS = 4000;

/** An exact quotient of decimals with a positive denominator, so that nothing is rounded before the end of a calculation. */
export interface DecimalFraction {
  readonly numerator: Decimal;
  readonly denominator: Decimal;
}

export function wholeFraction(value: Decimal): DecimalFraction {
  return { numerator: value, denominator: ONE };
}

export function addFractions(a: DecimalFraction, b: DecimalFraction): DecimalFraction {
  if (a.denominator === b.denominator) {
    return { numerator: plus(a.numerator, b.numerator), denominator: a.denominator };
  }
  return {
    numerator: plus(product(a.numerator, b.denominator), product(b.numerator, a.denominator)),
    denominator: product(a.denominator, b.denominator),
  };
}

export function subtractFractions(a: DecimalFraction, b: DecimalFraction): DecimalFraction {
  return addFractions(a, { numerator: b.numerator.negated(), denominator: b.denominator });
}

export function multiplyFractions(a: DecimalFraction, b: DecimalFraction): DecimalFraction {
  const whole = a.denominator === ONE && b.denominator === ONE;
  return {
    numerator: product(a.numerator, b.numerator),
    denominator: whole ? ONE : product(a.denominator, b.denominator),
  };
}

/** The divisor must not be 0. */
export function divideFractions(a: DecimalFraction, b: DecimalFraction): DecimalFraction {
  const reciprocal = b.numerator.isNegative()
    ? { numerator: b.denominator.negated(), denominator: b.numerator.negated() }
    : { numerator: b.denominator, denominator: b.numerator };
  return multiplyFractions(a, reciprocal);
}

/** Negative, 0 or positive as `a` is below, at or above `b`. */
export function compareFractions(a: DecimalFraction, b: DecimalFraction): number {
  return minus(product(a.numerator, b.denominator), product(b.numerator, a.denominator)).comparedTo(0);
}

/** The decimal of a fraction: exact where the division ends within 40 digits, else rounded there once, half even. */
export function fractionToDecimal(value: DecimalFraction): Decimal {
  return value.denominator.eq(ONE) ? value.numerator : divide(value.numerator, value.denominator);
}

function product(a: Decimal, b: Decimal): Decimal {
  const result = times(a, b);
  const digits = Math.max(result.precision(), Math.abs(result.e));
  return digits > MAX_INNER_DIGITS ? fail('decimal.tooLong', [], { max: MAX_INNER_DIGITS, digits }) : result;
}
