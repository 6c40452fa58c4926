import type { Decimal, DecimalString } from '../../core/decimal.js';
import type { Figure } from './figure.js';
import type { AmountTexts } from './lastTexts.js';

/**
 * How conditions calculate with the amounts of one quote: over decimals, or over integers of one unit while those are
 * exact. Quantities that are compared or added up are amounts as well.
 */
export interface Amounts<N> {
  readonly zero: N;
  read(value: Decimal): N;
  of(figure: Figure): N;
  decimalOf(amount: N): Decimal;
  /** The exact figure. */
  text(amount: N): DecimalString;
  /** The figure at the rounding of the quote, with the decimals of its currency. */
  roundedText(amount: N): DecimalString;
  /** Both at once. */
  texts(amount: N): AmountTexts;
  plus(a: N, b: N): N;
  minus(a: N, b: N): N;
  /** Below 0, 0 or above 0 as `a` is less than, equal to or greater than `b`. */
  compare(a: N, b: N): number;
  times(amount: N, by: Figure): N;
  /** `amount × by ÷ of`. */
  portion(amount: N, by: Figure, of: Figure): N;
  /** The nearest multiple of the increment of the quote. */
  round(amount: N): N;
  /** A whole number of increments shared out by weights; no part has another sign than the whole. */
  share(total: N, weights: readonly N[]): N[];
}
