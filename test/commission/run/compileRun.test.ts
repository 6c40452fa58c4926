import { expect, test } from 'vitest';
import { run } from '../../../src/commission/run/compileRun.js';
const base = (component: any, amounts: string[], extra: any = {}) =>
  ({
    asOf: '2025-12-31',
    periods: { from: '2025-01-01', to: '2025-02-01' },
    plans: [
      {
        id: 'P',
        currency: 'USD',
        period: 'month',
        components: [{ id: 'C', measure: { kind: 'amount' }, accumulate: 'perPeriod', ...component }],
        ...extra.plan,
      },
    ],
    payees: [{ id: 'E1' }],
    assignments: [{ payeeId: 'E1', planId: 'P', from: '2025-01-01', to: null, ...extra.assignment }],
    transactions: amounts.map((amount, i) => ({
      id: 'T' + i,
      date: '2025-01-15',
      amount,
      currency: 'USD',
      payeeId: 'E1',
    })),
    ...extra.input,
  }) as any;
const tiers = (mode: string, rows: any[], o: any = {}) => ({
  rate: {
    kind: 'tiers',
    axis: o.axis ?? 'measure',
    ...(o.yields ? { yields: o.yields } : {}),
    tiers: {
      mode,
      boundary: o.boundary ?? 'lower',
      ...(o.anchor ? { anchor: o.anchor } : {}),
      tiers: rows.map(([upTo, rate]: any) => ({ upTo, rate })),
    },
  },
});
const earn = (x: any) => run(x, { detail: 'lines' });
test('minimal', () => {
  const r = earn(
    base(
      tiers('marginal', [
        ['10000', '0.05'],
        [null, '0.07'],
      ]),
      ['45000.00'],
    ),
  );
  expect(r.statements[0]!.earned).toBe('2950.00');
});
test('C-01/02', () => {
  const t = tiers('marginal', [
    ['1000', '0.01'],
    ['3000', '0.02'],
    ['8000', '0.03'],
    ['20000', '0.05'],
    [null, '0.05'],
  ]);
  const a = ['200', '300', '1500', '1200', '2000', '4500'];
  expect(earn(base({ ...t, accumulate: 'perTransaction' }, a)).lines!.map((l) => l.earned)).toEqual([
    '2.00',
    '3.00',
    '20.00',
    '14.00',
    '30.00',
    '95.00',
  ]);
  expect(earn(base(t, a)).lines!.map((l) => l.earned)).toEqual(['2.00', '3.00', '25.00', '26.00', '60.00', '169.00']);
});
test('C-06', () => {
  const t = tiers(
    'marginal',
    [
      ['1', '0.06'],
      ['1.25', '0.08'],
      ['1.5', '0.10'],
      [null, '0.12'],
    ],
    { axis: 'attainment' },
  );
  const r = earn(
    base({ ...t, quota: 'Q' }, ['500000'], { plan: { quotas: { Q: { amount: '375000', per: 'month' } } } }),
  );
  expect(r.statements[0]!.earned).toBe('33125.00');
  expect(r.statements[0]!.components[0]!.attainment).toBe('1.333333333333');
});
test('C-29', () => {
  const t = tiers('whole', [
    ['100000', '0.05'],
    [null, '0.08'],
  ]);
  const r = run(
    base({ ...t, accumulate: 'toDate' }, [], {
      input: {
        periods: { from: '2025-01-01', to: '2025-05-01' },
        transactions: ['40000', '70000', '60000', '-80000'].map((amount, i) => ({
          id: 'T' + i,
          date: `2025-0${i + 1}-10`,
          amount,
          currency: 'USD',
          payeeId: 'E1',
        })),
      },
    }),
    { detail: 'lines' },
  );
  expect(r.statements.map((s) => s.earned)).toEqual(['2000.00', '6800.00', '4800.00', '-9100.00']);
});
test('C-30', () => {
  for (const [excess, payable] of [
    ['defer', ['5000.00', '5000.00', '4500.00']],
    ['forfeit', ['5000.00', '3000.00', '4500.00']],
  ] as const) {
    const r = run(
      base({ rate: { kind: 'flat', rate: '1' }, modifiers: [{ kind: 'cap', limit: { amount: '5000' }, excess }] }, [], {
        input: {
          periods: { from: '2025-01-01', to: '2025-04-01' },
          transactions: ['7000', '3000', '4500'].map((amount, i) => ({
            id: 'T' + i,
            date: `2025-0${i + 1}-10`,
            amount,
            currency: 'USD',
            payeeId: 'E1',
          })),
        },
      }),
    );
    expect(r.statements.map((s) => s.payable)).toEqual(payable);
  }
});
test('C-31/32', () => {
  const r = earn(
    base(
      tiers('marginal', [
        ['1000', '0.05'],
        [null, '0.075'],
      ]),
      ['333.33', '333.33', '333.33', '333.33'],
    ),
  );
  expect(r.lines!.map((l) => l.earned)).toEqual(['16.67', '16.66', '16.67', '25.00']);
  const c = earn(
    base({ rate: { kind: 'flat', rate: '0.01' }, accumulate: 'perTransaction' }, ['12.50', '12.50', '12.50'], {
      plan: { rounding: { at: 'component' } },
    }),
  );
  expect(c.lines!.map((l) => l.earned)).toEqual(['0.13', '0.13', '0.12']);
  expect(c.statements[0]!.earned).toBe('0.38');
});
test('a payout share that a flat cannot follow loses the row to the component, and says so', () => {
  const component = {
    rate: { kind: 'tiers', tiers: { mode: 'marginal', tiers: [{ upTo: null, rate: '0.1', flat: '50' }] } },
  };
  const input = base(component, [], {
    input: {
      transactions: [
        {
          id: 'T1',
          date: '2025-01-10',
          amount: '100.00',
          currency: 'USD',
          splits: [{ payeeId: 'E1', kind: 'revenue', share: '1', payoutShare: '0.5' }],
        },
      ],
    },
  });
  expect(run(input).rejected).toMatchObject([{ id: 'T1', code: 'row.payoutShare', componentId: 'C' }]);
});
