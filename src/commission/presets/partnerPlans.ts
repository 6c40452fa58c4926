import type { CommissionPlan, Component, Crediting } from '../schema.js';
import type { PlanPreset } from './planPreset.js';

/** Days after a sale in which a customer may give it back; only then is commission paid. */
const HOLDING_DAYS = 30;

/**
 * Commission waits out the holding period; what comes back later is taken back from what is paid next, and a partner is
 * never asked for money.
 */
function partnerPlan(id: string, name: string, components: readonly Component[]): CommissionPlan {
  return {
    id,
    name,
    currency: 'USD',
    period: 'month',
    components,
    release: { kind: 'hold', until: { days: HOLDING_DAYS } },
    clawback: { basis: 'asEarned' },
    payment: { negative: 'carry' },
  };
}

const ofSale: Pick<Component, 'measure' | 'accumulate'> = { measure: { kind: 'amount' }, accumulate: 'perTransaction' };

const percentOfSale: Component = { id: 'sales', label: 'Sales', ...ofSale, rate: { kind: 'flat', rate: '0.1' } };

const levels: Component = {
  id: 'levels',
  label: 'Sales of partners below',
  credits: ['override'],
  ...ofSale,
  rate: { kind: 'flat', rate: '1' },
};

const recruited = (more: Partial<NonNullable<Crediting['rules']>[number]>): Crediting => ({
  rules: [{ id: 'levels', kind: 'override', relation: 'recruitedBy', levels: 3, ...more }],
});

/** The same amount for every sale. */
export const partnerFlat: PlanPreset = {
  plan: partnerPlan('partner.flat', 'Partner, amount per sale', [
    {
      id: 'sales',
      label: 'Sales',
      measure: { kind: 'count' },
      accumulate: 'perTransaction',
      rate: { kind: 'flat', rate: '25', per: 'credit' },
    },
  ]),
};

/** 10 % of a sale, at least 5 and at most 500. */
export const partnerPercent: PlanPreset = {
  plan: partnerPlan('partner.percent', 'Partner, percent of sale', [
    {
      ...percentOfSale,
      modifiers: [
        { kind: 'floor', limit: { amount: '5' }, scope: 'transaction' },
        { kind: 'cap', limit: { amount: '500' }, scope: 'transaction' },
      ],
    },
  ]),
};

/** 20 % of what a customer pays in the twelve months from the first sale on; `customerMonths` puts the months on the rows. */
export const partnerRecurring: PlanPreset = {
  plan: partnerPlan('partner.recurring', 'Partner, first year of a customer', [
    {
      ...percentOfSale,
      where: { field: 'measures.customerMonths', op: 'lt', value: '12' },
      rate: { kind: 'flat', rate: '0.2' },
    },
  ]),
};

/** 10 % of own sales, and 5, 3 and 1 % on the three levels above, along the links `recruitedBy`. */
export const partnerUnilevel: PlanPreset = {
  plan: partnerPlan('partner.unilevel', 'Partner network', [percentOfSale, levels]),
  crediting: recruited({ shares: ['0.05', '0.03', '0.01'] }),
};

/** As `partner.unilevel`, but a partner without an active assignment passes the level on. */
export const partnerCompressed: PlanPreset = {
  plan: partnerPlan('partner.compressed', 'Partner network, compressed', [percentOfSale, levels]),
  crediting: recruited({ shares: ['0.05', '0.03', '0.01'], compression: 'skipInactive' }),
};

/** Everybody has a rate of their own, in the attribute `rate`: it is paid on own sales, and on sales below as far as it is above the rates there. */
export const partnerDifferential: PlanPreset = {
  plan: partnerPlan('partner.differential', 'Partner network, by difference', [
    {
      ...percentOfSale,
      measure: { kind: 'expr', expr: { op: 'mul', args: [{ field: 'amount' }, { field: 'payee.rate' }] } },
      rate: { kind: 'flat', rate: '1' },
    },
    levels,
  ]),
  crediting: recruited({ levels: 'all', differential: 'rate' }),
};
