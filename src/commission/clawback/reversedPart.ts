import { type Decimal, minus, plus, times, ZERO } from '../../core/decimal.js';
import type { QuotientRounding } from '../release/quotientRounding.js';
import type { ClawbackBasis } from './compileClawback.js';
import type { UnservedPart } from './unservedPart.js';

/** One reversal of an earning, as figures. */
export interface ReversedEarning {
  /** Amount of the original transaction. */
  readonly amount: Decimal;
  /** Amount of the reversing row, of the opposite sign. */
  readonly reversed: Decimal;
  /** What earlier rows reversed of it, of the same sign as `reversed`. */
  readonly reversedBefore: Decimal;
  /** What the basis takes parts of. */
  readonly earned: Decimal;
  /** What earlier reversals took back, as positive part of `earned`. */
  readonly takenBefore: Decimal;
  /** What is payable of the earning at the time, for `paidOnly`. */
  readonly payable: Decimal;
}

/** What a reversal takes back, and what of it was not paid yet and is cancelled instead. */
export interface TakenBack {
  readonly clawback: Decimal;
  readonly cancelled: Decimal;
  /** The part that earlier rows reversed, rounded as what they took together; 0 where each is rounded for itself. */
  readonly earlier?: Decimal;
}

/**
 * The part of an earning that a reversal takes back. Parts of one earning are taken as differences of rounded running
 * parts, so that those of a complete reversal are all of it.
 */
export function reversedPart(
  { amount, reversed, reversedBefore, earned, takenBefore, payable }: ReversedEarning,
  basis: ClawbackBasis,
  unserved: UnservedPart,
  round: QuotientRounding,
): Required<TakenBack> {
  if (amount.isZero()) return { clawback: ZERO, cancelled: ZERO, earlier: ZERO };
  const upTo = (part: Decimal): Decimal => round(earned, part, amount.neg());
  const isProrated = basis === 'prorated';
  const earlier = isProrated ? ZERO : upTo(reversedBefore);
  let taken = isProrated
    ? round(earned, times(reversed, unserved.part), times(amount.neg(), unserved.of))
    : minus(upTo(plus(reversedBefore, reversed)), earlier);
  // Unserved parts differ from reversal to reversal: rounding each may not take more than there is.
  const left = minus(earned, takenBefore);
  if (isProrated && taken.abs().gt(left.abs())) taken = left;
  if (basis !== 'paidOnly' || taken.lte(0)) return { clawback: taken, cancelled: ZERO, earlier };
  const paid = payable.lt(0) ? ZERO : payable;
  const clawback = taken.gt(paid) ? paid : taken;
  return { clawback, cancelled: minus(taken, clawback), earlier };
}
