import { describe, expect, test } from 'vitest';
import { compileRun, explain, explainStatement, type RunInput } from '../../../src/commission/index.js';
import { renderExplanation } from '../../../src/core/index.js';

const input: RunInput = {
  asOf: '2026-06-30',
  periods: { from: '2026-04-01', to: '2026-07-01' },
  plans: [
    {
      id: 'P',
      currency: 'USD',
      period: 'quarter',
      quotas: { Q: { amount: '100000', per: 'quarter' } },
      components: [
        {
          id: 'C',
          credits: ['revenue', 'overlay', 'override'],
          measure: { kind: 'amount' },
          accumulate: 'perPeriod',
          quota: 'Q',
          rate: {
            kind: 'tiers',
            axis: 'attainment',
            tiers: {
              mode: 'marginal',
              tiers: [
                { upTo: '1', rate: '0.05' },
                { upTo: null, rate: '0.08' },
              ],
            },
          },
          modifiers: [{ kind: 'cap', limit: { amount: '7000' } }],
        },
      ],
    },
  ],
  payees: [{ id: 'Lin' }, { id: 'Mia' }],
  assignments: ['Lin', 'Mia'].map((payeeId) => ({ payeeId, planId: 'P', from: '2026-01-01', to: null })),
  hierarchy: [{ kind: 'reportsTo', child: 'Lin', parent: 'Mia', from: '2026-01-01', to: null }],
  crediting: { rules: [{ id: 'up', kind: 'override', levels: 1, shares: ['0.5'] }] },
  transactions: [
    { id: 'D1', date: '2026-05-20', amount: '45000', currency: 'USD', payeeId: 'Lin' },
    { id: 'D2', date: '2026-06-08', amount: '75000', currency: 'EUR', payeeId: 'Lin' },
    { id: 'D3', date: '2026-06-09', amount: '10', currency: 'USD', payeeId: 'nobody' },
    { id: 'D4', date: '2026-09-09', amount: '10', currency: 'USD', payeeId: 'Lin' },
  ],
  rates: [{ from: 'EUR', to: 'USD', rate: '1.1', on: '2026-06-01' }],
};

const text = (target: Parameters<typeof explain>[1], depth?: number): string[] =>
  renderExplanation(explain(input, target), 'en', depth === undefined ? {} : { depth }).split('\n');

describe('explain', () => {
  test('says what a deal adds, down to the quote of its currency', () => {
    const steps = text({ transactionId: 'D2', payeeId: 'Lin' });
    expect(steps[0]).toBe('transaction D2 for Lin in C, period from 2026-04-01 = 4750.00');
    expect(steps.map((step) => step.trim())).toEqual(
      expect.arrayContaining([
        'at most the cap = 7000',
        'less the sum before it = -2250',
        'in USD at 1.1 for one EUR, on 2026-06-08 = 82500',
        'EUR in USD on 2026-06-01, rates[0].rate = 1.1',
        'transactions.D2.amount = 75000',
      ]),
    );
  });

  test('adds up the lines of a deal that is credited to several people', () => {
    expect(text({ transactionId: 'D1' }, 1)).toEqual([
      'everything that transaction D1 earned = 3375.00',
      '  transaction D1 for Lin in C, period from 2026-04-01 = 2250.00',
      '  transaction D1 for Mia in C, period from 2026-04-01 = 1125.00',
    ]);
  });

  test('names the rule, relation and day of a credit', () => {
    const steps = text({ transactionId: 'D1', payeeId: 'Mia' }).map((step) => step.trim());
    expect(steps).toContain(
      'share 0.5 of transaction D1 as override, level 1 by rule up over reportsTo on 2026-05-20 = 22500',
    );
    expect(steps).toContain('crediting.rules[0].shares[0] = 0.5');
  });

  test('says why a deal earned nothing', () => {
    expect(text({ transactionId: 'D3' })).toEqual(['transaction D3 is rejected: row.payeeUnknown = 0']);
    expect(explain(input, { transactionId: 'D4' })).toMatchObject({ code: 'transaction.uncounted', value: '0' });
  });

  test('refuses figures that the run does not have', () => {
    const { transactions, asOf, periods, ...definition } = input;
    const run = compileRun(definition).objects(transactions, { asOf, periods });
    const code = 'explain.unknown';
    for (const [target, path] of [
      [{ transactionId: 'D9' }, ['target', 'transactionId']],
      [{ payeeId: 'Lin', period: '2026-01-01' }, ['target']],
      [{ payeeId: 'Lin', period: '2026-04-01', componentId: 'D' }, ['target', 'componentId']],
      [{ entry: 'x' }, ['target', 'entry']],
    ] as const) {
      expect(() => explain(run, target)).toThrow(expect.objectContaining({ code, path }) as Error);
    }
  });
});

