import {
  type DecimalLike,
  type DecimalString,
  divide,
  minus,
  times,
  toDecimal,
  toText,
  ZERO,
} from '../../core/decimal.js';
import type { Reason } from '../../core/errors.js';
import { compileRebate, type RebateFigures } from './compileRebate.js';
import type { RebateAgreement } from './rebateAgreement.js';

/** What has to stand in the books for a rebate, or why that can not be said: `noExpectation`, `noBase`, `noQuantity`. */
export type RebateAccrual =
  | {
      readonly ok: true;
      /** Accrued in all. */
      readonly accrual: DecimalString;
      /** To be booked now: the accrual less what was accrued before. */
      readonly trueUp: DecimalString;
    }
  | { readonly ok: false; readonly reasons: readonly Reason[] };

/**
 * Returns what a rebate has to have accrued: the actual amount × what the expected total earns ÷ the expected total, and the
 * change against what was accrued before. When the actual amount is the expected one, that is what `rebateDue` earns.
 *
 * @param agreement tiers and what they are on
 * @param actual amount to date; `accrued`: what stands in the books, default 0
 * @param expected figures of the whole period
 * @throws SalesModelError the errors of `rebateDue`
 * @example
 * import { accrueRebate, type RebateAgreement } from 'salesmodel/pricing';
 *
 * const agreement: RebateAgreement = {
 *   code: 'bonus', party: 'dealer', currency: 'EUR', negative: 'carry', tierOn: 'amount', payOn: 'amount',
 *   period: { kind: 'year', start: '2026-01-01', end: '2027-01-01' },
 *   tiers: { mode: 'whole', tiers: [{ upTo: '100000', rate: '0.01' }, { upTo: null, rate: '0.02' }] },
 * };
 * accrueRebate(agreement, { amount: 50000, accrued: 400 }, { amount: 150000 }); // => { ok: true, accrual: '1000.00', trueUp: '600.00' }
 */
export function accrueRebate(
  agreement: RebateAgreement,
  actual: { readonly amount: DecimalLike; readonly accrued?: DecimalLike },
  expected: RebateFigures,
): RebateAccrual {
  const { earn, round, text } = compileRebate(agreement, ['agreement']);
  const total = toDecimal(expected.amount, ['expected', 'amount']);
  const earned = earn(expected, ['expected']);
  const reasons = [
    ...(total.lte(0) ? [{ code: 'noExpectation', params: { amount: toText(total) } }] : []),
    ...('exact' in earned ? [] : earned),
  ];
  if (reasons.length > 0 || !('exact' in earned)) return { ok: false, reasons };
  const amount = toDecimal(actual.amount, ['actual', 'amount']);
  const accrual = round(divide(times(amount, earned.exact), total));
  const before = toDecimal(actual.accrued ?? ZERO, ['actual', 'accrued']);
  return { ok: true, accrual: text(accrual), trueUp: text(minus(accrual, before)) };
}
