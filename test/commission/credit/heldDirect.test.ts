import { expect, test } from 'vitest';
import { compileRun, creditTransaction, explain, run, type RunInput } from '../../../src/commission/index.js';
import { renderExplanation } from '../../../src/core/index.js';

const input: RunInput = {
  asOf: '2026-02-14',
  periods: { from: '2026-01-01', to: '2026-03-01' },
  plans: [
    {
      id: 'S',
      currency: 'USD',
      period: 'month',
      release: { kind: 'onCollection' },
      components: [
        { id: 'sales', measure: { kind: 'amount' }, accumulate: 'perPeriod', rate: { kind: 'flat', rate: '0.1' } },
        { id: 'new', measure: { kind: 'units' }, accumulate: 'perPeriod', rate: { kind: 'flat', rate: '1' } },
      ],
    },
    {
      id: 'L',
      currency: 'USD',
      period: 'month',
      components: [
        {
          id: 'team',
          credits: ['rollup'],
          measure: { kind: 'amount' },
          accumulate: 'perPeriod',
          rate: { kind: 'flat', rate: '0.02' },
        },
      ],
    },
  ],
  payees: [{ id: 'A' }, { id: 'M' }],
  assignments: [
    { payeeId: 'A', planId: 'S', from: '2026-01-01' },
    { payeeId: 'M', planId: 'L', from: '2026-01-01' },
  ],
  hierarchy: [{ child: 'A', parent: 'M', from: '2026-01-01' }],
  crediting: {
    rules: [
      { id: 'up', kind: 'rollup', levels: 1, heldDirect: 'skip' },
      {
        id: 'large',
        kind: 'rollup',
        levels: 1,
        heldDirect: 'skip',
        where: { field: 'amount', op: 'gt', value: '5000' },
      },
    ],
  },
  transactions: [
    { id: 'T1', date: '2026-01-15', amount: '1000.00', units: '3', currency: 'USD', payeeId: 'A' },
    { id: 'R1', date: '2026-02-01', amount: '-400.00', units: '0', currency: 'USD', payeeId: 'A', reverses: 'T1' },
  ],
};
const [sale, back] = input.transactions;
const paid = { ...sale!, collections: [{ date: '2026-02-10', amount: '100.00', kind: 'payment' as const }] };

const steps = (of: RunInput, language: 'en' | 'zh-CN', transactionId = 'T1'): string[] =>
  renderExplanation(explain(of, { transactionId, payeeId: 'A', componentId: 'sales' }), language)
    .split('\n')
    .map((step) => step.trim());
const earned = (of: Pick<RunInput, 'transactions'> & Partial<RunInput>): readonly string[] =>
  run({ ...input, ...of }).statements.flatMap((one) => (one.payeeId === 'M' ? [one.earned] : []));

test('the credit of a held sale says which rule derives nothing from it, and what holds it', () => {
  const released = { ...input, transactions: [paid, back!] };
  const only = (all: readonly string[], word: string): string[] => all.filter((step) => step.includes(word));
  expect(only(steps(input, 'en'), 'derives')).toEqual([
    'rule up derives nothing yet: the release of sales, new holds this credit = 0',
  ]);
  expect(only(steps(input, 'zh-CN'), '派生')).toEqual([
    '规则 up 暂不派生业绩：sales, new 的释放规定仍扣留这笔业绩 = 0',
  ]);
  expect(only(steps(released, 'en'), 'derives')).toEqual([]);
  expect(
    only(steps({ ...input, crediting: { rules: [{ id: 'up', kind: 'rollup', levels: 1 }] } }, 'en'), 'derives'),
  ).toEqual([]);
});

