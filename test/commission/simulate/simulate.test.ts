import { describe, expect, test } from 'vitest';
import { type RunInput, simulate, type Transaction } from '../../../src/commission/index.js';

const sale = (id: string, payeeId: string, amount: string, more: Partial<Transaction> = {}): Transaction => ({
  id,
  date: '2026-01-10',
  amount,
  currency: 'USD',
  payeeId,
  ...more,
});
const input: RunInput = {
  asOf: '2026-03-31',
  periods: { from: '2026-01-01', to: '2026-02-01' },
  plans: [
    {
      id: 'P',
      currency: 'USD',
      period: 'month',
      components: [
        { id: 'C', measure: { kind: 'amount' }, accumulate: 'perPeriod', rate: { kind: 'flat', rate: '0.1' } },
      ],
    },
  ],
  payees: [{ id: 'ana' }, { id: 'ben', currency: 'EUR' }],
  assignments: ['ana', 'ben'].map((payeeId) => ({ payeeId, planId: 'P', from: '2026-01-01' })),
  rates: [{ from: 'USD', to: 'EUR', rate: '0.9', on: '2026-01-01' }],
  transactions: [sale('T1', 'ana', '100'), sale('T2', 'ana', '1000'), sale('T3', 'ben', '10000')],
};
const costs = (options: Parameters<typeof simulate>[1], of: RunInput = input): readonly string[] =>
  simulate(of, options).draws.map(({ cost }) => cost);

describe('draws', () => {
  test('of people give each a chance, and all draws are of as many', () => {
    const found = new Set(costs({ bootstrap: { seed: 7, draws: 40 } }));
    // Two of Ana (110), Ana and Ben (110 and 1,000), two of Ben.
    expect([...found].toSorted()).toEqual(['1110', '2000', '220']);
  });

  test('of deals give each owner as many of their own', () => {
    const found = new Set(costs({ bootstrap: { seed: 7, draws: 40, of: 'transactions' } }));
    // Ana has twice the small deal, one of each, or twice the large one; Ben has his one deal.
    expect([...found].toSorted()).toEqual(['1020', '1110', '1200']);
  });

  test('of a seed are the same in every version', () => {
    expect(costs({ bootstrap: { seed: 7, draws: 6 } })).toEqual(['1110', '1110', '220', '1110', '1110', '1110']);
    expect(costs({ bootstrap: { seed: 8, draws: 6, of: 'transactions' } })).toEqual([
      '1110',
      '1200',
      '1020',
      '1020',
      '1200',
      '1110',
    ]);
  });

  test('keep reversals with what they reverse, rows of other days as they are, and ids apart', () => {
    const rows = [
      sale('T1', 'ana', '100'),
      sale('T1#2', 'ana', '100'),
      sale('R1', 'ana', '-100', { reverses: 'T1', date: '2026-01-20' }),
      sale('T0', 'ana', '5000', { date: '2025-12-31' }),
    ];
    const all = simulate({ ...input, transactions: rows }, { bootstrap: { seed: 1, draws: 30, of: 'transactions' } });
    expect(all.draws.every(({ rejected }) => rejected === 0)).toBe(true);
    // What a reversal takes back stays earned and is taken back apart.
    expect(new Set(all.draws.map(({ cost }) => cost))).toEqual(new Set(['20']));
  });
});

test('what is paid counts in the currency of the plan', () => {
  expect(costs({ cost: 'paid' })).toEqual(['1110']);
});

test('a factor scales everything that is a quantity', () => {
  const of = (kind: 'amount' | 'units' | 'margin' | 'mrr' | 'collected' | 'count'): RunInput => ({
    ...input,
    plans: input.plans.map((plan) => ({
      ...plan,
      components: plan.components.map((component) => ({ ...component, measure: { kind } })),
    })),
    transactions: [
      sale('T1', 'ana', '100', {
        units: '10',
        cost: '60',
        mrr: '8',
        collections: [{ date: '2026-01-12', amount: '50', kind: 'payment' }],
      }),
    ],
  });
  const measured = (['amount', 'units', 'margin', 'mrr', 'collected', 'count'] as const).map(
    (kind) => simulate(of(kind), { scale: '1.5' }).draws[0]?.measure,
  );
  expect(measured).toEqual(['150', '15', '60', '12', '75', '1']);
});
