import { expect, test } from 'vitest';
import {
  amortise,
  type Contest,
  type Pool,
  type RunInput,
  settleContest,
  settlePool,
  shareRiskAndProfit,
  simulate,
} from '../../src/commission/index.js';
import { thrown } from '../core/thrown.js';

const contest: Contest = {
  id: 'K',
  currency: 'USD',
  measure: { kind: 'amount' },
  period: { from: '2026-01-01', to: '2026-04-01' },
  prizes: [{ rank: 1, amount: '0.005' }],
};
const pool: Pool = { id: 'T', currency: 'USD', amount: { amount: '1' }, members: ['a', 'b'], weights: 'earned' };
const party = { profitShare: '0.5', lossShare: '0.5' };
const input: RunInput = {
  asOf: '2026-01-31',
  periods: { from: '2026-01-01', to: '2026-02-01' },
  plans: [
    {
      id: 'P',
      currency: 'USD',
      period: 'month',
      components: [
        { id: 'C', measure: { kind: 'amount' }, accumulate: 'perPeriod', rate: { kind: 'flat', rate: '1' } },
      ],
    },
  ],
  payees: [],
  assignments: [],
  transactions: [],
};

test.each<[string, string, () => unknown]>([
  [
    'a prize of half a cent that two share',
    'allocate.indivisible contest.prizes',
    () =>
      settleContest(
        contest,
        ['a', 'b'].map((payeeId) => ({ payeeId, value: '1' })),
      ),
  ],
  [
    'a figure that is no number, of the second member given',
    'decimal.invalid members.1.earned',
    () =>
      settlePool(pool, [
        { payeeId: 'b', earned: '1' },
        { payeeId: 'a', earned: 'x' },
      ]),
  ],
  [
    'a figure below 0',
    'allocate.negativeWeight members.0.earned',
    () => settlePool(pool, [{ payeeId: 'b', earned: '-1' }]),
  ],
  [
    'a weight below 0',
    'allocate.negativeWeight pool.weights.b',
    () => settlePool({ ...pool, weights: { a: '1', b: '-1' } }),
  ],
  [
    'weights by a figure that no pool reads',
    'option.unknown pool.weights',
    () => settlePool({ ...pool, weights: 'payeeId' as 'earned' }, [{ payeeId: 'a', earned: '1' }]),
  ],
  [
    'a result of half a cent',
    'allocate.indivisible result',
    () => shareRiskAndProfit({ result: '0.005', parties: [{ id: 'A', profitShare: '1', lossShare: '1' }] }),
  ],
  [
    'a profit share below 0, though a loss is shared',
    'allocate.negativeWeight parties.1.profitShare',
    () =>
      shareRiskAndProfit({
        result: '-1',
        parties: [
          { id: 'A', ...party, profitShare: '1.5' },
          { id: 'B', ...party, profitShare: '-0.5' },
        ],
      }),
  ],
  [
    'a cost of half a cent',
    'allocate.indivisible cost',
    () => amortise({ cost: '0.005', start: '2026-01-01', months: 2 }),
  ],
  [
    'a month of a weight below 0',
    'allocate.negativeWeight pattern.1',
    () => amortise({ cost: '1', start: '2026-01-01', months: 2, pattern: [1, -1] }),
  ],
  [
    'a quantile beyond the last',
    'quantile.probability options.probabilities.1',
    () => simulate(input, { probabilities: ['1', '1.5'] }),
  ],
])('%s is refused where the caller wrote it', (_, place, start) => {
  const { code, path } = thrown(start);
  expect(`${code} ${path.join('.')}`).toBe(place);
});
