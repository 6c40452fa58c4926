import { type Decimal, minus, ZERO } from '../../core/decimal.js';
import { roundDecimal } from '../../core/rounding.js';
import type { CompiledPayment } from './compilePayment.js';

/** What becomes of a payable: `payable = due + carryOut + forfeited − forgiven − cashRounding`. */
export interface PaidOut {
  readonly due: Decimal;
  /** Goes into the next period; negative where the payee owes. */
  readonly carryOut: Decimal;
  /** Above the maximum and lost. */
  readonly forfeited: Decimal;
  /** Owed by the payee and not asked back. */
  readonly forgiven: Decimal;
  /** What rounding to cash added. */
  readonly cashRounding: Decimal;
  /** The policy that kept the payable from being paid as it is. */
  readonly by: 'minimum' | 'maximum' | 'negative' | null;
}

/**
 * Splits a payable into what is paid and what is not.
 *
 * @param payable what was carried in included
 * @param cash the increment of payouts in cash; `null` = none, or paid in another currency
 */
export function payOut(payable: Decimal, payment: CompiledPayment, cash: Decimal | null): PaidOut {
  const nothing = { carryOut: ZERO, forfeited: ZERO, forgiven: ZERO, cashRounding: ZERO };
  if (payable.lt(0) && payment.negative !== 'payNegative') {
    const rest = payment.negative === 'carry' ? { carryOut: payable } : { forgiven: payable.neg() };
    return { ...nothing, due: ZERO, by: 'negative', ...rest };
  }
  const { minimum, maximum } = payment;
  if (minimum !== null && payable.gt(0) && payable.lt(minimum)) {
    return { ...nothing, due: ZERO, carryOut: payable, by: 'minimum' };
  }
  const isOver = maximum !== null && payable.gt(maximum);
  const exact = isOver ? maximum : payable;
  const over = minus(payable, exact);
  const due = cash === null ? exact : inCash(exact, maximum, cash, payment);
  return {
    due,
    carryOut: payment.forfeitsExcess ? ZERO : over,
    forfeited: payment.forfeitsExcess ? over : ZERO,
    forgiven: ZERO,
    cashRounding: minus(due, exact),
    by: isOver ? 'maximum' : null,
  };
}

/** Rounding never lifts a payout over the maximum. */
function inCash(due: Decimal, maximum: Decimal | null, increment: Decimal, { cash }: CompiledPayment): Decimal {
  const rounded = roundDecimal(due, increment, cash?.mode ?? 'halfUp');
  return maximum !== null && rounded.gt(maximum) ? roundDecimal(due, increment, 'floor') : rounded;
}
