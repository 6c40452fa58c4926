import type { Curve } from '../../core/curve.js';
import type { DecimalString } from '../../core/decimal.js';
import type { RoundingMode } from '../../core/rounding.js';

/** One influence on a dynamic price. */
export interface DynamicPriceFactor {
  readonly code: string;
  /** The name of the input that it reads. */
  readonly input: string;
  /** The factor by the input: 1 changes nothing. */
  readonly curve: Curve;
  /** The factor is kept from `min` to `max`. */
  readonly min?: DecimalString;
  readonly max?: DecimalString;
}

/** How a price moves with demand, stock, time or rivals, and how far. Steps and days are fractions. */
export interface DynamicPricePolicy {
  readonly code: string;
  readonly factors: readonly DynamicPriceFactor[];
  /** How far one step may lead above and below the current price. */
  readonly maxUp?: DecimalString;
  readonly maxDown?: DecimalString;
  /** How far a day may lead above and below the price at its opening. */
  readonly perDayUp?: DecimalString;
  readonly perDayDown?: DecimalString;
  readonly floor?: DecimalString;
  readonly ceiling?: DecimalString;
  readonly round?: { readonly increment: DecimalString; readonly mode: RoundingMode };
}
