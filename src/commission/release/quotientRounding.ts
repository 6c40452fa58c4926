import { type Decimal, divide, times } from '../../core/decimal.js';
import { roundQuotient, type RoundingMode } from '../../core/rounding.js';

/** A part of an amount, which need not be a decimal, rounded once. */
export type QuotientRounding = (amount: Decimal, part: Decimal, of: Decimal) => Decimal;

/** Leaves parts as they are, and a whole amount with all its digits. */
export const unrounded: QuotientRounding = (amount, part, of) =>
  part.eq(of) ? amount : divide(times(amount, part), of);

/** Rounds parts to multiples of an increment; `null` leaves them as they are. */
export function quotientRounding(increment: Decimal | null, mode: RoundingMode): QuotientRounding {
  if (increment === null) return unrounded;
  return (amount, part, of) => times(roundQuotient(times(amount, part), times(of, increment), mode), increment);
}
