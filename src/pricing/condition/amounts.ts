import { type Decimal, type DecimalString, toText } from '../../core/decimal.js';

/**
 * How conditions calculate with the amounts of one quote: over decimals, or over integers of one unit while those are
 * exact. Quantities that are compared or added up are amounts as well.
 */
export interface Amounts<N> {
  readonly zero: N;
  read(value: Decimal): N;
  decimalOf(amount: N): Decimal;
  /** The exact figure. */
  text(amount: N): DecimalString;
  /** The figure at the rounding of the quote, with the decimals of its currency. */
  roundedText(amount: N): DecimalString;
  plus(a: N, b: N): N;
  minus(a: N, b: N): N;
  /** Below 0, 0 or above 0 as `a` is less than, equal to or greater than `b`. */
  compare(a: N, b: N): number;
  times(amount: N, by: Factor): N;
  /** `amount × by ÷ of`. */
  portion(amount: N, by: Factor, of: Factor): N;
  /** The nearest multiple of the increment of the quote. */
  round(amount: N): N;
  /** A whole number of increments shared out by weights; no part has another sign than the whole. */
  share(total: N, weights: readonly N[]): N[];
}

/** A number that amounts are multiplied by: `value = units ÷ unit`. */
export interface Factor {
  readonly value: Decimal;
  /** A safe integer, or NaN where there is none. */
  readonly units: number;
  /** A power of ten. */
  readonly unit: number;
}

/** The most decimals of a factor in integers; powers of ten are exact doubles this far. */
const MOST_DECIMALS = 15;

/** Reads a factor. */
export function factorOf(value: Decimal): Factor {
  const decimals = value.dp();
  const units = decimals <= MOST_DECIMALS ? Number(toText(value).replace('.', '')) : NaN;
  return { value, units: Number.isSafeInteger(units) ? units : NaN, unit: 10 ** Math.min(decimals, MOST_DECIMALS) };
}
