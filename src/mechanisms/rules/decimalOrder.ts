import { Decimal, MAX_DIGITS, toDecimal } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';

const POWERS: readonly number[] = /* @__PURE__ */ Array.from({ length: 16 }, (_, exponent) => 10 ** exponent);

/**
 * Reads a decimal text of at most 15 characters as its double. NaN is no decimal, Infinity a longer one.
 *
 * The mantissa is below 10^15 and the power at most 10^14, both exact doubles, so the quotient is the double nearest to
 * the text. Texts of at most 15 digits have doubles of their own: two are equal exactly when their doubles are, and
 * ordered as these are.
 */
export function shortDecimal(text: string): number {
  const length = text.length;
  const negative = text.charCodeAt(0) === 45;
  let index = negative ? 1 : 0;
  if (index === length) return NaN;
  if (text.charCodeAt(index) === 48 && index + 1 < length && text.charCodeAt(index + 1) !== 46) return NaN;
  let mantissa = 0;
  let point = -1;
  for (; index < length; index++) {
    const digit = text.charCodeAt(index) - 48;
    if (digit >= 0 && digit <= 9) {
      mantissa = mantissa * 10 + digit;
    } else {
      if (digit !== -2 || point !== -1 || index === (negative ? 1 : 0) || index === length - 1) return NaN;
      point = index;
    }
  }
  if (negative && mantissa === 0) return NaN;
  if (length > 15) return length - (negative ? 1 : 0) - (point === -1 ? 0 : 1) > MAX_DIGITS ? NaN : Infinity;
  const value = point === -1 ? mantissa : mantissa / POWERS[length - 1 - point]!;
  return negative ? -value : value;
}

/** The exact decimal of a value of a fact, or undefined where it is none. */
export function readDecimal(value: unknown): Decimal | undefined {
  if (typeof value === 'string') return Number.isNaN(shortDecimal(value)) ? undefined : new Decimal(value);
  if (typeof value === 'number') return Number.isFinite(value) ? new Decimal(value) : undefined;
  if (typeof value === 'bigint') return new Decimal(value);
  return Decimal.isDecimal(value) && value.isFinite() ? new Decimal(value) : undefined;
}

/** A bound that values are ordered against by their exact value. */
export interface DecimalBound {
  /** The double nearest to the bound where finite numbers may be compared with it alone, else NaN. */
  readonly double: number;
  /** −1, 0 or 1 for a value below, at or above the bound, NaN for no decimal. */
  readonly order: (value: unknown) => number;
}

/** @throws SalesModelError `decimal.invalid`, `decimal.tooLong` */
export function decimalBound(bound: string | number, path: Path): DecimalBound {
  const exact = toDecimal(bound, path);
  const compareExactly = (value: unknown): number => readDecimal(value)?.comparedTo(exact) ?? NaN;
  const double = shortDecimal(exact.toFixed());
  if (!Number.isFinite(double)) return { double: NaN, order: compareExactly };
  const order = (value: unknown): number => {
    // A number reads as its shortest decimal, which is the bound exactly when the doubles are the same.
    const other = typeof value === 'number' ? value : typeof value === 'string' ? shortDecimal(value) : Infinity;
    if (other < double) return other === -Infinity ? NaN : -1;
    if (other > double) return other === Infinity ? compareExactly(value) : 1;
    return other === double ? 0 : NaN;
  };
  return { double, order };
}
