import type { CommissionPlan, Crediting, Rate, RunInput, Transaction } from 'salesmodel/commission';
import { assignments, hierarchy, payees } from './northwindTeam.js';

/** 4 % up to half of the year's quota, 6 % up to all of it, and 9 % beyond: the accelerator. */
export const salesRate: Rate = {
  kind: 'tiers',
  axis: 'attainment',
  tiers: {
    mode: 'marginal',
    tiers: [
      { upTo: '0.5', rate: '0.04' },
      { upTo: '1', rate: '0.06' },
      { upTo: null, rate: '0.09' },
    ],
  },
};

/** Nobody earns more of their own sales in a year than this part of the quota. */
export const SALES_CAP = '0.065';

const plan: CommissionPlan = {
  id: 'northwind',
  name: 'Northwind sales 2013',
  currency: 'USD',
  period: 'month',
  quotas: { sales: { per: 'year' } },
  components: [
    {
      id: 'sales',
      label: 'Own sales, when they ship',
      measure: { kind: 'amount' },
      dateField: 'shipped',
      accumulate: 'toDate',
      window: 'year',
      quota: 'sales',
      rate: salesRate,
      modifiers: [{ kind: 'cap', limit: { ofQuota: SALES_CAP }, scope: 'window' }],
    },
    {
      id: 'team',
      label: 'Override on the sales of the team',
      credits: ['override'],
      measure: { kind: 'amount' },
      dateField: 'shipped',
      accumulate: 'perPeriod',
      rate: { kind: 'flat', rate: '0.01' },
    },
  ],
};

/** Each sale is credited to the manager in full and to the manager's manager by half, on top of the seller. */
const crediting: Crediting = {
  rules: [{ id: 'managers', kind: 'override', levels: 'all', shares: ['1', '0.5'] }],
};

/** The year 2013, as known on the day of the last order. */
export function northwindRun(transactions: readonly Transaction[]): RunInput {
  return {
    asOf: '2014-05-06',
    periods: { from: '2013-01-01', to: '2014-01-01' },
    plans: [plan],
    payees,
    assignments,
    hierarchy,
    crediting,
    transactions,
  };
}
