import { expect, test } from 'vitest';
import { balances } from 'salesmodel/commission';
import { money, subtractMoney, sumMoney } from 'salesmodel/core';
import { payOnCollection } from '../../examples/demo/payOnCollection.js';

const { input, result, text } = payOnCollection();
const sum = (amounts: readonly string[]): string =>
  sumMoney(
    amounts.map((amount) => money(amount, 'USD')),
    'USD',
  ).amount;

test('every order is accounted for, and what comes back is no sale of its own', () => {
  const { rows, credited, rejected, outside } = result.totals;
  expect(rows).toBe(input.transactions.length);
  expect(rejected).toBe(0);
  expect(credited + outside).toBe(rows);
  const back = new Set(input.transactions.filter(({ reverses }) => reverses !== undefined).map(({ id }) => id));
  expect(back.size).toBeGreaterThan(10);
  expect((result.lines ?? []).filter(({ transactionId }) => back.has(transactionId ?? ''))).toEqual([]);
});

test('what was earned is paid, held, taken back or carried, to the cent', () => {
  const { statements } = result;
  const last = statements.filter(({ period }) => period.start.endsWith('-12-01'));
  const paid = sum(statements.map(({ payout }) => payout ?? '0'));
  const open = sum(last.flatMap(({ balances: { held, carry } }) => [held, carry]));
  const earned = sum(statements.flatMap((statement) => [statement.earned, statement.clawback]));
  expect(sum([paid, open])).toBe(earned);
  const inLedger = balances(result.ledger, '2099-12-31').map(({ held }) => held);
  expect(sum(inLedger)).toBe(sum(last.map((statement) => statement.balances.held)));
});

test('a line is released as far as its customer has paid', () => {
  const collected = (id: string, until: string): boolean => {
    const { amount, collections = [] } = input.transactions.find((row) => row.id === id)!;
    const paid = collections.filter(({ date }) => date < until).map((one) => one.amount);
    return subtractMoney(money(amount, 'USD'), money(sum(paid), 'USD')).amount === '0';
  };
  const end = input.periods.to;
  const reversed = new Set(input.transactions.flatMap(({ reverses = [] }) => reverses));
  for (const { transactionId, earned, released } of result.lines ?? []) {
    if (transactionId === null || reversed.has(transactionId)) continue;
    expect(released === earned).toBe(collected(transactionId, end) || earned === '0.00');
  }
});

test('it prints the months and one order in three parts', () => {
  expect(text).toContain('held at the end');
  expect(text).toMatch(/earns 22\.00:\n {2}2012-08-03 {2}7\.33\n {2}2012-09-02 {2}7\.34\n {2}2012-10-02 {2}7\.33/);
});
