import { strictEqual } from 'node:assert';
import { run } from 'salesmodel/commission';
import * as core from 'salesmodel/core';
import { compileRule } from 'salesmodel/mechanisms/rules';
import { compileHierarchy } from 'salesmodel/team';
import { runCases } from 'salesmodel/conformance';
import tiers from 'salesmodel/cases/core/tiers.json' with { type: 'json' };
import * as all from 'salesmodel';

const { statements } = run({
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
});
strictEqual(statements[0].payout, '2950.00');

strictEqual(all.commission.run, run);
strictEqual(all.core.applyTiers, core.applyTiers);
strictEqual(all.rules.compileRule, compileRule);
strictEqual(all.team.compileHierarchy, compileHierarchy);

const results = await runCases(tiers.cases);
strictEqual(results.length > 0 && results.every((result) => result.ok), true);
