import { findCurrency, isoCurrencies, minorUnit } from '../../core/currency.js';
import { type DecimalLike, type DecimalString, divide, minus, toDecimal } from '../../core/decimal.js';
import type { Reason } from '../../core/errors.js';
import { invertTiers } from '../../core/invertTiers.js';
import { roundDecimal } from '../../core/rounding.js';
import type { RebateAgreement } from '../../pricing/rebate/rebateAgreement.js';
import { rebateDue } from '../../pricing/rebate/rebateDue.js';

/** The purchases that earn a rebate, or why none do. */
export type PurchasesNeeded =
  | {
      readonly ok: true;
      /** A multiple of the currency's minor unit. */
      readonly purchases: DecimalString;
      /** What they earn: the target or more. */
      readonly earned: DecimalString;
      readonly tier: number;
    }
  | { readonly ok: false; readonly reasons: readonly Reason[] };

/**
 * Returns the least purchases of the period whose rebate, rounded as `rebateDue` does, reaches a target. Reasons against it:
 * `unreachable`, and `notOnAmount` where the rebate depends on more than the amount.
 *
 * @param agreement tiers on the amount, paid on the amount
 * @param target rebate, in the currency of the agreement
 * @throws SalesModelError those of `rebateDue` and `invertTiers`
 * @example
 * import { purchasesNeeded } from 'salesmodel/channel';
 * import type { RebateAgreement } from 'salesmodel/pricing';
 *
 * const agreement: RebateAgreement = {
 *   code: 'bonus', party: 'North', currency: 'EUR', negative: 'carry', tierOn: 'amount', payOn: 'amount',
 *   period: { kind: 'year', start: '2026-01-01', end: '2027-01-01' },
 *   tiers: { mode: 'whole', tiers: [{ upTo: '100000', rate: '0' }, { upTo: '250000', rate: '0.02' }, { upTo: null, rate: '0.03' }] },
 * };
 * purchasesNeeded(agreement, '4000'); // => { ok: true, purchases: '199999.75', earned: '4000.00', tier: 1 }
 * purchasesNeeded(agreement, '6000'); // => { ok: true, purchases: '250000.01', earned: '7500.00', tier: 2 }
 */
export function purchasesNeeded(agreement: RebateAgreement, target: DecimalLike): PurchasesNeeded {
  const { tierOn, payOn } = agreement;
  const unit = toDecimal(minorUnit(findCurrency(agreement.currency, isoCurrencies, ['agreement', 'currency'])));
  if (tierOn !== 'amount' || payOn !== 'amount') {
    return { ok: false, reasons: [{ code: 'notOnAmount', params: { tierOn, payOn } }] };
  }
  // Half a unit below the target rounds up to it.
  const goal = roundDecimal(toDecimal(target, ['target']), unit, 'ceiling');
  const found = invertTiers(agreement.tiers, minus(goal, divide(unit, toDecimal(2))), unit);
  if (!found.ok) return found;
  const due = rebateDue(agreement, { amount: found.x });
  if (!due.ok) return due;
  return { ok: true, purchases: found.x, earned: due.earned, tier: found.tier };
}