test('a run whose rows change derives credits as soon as a payment releases the sale, and takes them back with it', () => {
  const { transactions, asOf, periods, ...definition } = input;
  const evaluator = compileRun(definition);
  const live = evaluator.objects(transactions, { asOf, periods });
  const ofLead = (): readonly string[] => live.statementsOf('M').map((one) => one.earned);
  expect(ofLead()).toEqual(['0.00', '0.00']);
  expect(live.replace('T1', paid)).toEqual(
    ['A', 'M'].flatMap((payeeId) =>
      ['2026-01-01', '2026-02-01'].map((period) => ({ payeeId, planId: payeeId === 'A' ? 'S' : 'L', period })),
    ),
  );
  expect(ofLead()).toEqual(['20.00', '0.00']);
  live.replace('T1', sale!);
  expect(ofLead()).toEqual(['0.00', '0.00']);
  live.replace('T1', paid);
  live.remove('T1');
  expect(ofLead()).toEqual(['0.00', '0.00']);
  expect(live.result).toEqual(evaluator.objects([back!], { asOf, periods }).result);
});

test('what was taken back and refunded stays released, so that a closed month keeps its credit', () => {
  const refunded = (amount: string) => ({
    ...sale!,
    collections: [
      { date: '2026-01-20', amount: '1000.00', kind: 'payment' as const },
      { date: '2026-02-12', amount, kind: 'refund' as const },
    ],
  });
  const whole = { ...back!, amount: '-1000.00' };
  expect(earned({ transactions: [refunded('1000.00'), whole] })).toEqual(['20.00', '0.00']);
  // Without the reversal the customer owes all of it again.
  expect(earned({ transactions: [refunded('1000.00')] })).toEqual(['0.00', '0.00']);
});

test('a credit that comes after its month is closed is made up for in the first open one', () => {
  const january = { from: '2026-01-01', to: '2026-02-01' };
  const closed = run({ ...input, asOf: '2026-01-31', periods: january, transactions: [sale!] });
  expect(closed.statements.map(({ payeeId, earned: each }) => [payeeId, each])).toEqual([
    ['A', '103.00'],
    ['M', '0.00'],
  ]);
  const { statements } = run({
    ...input,
    transactions: [paid],
    closed: { before: '2026-02-01', ledger: closed.ledger },
  });
  expect(statements.map(({ payeeId, period, retro }) => [payeeId, period.start, retro])).toEqual([
    ['A', '2026-02-01', '0.00'],
    ['M', '2026-02-01', '20.00'],
  ]);
});

test('alone, a transaction has no plan that could hold it', () => {
  const { credits } = creditTransaction(sale!, input.crediting!, input);
  expect(credits.map(({ payeeId, kind }) => [payeeId, kind])).toEqual([
    ['A', 'revenue'],
    ['M', 'rollup'],
  ]);
});

test('conditions on a part, or of components that own sales do not reach, are no obstacle', () => {
  const when = { field: 'attainment.sales', op: 'ge' as const, value: '1' };
  const released = (release: object, of: 'S' | 'L') => ({
    ...input,
    plans: input.plans.map((plan) => (plan.id === of ? { ...plan, release } : plan)),
  });
  const refused = expect.objectContaining({
    code: 'crediting.heldCondition',
    path: ['crediting', 'rules', 0, 'heldDirect'],
  });
  const attempt = (definition: object): unknown => {
    try {
      compileRun(definition as RunInput);
      return null;
    } catch (error) {
      return error;
    }
  };
  expect(attempt(released({ kind: 'hold', when }, 'S'))).toEqual(refused);
  expect(attempt(released({ kind: 'holdback', share: '1.0', months: 1, when }, 'S'))).toEqual(refused);
  expect(attempt(released({ kind: 'holdback', share: '0.9', months: 1, when }, 'S'))).toBeNull();
  expect(attempt(released({ kind: 'hold', when }, 'L'))).toBeNull();
  const follows = { rules: [{ id: 'up', kind: 'rollup', levels: 1, heldDirect: 'follow' }] };
  expect(attempt({ ...released({ kind: 'hold', when }, 'S'), crediting: follows })).toBeNull();
});
