import { type DecimalLike, toText } from '../../core/decimal.js';
import { dayNumber, type PlainDate } from '../../core/date.js';
import type { Reason } from '../../core/errors.js';
import { notNegative } from '../read.js';
import type { DemandPlan } from '../schema/demandPlan.js';

/** A quantity that is to be agreed, and who has confirmed it when. */
export interface DemandAgreement {
  readonly quantity: DecimalLike;
  readonly maker?: PlainDate;
  readonly dealer?: PlainDate;
}

/**
 * Returns the plan with its agreed quantity, which is final, or all that is missing: `makerUnconfirmed`,
 * `dealerUnconfirmed`, `alreadyAgreed`.
 *
 * @param plan a draft or a proposal
 * @param agreement quantity and the days on which either side confirmed it
 * @throws SalesModelError `quantity.negative`, `date.invalid`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { agreeDemand, type DemandPlan } from 'salesmodel/orders';
 *
 * const plan: DemandPlan = { partner: 'North', sku: 'cola', period: '2026-03', version: 2, status: 'proposed', sources: [] };
 * const half = agreeDemand(plan, { quantity: 1000, maker: '2026-02-20' });
 * half.ok || half.reasons.map(({ code }) => code); // => [ 'dealerUnconfirmed' ]
 * const whole = agreeDemand(plan, { quantity: 1000, maker: '2026-02-20', dealer: '2026-02-23' });
 * whole.ok && [whole.plan.status, whole.plan.agreed]; // => [ 'agreed', '1000' ]
 */
export function agreeDemand(
  plan: DemandPlan,
  { quantity, maker, dealer }: DemandAgreement,
): { readonly ok: true; readonly plan: DemandPlan } | { readonly ok: false; readonly reasons: readonly Reason[] } {
  const agreed = toText(notNegative(quantity, ['agreement', 'quantity']));
  if (maker !== undefined) dayNumber(maker, ['agreement', 'maker']);
  if (dealer !== undefined) dayNumber(dealer, ['agreement', 'dealer']);
  if (plan.status !== 'agreed' && maker !== undefined && dealer !== undefined) {
    return { ok: true, plan: { ...plan, agreed, confirmed: { maker, dealer }, status: 'agreed' } };
  }
  return {
    ok: false,
    reasons: [
      ...(plan.status === 'agreed' ? [{ code: 'alreadyAgreed', params: { quantity: plan.agreed ?? null } }] : []),
      ...(dealer === undefined ? [{ code: 'dealerUnconfirmed', params: {} }] : []),
      ...(maker === undefined ? [{ code: 'makerUnconfirmed', params: {} }] : []),
    ],
  };
}
