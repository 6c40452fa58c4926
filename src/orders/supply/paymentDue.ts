import type { PlainDate } from '../../core/date.js';
import { type DecimalString, times, toText } from '../../core/decimal.js';
import type { Reason } from '../../core/errors.js';
import { notNegative } from '../read.js';
import type { DemandPlan } from '../schema/demandPlan.js';
import { reorderDate, type StockFacts } from './reorderDate.js';

/** What has to be paid until when. */
export type PaymentDue =
  | { readonly ok: true; readonly date: PlainDate; readonly overdueBy: number; readonly amount: DecimalString }
  | { readonly ok: false; readonly reasons: readonly Reason[] };

/**
 * Returns the day by which the agreed quantity of a plan must be paid so that it arrives before the stock falls below the
 * safety stock, and the amount; or all that speaks against it: `never` (nothing is sold), `noUnitPrice`, `notAgreed`.
 *
 * @param plan with an agreed quantity and a unit price
 * @param facts stock, rate, days from payment to receipt, safety stock and the day they are of
 * @throws SalesModelError those of `reorderDate`
 * @example
 * import { paymentDue, type DemandPlan } from 'salesmodel/orders';
 *
 * const plan: DemandPlan = {
 *   partner: 'North', sku: 'cola', period: '2026-03', version: 1, sources: [], unitPrice: '9.50', agreed: '1100', status: 'agreed',
 * };
 * paymentDue(plan, { stock: 500, rate: 40, leadTime: 6, safety: 100, from: '2026-03-02' }); // => { ok: true, date: '2026-03-06', overdueBy: 0, amount: '10450' }
 */
export function paymentDue(plan: DemandPlan, facts: StockFacts): PaymentDue {
  const due = reorderDate(facts);
  const { agreed, unitPrice } = plan;
  if (due.ok && agreed !== undefined && unitPrice !== undefined) {
    const amount = times(notNegative(agreed, ['plan', 'agreed']), notNegative(unitPrice, ['plan', 'unitPrice']));
    return { ok: true, date: due.date, overdueBy: due.overdueBy, amount: toText(amount) };
  }
  return {
    ok: false,
    reasons: [
      ...(due.ok ? [] : due.reasons),
      ...(unitPrice === undefined ? [{ code: 'noUnitPrice', params: {} }] : []),
      ...(agreed === undefined ? [{ code: 'notAgreed', params: {} }] : []),
    ],
  };
}
