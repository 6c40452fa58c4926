import { expect, test } from 'vitest';
import { compileRun, run } from '../../../src/commission/index.js';
import type { Component, RunInput, Split, Transaction } from '../../../src/commission/index.js';

const flat: Component = {
  id: 'C',
  measure: { kind: 'amount' },
  accumulate: 'perPeriod',
  rate: { kind: 'flat', rate: '0.1' },
};

function input(component: Component, transactions: readonly Transaction[], more: Partial<RunInput> = {}): RunInput {
  return {
    asOf: '2025-12-31',
    periods: { from: '2025-01-01', to: '2025-03-01' },
    plans: [{ id: 'P', currency: 'USD', period: 'month', components: [component] }],
    payees: [{ id: 'E1' }, { id: 'E2' }],
    assignments: [
      { payeeId: 'E1', planId: 'P', from: '2025-01-01' },
      { payeeId: 'E2', planId: 'P', from: '2025-02-10' },
    ],
    transactions,
    ...more,
  };
}

function sale(id: string, date: string, amount: string, payeeId = 'E1'): Transaction {
  return { id, date, amount, currency: 'USD', payeeId };
}

function deal(splits: readonly Split[]): Transaction {
  return { id: 'T1', date: '2025-01-10', amount: '100.00', currency: 'USD', splits };
}

test('a payee with an active assignment gets a statement even with no row', () => {
  const { statements } = run(input(flat, []));
  expect(statements.map(({ payeeId, period, payout }) => [payeeId, period.label, payout])).toEqual([
    ['E1', '2025-01', '0.00'],
    ['E1', '2025-02', '0.00'],
    ['E2', '2025-02', '0.00'],
  ]);
});

test('a row before the assignment of its payee is lost, and said so; the rest is paid', () => {
  const result = run(input(flat, [sale('T1', '2025-02-09', '10.00', 'E2'), sale('T2', '2025-02-10', '20.00', 'E2')]));
  expect(result.rejected).toMatchObject([{ id: 'T1', code: 'row.unassigned', payeeId: 'E2' }]);
  expect(result.totals).toMatchObject({ rows: 2, credited: 1, rejected: 1, duplicates: 0, outside: 0 });
  expect(result.statements.at(-1)?.earned).toBe('2.00');
});

test('a payout share that a flat cannot follow loses the row to the component, and says so', () => {
  const component: Component = {
    ...flat,
    rate: { kind: 'tiers', tiers: { mode: 'marginal', tiers: [{ upTo: null, rate: '0.1', flat: '50' }] } },
  };
  const split: Split = { payeeId: 'E1', kind: 'revenue', share: '1', payoutShare: '0.5' };
  expect(run(input(component, [deal([split])])).rejected).toMatchObject([
    { id: 'T1', code: 'row.payoutShare', componentId: 'C' },
  ]);
});

test('a negative payable is carried, paid or forgiven as the plan says', () => {
  const rows = [sale('T1', '2025-01-10', '-100.00'), sale('T2', '2025-02-10', '300.00')];
  const payouts = (negative?: 'carry' | 'payNegative' | 'forgive') => {
    const whole = input(flat, rows);
    const plans = whole.plans.map((plan) => ({
      ...plan,
      ...(negative === undefined ? {} : { payment: { negative } }),
    }));
    return run({ ...whole, plans })
      .statements.filter(({ payeeId }) => payeeId === 'E1')
      .map(({ payout }) => payout);
  };
  expect(payouts()).toEqual(['0.00', '20.00']);
  expect(payouts('carry')).toEqual(['0.00', '20.00']);
  expect(payouts('payNegative')).toEqual(['-10.00', '30.00']);
  expect(payouts('forgive')).toEqual(['0.00', '30.00']);
});

test('an evaluator runs many sets of rows', () => {
  const { asOf, periods, plans, payees, assignments } = input(flat, []);
  const evaluator = compileRun({ plans, payees, assignments });
  const earned = (amount: string) =>
    evaluator.objects([sale('T1', '2025-01-10', amount)], { asOf, periods }).result.statements[0]?.earned;
  expect([earned('10.00'), earned('20.00'), earned('10.00')]).toEqual(['1.00', '2.00', '1.00']);
});

test('periods must lie on the borders of the plan', () => {
  const whole = input(flat, []);
  expect(() => run({ ...whole, periods: { from: '2025-01-02', to: '2025-03-01' } })).toThrow(/periods\.from/);
});
