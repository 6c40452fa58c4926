import { expect, test } from 'vitest';
import {
  accruals,
  balances,
  type CommissionPlan,
  doubleEntry,
  type LedgerEntry,
  run,
  type RunInput,
  type RunResult,
} from '../../../src/commission/index.js';
import { thrown } from '../../core/thrown.js';

const plan: CommissionPlan = {
  id: 'P',
  currency: 'USD',
  period: 'month',
  components: [
    {
      id: 'C',
      measure: { kind: 'amount' },
      accumulate: 'perPeriod',
      rate: { kind: 'flat', rate: '1' },
      modifiers: [{ kind: 'cap', limit: { amount: '5000' }, excess: 'defer' }],
    },
  ],
};

/** Two months of one seller who is paid 100 % of sales, with some parts replaced. */
function settle(sales: readonly [date: string, amount: string][], parts: Partial<RunInput> = {}): RunResult {
  return run({
    asOf: '2025-12-31',
    periods: { from: '2025-01-01', to: '2025-03-01' },
    plans: [plan],
    payees: [{ id: 'E1' }],
    assignments: [{ payeeId: 'E1', planId: 'P', from: '2025-01-01' }],
    transactions: sales.map(([date, amount], index) => ({
      id: `T${index}`,
      date,
      amount,
      currency: 'USD',
      payeeId: 'E1',
    })),
    ...parts,
  });
}

const brief = (entries: readonly LedgerEntry[]): string[] =>
  entries.map(({ id, date, amount, currency }) => `${id} ${date} ${amount} ${currency}`);

test('every movement has an entry, in the order of the steps', () => {
  const { ledger } = settle(
    [
      ['2025-01-10', '7000'],
      ['2025-02-10', '3000'],
    ],
    {
      adjustments: [
        { id: 'b', payeeId: 'E1', planId: 'P', date: '2025-01-20', amount: '-50', kind: 'adjustment', reason: 'r' },
        { id: 'a', payeeId: 'E1', planId: 'P', date: '2025-01-20', amount: '100', kind: 'bonus', reason: 'r' },
      ],
    },
  );
  expect(brief(ledger)).toEqual([
    'E1/P@1/2025-01-01/earning/component/C 2025-01-31 7000.00 USD',
    'E1/P@1/2025-01-01/bonus/adjustment/a 2025-01-20 100 USD',
    'E1/P@1/2025-01-01/adjustment/adjustment/b 2025-01-20 -50 USD',
    'E1/P@1/2025-01-01/deferral/cap 2025-01-31 -2000.00 USD',
    'E1/P@1/2025-01-01/payout/payment 2025-01-31 -5050.00 USD',
    'E1/P@1/2025-02-01/earning/component/C 2025-02-28 3000.00 USD',
    'E1/P@1/2025-02-01/deferralRelease/cap 2025-02-28 2000.00 USD',
    'E1/P@1/2025-02-01/payout/payment 2025-02-28 -5000.00 USD',
  ]);
  expect(balances(ledger, '2025-01-31')).toEqual([
    {
      payeeId: 'E1',
      planId: 'P',
      currency: 'USD',
      payable: '0.00',
      deferred: '2000.00',
      held: '0.00',
      draw: '0.00',
      paid: '5050.00',
    },
  ]);
  expect(balances(ledger, '2024-12-31')).toEqual([]);
});

test('a month without sales moves nothing', () => {
  expect(settle([]).ledger).toEqual([]);
});

test('a negative payable is carried, or forgiven by an entry of its own', () => {
  const carried = settle([['2025-01-10', '-80']]);
  expect(carried.statements.map(({ carryOut }) => carryOut)).toEqual(['-80.00', '-80.00']);
  expect(balances(carried.ledger, '2025-12-31')[0]?.payable).toBe('-80.00');
  const plans: CommissionPlan[] = [{ ...plan, payment: { negative: 'forgive' } }];
  expect(brief(settle([['2025-01-10', '-80']], { plans }).ledger)).toEqual([
    'E1/P@1/2025-01-01/earning/component/C 2025-01-31 -80.00 USD',
    'E1/P@1/2025-01-01/forfeit/negativePayable 2025-01-31 80.00 USD',
  ]);
});

