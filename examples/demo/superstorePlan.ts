import type { CommissionPlan, RunInput, Transaction } from 'salesmodel/commission';

const regions = ['Central', 'East', 'South', 'West'];

/** A share of the margin that a region makes, and a little for every sale at list price. */
const plan: CommissionPlan = {
  id: 'superstore',
  name: 'Superstore margin 2017',
  currency: 'USD',
  period: 'month',
  components: [
    {
      id: 'margin',
      label: 'Margin of the quarter',
      measure: { kind: 'margin' },
      accumulate: 'toDate',
      window: 'quarter',
      rate: {
        kind: 'tiers',
        tiers: {
          mode: 'marginal',
          tiers: [
            { upTo: '2500', rate: '0.05' },
            { upTo: '7500', rate: '0.08' },
            { upTo: null, rate: '0.1' },
          ],
        },
      },
    },
    {
      id: 'list-price',
      label: 'Sales without a discount',
      where: { field: 'attributes.discount', op: 'eq', value: '0' },
      measure: { kind: 'amount' },
      accumulate: 'perPeriod',
      rate: { kind: 'flat', rate: '0.005' },
    },
  ],
  // A month that loses margin takes back what the quarter had earned: it is set off against later months.
  payment: { negative: 'carry' },
};

/** The year 2017; the region itself is paid. */
export function superstoreRun(transactions: readonly Transaction[]): RunInput {
  return {
    asOf: '2017-12-31',
    periods: { from: '2017-01-01', to: '2018-01-01' },
    plans: [plan],
    payees: regions.map((id) => ({ id, name: `${id} region` })),
    assignments: regions.map((payeeId) => ({ payeeId, planId: plan.id, from: '2014-01-01' })),
    transactions,
  };
}