test('a payee of two plans is asked for with the plan', () => {
  const [plan] = input.plans;
  const two: RunInput = {
    ...input,
    plans: [plan!, { ...plan!, id: 'P2' }],
    assignments: [...input.assignments, { payeeId: 'Lin', planId: 'P2', from: '2026-01-01', to: null }],
  };
  expect(() => explain(two, { payeeId: 'Lin', period: '2026-04-01' })).toThrow(
    expect.objectContaining({ code: 'explain.severalPlans' }) as Error,
  );
  expect(explain(two, { payeeId: 'Lin', planId: 'P2', period: '2026-04-01' }).value).toBe('7000.00');
});

test('a statement has its figures, its calculation and its deals in both languages', () => {
  const statement = {
    payeeId: 'Lin',
    planId: 'P',
    period: { start: '2026-04-01', end: '2026-07-01', label: '2026-Q2' },
  };
  const en = explainStatement(input, statement, 'en').split('\n');
  expect(en[0]).toBe('# payout to Lin for 2026-Q2 under P, in USD: 7000.00');
  expect(en).toContain('| **earned** | **7000.00** |');
  expect(en.slice(-4)).toEqual([
    '| date | transaction | measure | earned |',
    '|:--|:--|--:|--:|',
    '| 2026-05-20 | D1 | 45000 | 2250.00 |',
    '| 2026-06-08 | D2 | 82500 | 4750.00 |',
  ]);
  const zh = explainStatement(input, statement, 'zh-CN').split('\n');
  expect(zh[0]).toBe('# Lin 在方案 P 下 2026-Q2 的实付金额（USD）：7000.00');
  expect(zh).toHaveLength(en.length);
});

describe('a component that accumulates to date', () => {
  const growing: RunInput = {
    asOf: '2026-12-31',
    periods: { from: '2026-01-01', to: '2026-05-01' },
    plans: [
      {
        id: 'P',
        currency: 'USD',
        period: 'month',
        quotas: { Q: { amount: '120000', per: 'year' } },
        components: [
          {
            id: 'C',
            measure: { kind: 'amount' },
            accumulate: 'toDate',
            quota: 'Q',
            rate: {
              kind: 'tiers',
              axis: 'attainment',
              tiers: {
                mode: 'whole',
                tiers: [
                  { upTo: '0.5', rate: '0.05' },
                  { upTo: null, rate: '0.08' },
                ],
              },
            },
            modifiers: [{ kind: 'multiplier', by: '1.5' }],
          },
        ],
      },
    ],
    payees: [{ id: 'A' }],
    assignments: [{ payeeId: 'A', planId: 'P', from: '2026-01-01', to: null }],
    transactions: ['40000', '70000', '60000', '10000'].map((amount, month) => ({
      id: `T${month}`,
      payeeId: 'A',
      date: `2026-0${month + 1}-10`,
      amount,
      currency: 'USD',
    })),
  };
  const root = explain(growing, { payeeId: 'A', planId: 'P', period: '2026-04-01', componentId: 'C' });

  test('shows what every earlier period had, so that a reader can add it up', () => {
    const [before, effect] = root.from;
    expect(before!.value).toBe('800.00');
    const earlier = before!.from.find(({ code }) => code === 'component.earlier')!;
    expect(earlier.value).toBe('-13600');
    expect(earlier.from.map(({ params, value }) => [params['start'], value])).toEqual([
      ['2026-01-01', '-2000'],
      ['2026-02-01', '-6800'],
      ['2026-03-01', '-4800'],
    ]);
    const changed = effect!.from.find(({ code }) => code === 'effect.earlier')!;
    expect(changed.from.map(({ value }) => value)).toEqual(['-1000', '-3400', '-2400']);
    expect(changed.value).toBe('-6800');
  });

  test('says the words of options in the language of the reader', () => {
    expect(renderExplanation(root, 'zh-CN')).toContain('每年 120000 中属于该期间的部分 = 120000');
    expect(renderExplanation(root, 'en')).toContain('part of the span in 120000 a year = 120000');
    const entry = {
      code: 'entry',
      params: { type: 'drawRecovery', payeeId: 'A', date: '2026-01-31', currency: 'USD' },
    };
    const step = { ...entry, value: '-5', from: [] };
    expect(renderExplanation(step, 'zh-CN')).toBe('A 在 2026-01-31 的预支扣回分录（USD） = -5');
    expect(renderExplanation(step, 'en')).toBe('recovery of a draw of A on 2026-01-31, in USD = -5');
  });
});

