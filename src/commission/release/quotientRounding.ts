import { type Decimal, divide, times } from '../../core/decimal.js';
import { roundQuotient, type RoundingMode } from '../../core/rounding.js';

/** Rounds the quotient of a numerator and a denominator, which need not be a decimal, once. */
export type QuotientRounding = (numerator: Decimal, denominator: Decimal) => Decimal;

/** Rounds quotients to multiples of an increment; `null` leaves them as they are. */
export function quotientRounding(increment: Decimal | null, mode: RoundingMode): QuotientRounding {
  if (increment === null) return divide;
  return (numerator, denominator) => times(roundQuotient(numerator, times(denominator, increment), mode), increment);
}