test('what the end of an assignment takes away is let go and forfeited', () => {
  const plans: CommissionPlan[] = [{ ...plan, payment: { deferredAtEnd: 'forfeit' } }];
  const assignments = [{ payeeId: 'E1', planId: 'P', from: '2025-01-01', to: '2025-02-01' }];
  expect(brief(settle([['2025-01-10', '7000']], { plans, assignments }).ledger)).toEqual([
    'E1/P@1/2025-01-01/earning/component/C 2025-01-31 7000.00 USD',
    'E1/P@1/2025-01-01/deferral/cap 2025-01-31 -2000.00 USD',
    'E1/P@1/2025-01-01/deferralRelease/cap 2025-01-31 2000.00 USD',
    'E1/P@1/2025-01-01/forfeit/assignmentEnd 2025-01-31 -2000.00 USD',
    'E1/P@1/2025-01-01/payout/payment 2025-01-31 -5000.00 USD',
  ]);
});

test('a payout in another currency clears the payable in that of the plan', () => {
  const parts = { payees: [{ id: 'E1', currency: 'JPY' }] };
  const rates = [{ from: 'USD', to: 'JPY', rate: '150.25', on: '2025-01-01' }];
  expect(brief(settle([['2025-01-10', '10.01']], { ...parts, rates }).ledger)).toEqual([
    'E1/P@1/2025-01-01/earning/component/C 2025-01-31 10.01 USD',
    'E1/P@1/2025-01-01/fx/converted 2025-01-31 -10.01 USD',
    'E1/P@1/2025-01-01/fx/received 2025-01-31 1504 JPY',
    'E1/P@1/2025-01-01/payout/payment 2025-01-31 -1504 JPY',
  ]);
  // Without a rate nothing is paid, and the payable stays open.
  const { ledger } = settle([['2025-01-10', '10.01']], parts);
  expect(balances(ledger, '2025-12-31')).toEqual([
    {
      payeeId: 'E1',
      planId: 'P',
      currency: 'USD',
      payable: '10.01',
      deferred: '0.00',
      held: '0.00',
      draw: '0.00',
      paid: '0.00',
    },
  ]);
});

test('a payout whose rate is that of the as-of day is dated on it', () => {
  const plans: CommissionPlan[] = [{ ...plan, fx: { payDate: 'asOf' } }];
  const { ledger } = settle([['2025-01-10', '10']], { plans });
  expect(ledger.map(({ type, date }) => `${type} ${date}`)).toEqual(['earning 2025-01-31', 'payout 2025-12-31']);
});

test('rounding at the statement is an entry', () => {
  const plans: CommissionPlan[] = [{ ...plan, rounding: { at: 'statement' } }];
  expect(brief(settle([['2025-01-10', '10.005']], { plans }).ledger)).toEqual([
    'E1/P@1/2025-01-01/earning/component/C 2025-01-31 10.005 USD',
    'E1/P@1/2025-01-01/rounding/statement 2025-01-31 -0.005 USD',
    'E1/P@1/2025-01-01/payout/payment 2025-01-31 -10.00 USD',
  ]);
});

test('plan modifiers have entries of their own', () => {
  const plans: CommissionPlan[] = [{ ...plan, modifiers: [{ kind: 'multiplier', by: '1.1' }] }];
  expect(brief(settle([['2025-01-10', '100']], { plans }).ledger)).toEqual([
    'E1/P@1/2025-01-01/earning/component/C 2025-01-31 100.00 USD',
    'E1/P@1/2025-01-01/earning/planModifier/0 2025-01-31 10.00 USD',
    'E1/P@1/2025-01-01/payout/payment 2025-01-31 -110.00 USD',
  ]);
});