describe('a deal that is taken back, or paid in parts', () => {
  const sale = (id: string, date: string, amount: string) => ({ id, date, amount, currency: 'USD', payeeId: 'Lin' });
  const run: RunInput = {
    asOf: '2026-12-31',
    periods: { from: '2026-01-01', to: '2026-04-01' },
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
              tiers: {
                mode: 'whole',
                tiers: [
                  { upTo: '100', rate: '0.1' },
                  { upTo: null, rate: '0.2' },
                ],
              },
            },
          },
        ],
      },
    ],
    payees: [{ id: 'Lin' }],
    assignments: [{ payeeId: 'Lin', planId: 'P', from: '2026-01-01' }],
    transactions: [
      sale('A', '2026-01-10', '90'),
      sale('B', '2026-02-01', '130'),
      { ...sale('R', '2026-02-10', '-50'), reverses: 'A' },
    ],
  };
  const changed = (change: object, component: object = {}): RunInput => ({
    ...run,
    plans: run.plans.map((plan) => ({
      ...plan,
      ...change,
      components: plan.components.map((one) => ({ ...one, ...component })),
    })),
  });
  const values = (of: RunInput) => ['A', 'B', 'R'].map((transactionId) => explain(of, { transactionId }).value);

  test('taken from attainment alone has a line of its own, which says what it lowers', () => {
    const lowered = changed({ clawback: { basis: 'asEarned', attainment: 'reduceCurrent' } });
    expect(values(lowered)).toEqual(['9.00', '26.00', '-13.00']);
    const steps = renderExplanation(explain(lowered, { transactionId: 'R' }), 'en').split('\n');
    expect(steps.map((step) => step.trim())).toEqual(
      expect.arrayContaining([
        'taken back by transaction R from what is counted: -50 of 90 = -50',
        'transaction R lowers what is counted alone = 0',
      ]),
    );
  });

  test('whose money came in parts names each where it stands in the input', () => {
    const payments = [
      { date: '2026-02-20', amount: '60', kind: 'payment' as const },
      { date: '2026-01-20', amount: '30', kind: 'payment' as const },
    ];
    const collected = changed({}, { measure: { kind: 'collected' } });
    const [row] = run.transactions;
    const paid = { ...collected, transactions: [{ ...row!, collections: payments }] };
    expect(renderExplanation(explain(paid, { payeeId: 'Lin', period: '2026-01-01' }), 'en')).toContain(
      'transactions.A.collections[1].amount = 30',
    );
  });

  test('taken back before the period pays in which it counts has what was left of it', () => {
    const quarterly = changed({}, { every: 'quarter' });
    expect(values(quarterly)).toEqual(['4.00', '30.00', '0']);
    expect(explain(quarterly, { payeeId: 'Lin', period: '2026-03-01' }).value).toBe('34.00');
  });
});

test('two versions of a plan that share a month are explained apart, and so are their entries', () => {
  const version = (name: string, effective: { from: string; to?: string }, rate: string) => ({
    id: 'P',
    version: name,
    versionBy: 'transactionDate' as const,
    effective,
    currency: 'USD',
    period: 'month' as const,
    components: [
      {
        id: 'C',
        measure: { kind: 'amount' as const },
        accumulate: 'perPeriod' as const,
        rate: { kind: 'flat' as const, rate },
      },
    ],
  });
  const run = compileRun({
    plans: [version('1', { from: '2026-01-01', to: '2026-01-15' }, '0.1'), version('2', { from: '2026-01-15' }, '0.2')],
    payees: [{ id: 'Lin' }],
    assignments: [{ payeeId: 'Lin', planId: 'P', from: '2026-01-01' }],
  }).objects(
    ['2026-01-10', '2026-01-20'].map((date) => ({ id: date, date, amount: '100', currency: 'USD', payeeId: 'Lin' })),
    { asOf: '2026-01-31', periods: { from: '2026-01-01', to: '2026-02-01' } },
  );
  const { statements, ledger } = run.result;
  expect(statements.map((statement) => explain(run, { statement }).value)).toEqual(['10.00', '20.00']);
  const place = { payeeId: 'Lin', planId: 'P', period: '2026-01-01', componentId: 'C' };
  expect(explain(run, { ...place, planVersion: '2' }).value).toBe('20.00');
  const reasons = ledger
    .filter(({ type }) => type === 'earning')
    .map((entry) => explain(run, { entry }).from.map(({ value }) => value));
  expect(reasons).toEqual([['10.00'], ['20.00']]);
});
