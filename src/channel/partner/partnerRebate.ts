import type { DecimalLike } from '../../core/decimal.js';
import type { Reason } from '../../core/errors.js';
import type { NamedRule } from '../../mechanisms/lifecycle/definition/lifecycleDefinition.js';
import { compileRule } from '../../mechanisms/rules/compileRule.js';
import { ruleFields } from '../../mechanisms/rules/leaves.js';
import { accrueRebate, type RebateAccrual } from '../../pricing/rebate/accrueRebate.js';
import type { RebateFigures } from '../../pricing/rebate/compileRebate.js';
import type { RebateAgreement } from '../../pricing/rebate/rebateAgreement.js';
import { rebateDue, type RebateDue } from '../../pricing/rebate/rebateDue.js';

/** What is known of a partner on the day of a rebate; what is not known is absent or `null`. */
export interface RebateFacts {
  readonly partner: string;
  /** The tier on the day. */
  readonly tier?: string | null;
  /** Stock reports of the period that were not given. */
  readonly missingStockReports?: number | null;
  /** Breaches of a price that are not settled. */
  readonly openPriceBreaches?: number | null;
  /** Facts for rules of your own. */
  readonly attributes?: Readonly<Record<string, unknown>>;
}

/** Figures of the period, and what was expected of the whole of it where an accrual is asked for. */
export interface PartnerFigures extends RebateFigures {
  /** Paid so far. Default 0. */
  readonly settled?: DecimalLike;
  readonly expected?: RebateFigures;
  /** What stands in the books. Default 0. */
  readonly accrued?: DecimalLike;
}

/** The rebate of a partner, or everything that speaks against it. */
export type PartnerRebate =
  | {
      readonly ok: true;
      readonly rebate: Extract<RebateDue, { ok: true }>;
      /** `null` where nothing was expected. */
      readonly accrual: RebateAccrual | null;
    }
  | { readonly ok: false; readonly reasons: readonly Reason[] };

/**
 * Conditions of a rebate as data: a tier of silver or gold, no stock report missing, no breach of a price open.
 *
 * @example
 * import { partnerRebateRules } from 'salesmodel/channel';
 *
 * partnerRebateRules.map(({ id }) => id); // => ['tier', 'stockReports', 'priceBreaches']
 */
export const partnerRebateRules: readonly NamedRule[] = [
  { id: 'tier', rule: { field: 'tier', op: 'in', value: ['silver', 'gold'] } },
  { id: 'stockReports', rule: { field: 'missingStockReports', op: 'eq', value: '0' } },
  { id: 'priceBreaches', rule: { field: 'openPriceBreaches', op: 'eq', value: '0' } },
];

/**
 * Returns the rebate of a partner, or all reasons against it: `otherParty`, `ruleFailed`, `ruleUnknown` in the order of the
 * rules, and those of `rebateDue`. A condition that is not known to hold is not met.
 *
 * @param facts the partner on the day
 * @param agreement tiers and what they are on
 * @param figures amount of the period and what the agreement asks for besides
 * @param rules conditions on the facts, default `partnerRebateRules`
 * @throws SalesModelError those of `rebateDue` and of rules
 * @example
 * import { partnerRebate } from 'salesmodel/channel';
 * import type { RebateAgreement } from 'salesmodel/pricing';
 *
 * const agreement: RebateAgreement = {
 *   code: 'partner-gold', party: 'North', currency: 'EUR', negative: 'carry', tierOn: 'amount', payOn: 'amount',
 *   period: { kind: 'year', start: '2026-01-01', end: '2027-01-01' },
 *   tiers: { mode: 'marginal', tiers: [{ upTo: '100000', rate: '0' }, { upTo: '250000', rate: '0.02' }, { upTo: null, rate: '0.03' }] },
 * };
 * const facts = { partner: 'North', tier: 'gold', missingStockReports: 0, openPriceBreaches: 0 };
 * const result = partnerRebate(facts, agreement, { amount: '300000' });
 * result.ok && result.rebate.earned; // => '4500.00'
 * const refused = partnerRebate({ ...facts, tier: 'bronze', openPriceBreaches: null }, agreement, { amount: '300000' });
 * refused.ok || refused.reasons.map(({ code, params }) => `${code} ${String(params['rule'])}`); // => ['ruleFailed tier', 'ruleUnknown priceBreaches']
 */
export function partnerRebate(
  facts: RebateFacts,
  agreement: RebateAgreement,
  figures: PartnerFigures,
  rules: readonly NamedRule[] = partnerRebateRules,
): PartnerRebate {
  const { expected, accrued = 0, ...period } = figures;
  const rebate = rebateDue(agreement, period);
  const isOther = facts.partner !== agreement.party;
  const reasons: readonly Reason[] = [
    ...(isOther ? [{ code: 'otherParty', params: { partner: facts.partner, party: agreement.party } }] : []),
    ...rules.flatMap(({ id, rule }, at): Reason[] => {
      const truth = compileRule<RebateFacts>(rule, { path: ['rules', at, 'rule'] })(facts);
      if (truth === true) return [];
      if (truth === false) return [{ code: 'ruleFailed', params: { rule: id } }];
      return [{ code: 'ruleUnknown', params: { rule: id, fields: ruleFields(rule) } }];
    }),
    ...(rebate.ok ? [] : rebate.reasons),
  ];
  if (reasons.length > 0 || !rebate.ok) return { ok: false, reasons };
  const accrual = expected === undefined ? null : accrueRebate(agreement, { amount: period.amount, accrued }, expected);
  return { ok: true, rebate, accrual };
}