test('two versions that pay one period part its adjustments, and their entries', () => {
  const dated = { ...plan, versionBy: 'transactionDate' } as const;
  const plans = [
    { ...dated, effective: { from: '2025-01-01', to: '2025-01-16' } },
    { ...dated, version: '2', effective: { from: '2025-01-16' } },
  ];
  const bonus = { payeeId: 'E1', planId: 'P', amount: '10', kind: 'bonus', reason: 'r' } as const;
  const { ledger } = settle(
    [
      ['2025-01-10', '100'],
      ['2025-01-20', '200'],
    ],
    {
      plans,
      adjustments: [
        { ...bonus, id: 'a', date: '2025-01-15' },
        { ...bonus, id: 'b', date: '2025-01-16' },
      ],
    },
  );
  expect(ledger.map(({ id, amount }) => `${id} ${amount}`)).toEqual([
    'E1/P@1/2025-01-01/earning/component/C 100.00',
    'E1/P@1/2025-01-01/bonus/adjustment/a 10',
    'E1/P@1/2025-01-01/payout/payment -110.00',
    'E1/P@2/2025-01-01/earning/component/C 200.00',
    'E1/P@2/2025-01-01/bonus/adjustment/b 10',
    'E1/P@2/2025-01-01/payout/payment -210.00',
  ]);
});

test('ids stay apart whatever characters they are made of', () => {
  const payees = [{ id: 'A' }, { id: 'A/P@1%2F' }];
  const { ledger } = settle([['2025-01-10', '100']], {
    payees,
    assignments: payees.map(({ id }) => ({ payeeId: id, planId: 'P', from: '2025-01-01' })),
    transactions: payees.map(({ id }) => ({ id, date: '2025-01-10', amount: '1', currency: 'USD', payeeId: id })),
  });
  expect(ledger.map(({ id }) => id)).toEqual([
    'A/P@1/2025-01-01/earning/component/C',
    'A/P@1/2025-01-01/payout/payment',
    'A%2FP@1%252F/P@1/2025-01-01/earning/component/C',
    'A%2FP@1%252F/P@1/2025-01-01/payout/payment',
  ]);
});

test('accruals count what is payable and deferred, and reverse on the day after', () => {
  const { ledger } = settle([['2025-01-10', '7000']]);
  const late = ledger.map((entry) => (entry.type === 'payout' ? { ...entry, date: '2025-02-15' } : entry));
  expect(brief(accruals(late, '2025-02-01'))).toEqual([
    'E1/P/2025-01-31/accrual/unpaid/USD 2025-01-31 7000.00 USD',
    'E1/P/2025-01-31/accrualReversal/unpaid/USD 2025-02-01 -7000.00 USD',
  ]);
  expect(brief(accruals(ledger, '2025-02-01'))[0]).toContain('2000.00');
  expect(accruals(late, '2025-01-31')).toEqual([]);
  // Memo entries are no balances, and are not booked.
  const memo = accruals(late, '2025-02-01');
  expect(balances(memo, '2025-12-31')).toEqual([]);
  expect(doubleEntry(memo, { expense: 'e', payable: 'p', deferred: 'd', receivable: 'owed', cash: 'c' })).toEqual([]);
});

test('rounding and exchange have accounts of their own, or are expense', () => {
  const entry: LedgerEntry = {
    id: 'x',
    payeeId: 'E1',
    planId: 'P',
    period: '2025-01-01',
    date: '2025-01-31',
    type: 'rounding',
    amount: '-0.005',
    currency: 'USD',
    cause: { kind: 'statement' },
  };
  const chart = { expense: 'e', payable: 'p', deferred: 'd', receivable: 'owed', cash: 'c' };
  const accounts = (ledger: readonly LedgerEntry[], own: object): string[] =>
    doubleEntry(ledger, { ...chart, ...own }).map(({ account, debit }) => `${account} ${debit}`);
  expect(accounts([entry], {})).toEqual(['p 0.005', 'e 0']);
  expect(accounts([entry], { rounding: 'r' })).toEqual(['p 0.005', 'r 0']);
  expect(accounts([{ ...entry, type: 'fx', amount: '3' }], { fx: 'x' })).toEqual(['x 3', 'p 0']);
});

test('amounts and days that are none are refused at their place', () => {
  const entry = { ...settle([['2025-01-10', '1']]).ledger[0]! };
  expect(thrown(() => balances([entry], 'x')).code).toBe('date.invalid');
  expect(thrown(() => balances([{ ...entry, amount: '1,0' }], '2025-12-31'))).toMatchObject({
    code: 'decimal.invalid',
    path: ['ledger', 0, 'amount'],
  });
});
