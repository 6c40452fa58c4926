import { type Decimal, toDecimal } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import { oneOf } from '../../core/oneOf.js';
import { ROUNDING_MODES, type RoundingMode, toIncrement } from '../../core/rounding.js';
import { fail } from '../fail.js';
import type { PlanPayment } from '../schema.js';

/** How payables are paid, with every default filled in. */
export interface CompiledPayment {
  readonly minimum: Decimal | null;
  readonly maximum: Decimal | null;
  readonly forfeitsExcess: boolean;
  readonly negative: 'carry' | 'payNegative' | 'forgive';
  readonly forfeitsDeferred: boolean;
  /** `null` = payouts keep the smallest unit of their currency; without an increment it is the currency's own. */
  readonly cash: { readonly increment: Decimal | null; readonly mode: RoundingMode } | null;
}

/**
 * Checks how payables are paid.
 *
 * @throws SalesModelError `payment.negative`, `payment.limits`, `option.unknown`, `rounding.increment`,
 * `decimal.invalid`, `decimal.tooLong`
 */
export function compilePayment(payment: PlanPayment, path: Path): CompiledPayment {
  const { excess = 'defer', negative = 'carry', deferredAtEnd = 'pay', cashRounding } = payment;
  const limit = (name: 'minimum' | 'maximum'): Decimal | null => {
    const value = payment[name];
    if (value === undefined) return null;
    const read = toDecimal(value, [...path, name]);
    return read.lt(0) ? fail('payment.negative', [...path, name], { value }) : read;
  };
  const [minimum, maximum] = [limit('minimum'), limit('maximum')];
  if (minimum !== null && maximum !== null && maximum.lt(minimum)) {
    fail('payment.limits', [...path, 'maximum'], { minimum: payment.minimum, value: payment.maximum });
  }
  return {
    minimum,
    maximum,
    forfeitsExcess: oneOf(excess, ['defer', 'forfeit'], [...path, 'excess']) === 'forfeit',
    negative: oneOf(negative, ['carry', 'payNegative', 'forgive'], [...path, 'negative']),
    forfeitsDeferred: oneOf(deferredAtEnd, ['pay', 'forfeit'], [...path, 'deferredAtEnd']) === 'forfeit',
    cash: cashRounding === undefined ? null : compileCash(cashRounding, [...path, 'cashRounding']),
  };
}

function compileCash({ increment, mode = 'halfUp' }: NonNullable<PlanPayment['cashRounding']>, path: Path) {
  return {
    increment: increment === undefined ? null : toIncrement(increment, [...path, 'increment']),
    mode: oneOf(mode, ROUNDING_MODES, [...path, 'mode']),
  };
}
