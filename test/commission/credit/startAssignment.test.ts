import { describe, expect, test } from 'vitest';
import { presets, run, splitCredit, startAssignment, teamSplits } from '../../../src/commission/index.js';

const team = presets['split.incubator'];
const newcomer = { payeeId: 'Nia', planId: 'sales', from: '2026-03-16' };

describe('split.incubator', () => {
  test('credits the newcomer with all of a deal and the supporter with half on top', () => {
    const members = [
      { payeeId: 'Otto', dealRole: 'supporter' },
      { payeeId: 'Nia', dealRole: 'owner' },
    ];
    const shared = splitCredit({ amount: '900.01', currency: 'CNY' }, teamSplits(team, members), team);
    expect(shared.ok && shared.parts.map(({ payeeId, kind, amount }) => [payeeId, kind, amount])).toEqual([
      ['Otto', 'overlay', '450.00'],
      ['Nia', 'revenue', '900.01'],
    ]);
  });

  test('guarantees target pay for six months and lets the quota grow', () => {
    const { draws, quotas } = startAssignment(team, newcomer, ['sales']);
    expect(draws).toEqual([
      {
        id: 'incubator',
        kind: 'guarantee',
        recovery: 'none',
        amount: { ofTarget: '1' },
        from: '2026-03-16',
        to: '2026-09-16',
      },
    ]);
    expect(quotas).toEqual({ sales: { ramp: { steps: ['0.25', '0.25', '0.5', '0.5', '0.75', '0.75'] } } });
  });

  test('a run pays the guarantee to whoever sold nothing', () => {
    const assignment = startAssignment(team, { ...newcomer, target: { amount: '2000', per: 'month' } }, ['sales']);
    const { statements } = run({
      asOf: '2026-04-30',
      periods: { from: '2026-04-01', to: '2026-05-01' },
      plans: [
        {
          id: 'sales',
          currency: 'CNY',
          period: 'month',
          quotas: { sales: { amount: '10000', per: 'month' } },
          components: [
            {
              id: 'sales',
              measure: { kind: 'amount' },
              accumulate: 'perPeriod',
              quota: 'sales',
              rate: { kind: 'flat', rate: '0.1' },
            },
          ],
        },
      ],
      payees: [{ id: 'Nia' }],
      assignments: [assignment],
      transactions: [],
    });
    expect(statements.map(({ earned, payout, components }) => [earned, payout, components[0]?.quota])).toEqual([
      ['0.00', '2000.00', '2500'],
    ]);
  });
});

test('what an assignment has stays, and a team without a start changes nothing', () => {
  const own = { ...newcomer, quotas: { sales: { factor: '2' }, other: { factor: '3' } } };
  expect(startAssignment(team, own, ['sales']).quotas).toEqual({
    sales: { factor: '2', ramp: { steps: ['0.25', '0.25', '0.5', '0.5', '0.75', '0.75'] } },
    other: { factor: '3' },
  });
  expect(startAssignment(presets['split.parallel'], own, ['sales'])).toEqual(own);
});
