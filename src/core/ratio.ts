import type { DecimalLike, DecimalString } from './decimal.js';
import { Decimal, ONE, ZERO, compare, plus, times, toDecimal, toText } from './decimal.js';
import type { Path } from './errors.js';
import { scaledText } from './fixed/scaledText.js';
import { roundQuotient, roundUnits } from './rounding.js';

/**
 * An exact quotient. `value` is for reading: half even at 12 decimals, no trailing zeros; comparisons use numerator and denominator.
 * A denominator of 0 gives no value and a `reason`.
 */
export type Ratio =
  | { readonly numerator: DecimalString; readonly denominator: DecimalString; readonly value: DecimalString }
  | {
      readonly numerator: DecimalString;
      readonly denominator: DecimalString;
      readonly value: null;
      readonly reason: string;
    };

/**
 * Returns the quotient of two numbers with its parts; `value` is `null` where the denominator is 0.
 *
 * @param numerator any decimal
 * @param denominator any decimal
 * @throws SalesModelError `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { ratio } from 'salesmodel/core';
 *
 * ratio(2, 3); // => { numerator: '2', denominator: '3', value: '0.666666666667' }
 * ratio(2, 0); // => { numerator: '2', denominator: '0', value: null, reason: 'zeroDenominator' }
 */
export function ratio(numerator: DecimalLike, denominator: DecimalLike): Ratio {
  return ratioOf(toDecimal(numerator, ['numerator']), toDecimal(denominator, ['denominator']));
}

/**
 * Returns -1, 0 or 1 as the first ratio is less than, equal to or greater than the second, exactly.
 * A ratio without a value comes after all others and equals its like, so a list of ratios can be sorted.
 *
 * @param a ratio; its `value` is not read
 * @param b ratio; its `value` is not read
 * @throws SalesModelError `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { compareRatios, ratio } from 'salesmodel/core';
 *
 * compareRatios(ratio(1, 3), ratio('0.333333333333', 1)); // => 1
 * compareRatios(ratio(1, 0), ratio(9, 1)); // => 1
 */
export function compareRatios(a: Ratio, b: Ratio): -1 | 0 | 1 {
  const [n, d] = partsOf(a, ['a']);
  const [m, e] = partsOf(b, ['b']);
  if (d.isZero() || e.isZero()) return compare(d.isZero() ? ONE : ZERO, e.isZero() ? ONE : ZERO);
  const order = compare(times(n, e), times(m, d));
  return d.isNegative() === e.isNegative() ? order : compare(times(m, d), times(n, e));
}

/**
 * Returns the sum of two ratios. A common denominator stays as it is, so shares of one total add up to a share of it.
 * Without a value on either side there is none, for the reason of the first that lacks it.
 *
 * @param a ratio; its `value` is not read
 * @param b ratio; its `value` is not read
 * @throws SalesModelError `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { addRatios, ratio } from 'salesmodel/core';
 *
 * addRatios(ratio(1, 6), ratio(2, 6)); // => { numerator: '3', denominator: '6', value: '0.5' }
 * addRatios(ratio(1, 2), ratio(1, 3)); // => { numerator: '5', denominator: '6', value: '0.833333333333' }
 */
export function addRatios(a: Ratio, b: Ratio): Ratio {
  const [n, d] = partsOf(a, ['a']);
  const [m, e] = partsOf(b, ['b']);
  const reason = a.value === null ? a.reason : b.value === null ? b.reason : undefined;
  return compare(d, e) === 0
    ? ratioOf(plus(n, m), d, reason)
    : ratioOf(plus(times(n, e), times(m, d)), times(d, e), reason);
}

/** The ratio of two numbers that were read already. */
export function ratioOf(numerator: Decimal, denominator: Decimal, reason = 'zeroDenominator'): Ratio {
  const parts = { numerator: toText(numerator), denominator: toText(denominator) };
  return denominator.isZero()
    ? { ...parts, value: null, reason }
    : { ...parts, value: ratioValue(numerator, denominator) };
}

/** What a report shows of n/d for d ≠ 0: half even at 12 decimals, rounded once. */
export function ratioValue(n: Decimal, d: Decimal): DecimalString {
  return toText(times(roundQuotient(times(n, SHIFT), d, 'halfEven'), UNSHIFT));
}

/** The same for whole numbers of one unit, d > 0. */
export function unitsRatio(n: bigint, d: bigint): DecimalString {
  return scaledText(roundUnits(n * SHIFT_UNITS, d, 'halfEven'), PLACES);
}

const PLACES = 12;
const SHIFT_UNITS = 1_000_000_000_000n;
const SHIFT: Decimal = /* @__PURE__ */ new Decimal('1e12');
const UNSHIFT: Decimal = /* @__PURE__ */ new Decimal('1e-12');

function partsOf(ratio: Ratio, path: Path): [numerator: Decimal, denominator: Decimal] {
  return [toDecimal(ratio.numerator, [...path, 'numerator']), toDecimal(ratio.denominator, [...path, 'denominator'])];
}
