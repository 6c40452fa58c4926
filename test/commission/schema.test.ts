import { expect, test } from 'vitest';
import { RunInput } from '../../src/commission/index.js';

const minimal = {
  asOf: '2025-12-31',
  periods: { from: '2025-01-01', to: '2025-02-01' },
  plans: [
    {
      id: 'P',
      currency: 'USD',
      period: 'month',
      components: [
        {
          id: 'C',
          measure: { kind: 'amount' },
          accumulate: 'perPeriod',
          rate: {
            kind: 'tiers',
            axis: 'measure',
            tiers: {
              mode: 'marginal',
              boundary: 'lower',
              tiers: [
                { upTo: '10000', rate: '0.05' },
                { upTo: null, rate: '0.07' },
              ],
            },
          },
        },
      ],
    },
  ],
  payees: [{ id: 'E1' }],
  assignments: [{ payeeId: 'E1', planId: 'P', from: '2025-01-01', to: null }],
  transactions: [{ id: 'T1', date: '2025-01-15', amount: '45000.00', currency: 'USD', payeeId: 'E1' }],
} satisfies RunInput;

test('the smallest run is taken as it is', () => {
  expect(RunInput.parse(minimal)).toEqual(minimal);
});
