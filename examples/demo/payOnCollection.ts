import { release, run, type Collection, type RunInput, type RunResult, type Transaction } from 'salesmodel/commission';
import { addDays, allocate } from 'salesmodel/core';
import { northwindOrders } from './northwindOrders.js';
import { payees } from './northwindTeam.js';
import { textTable } from './textTable.js';
import { usd } from './usd.js';

/** Last day whose payments are known. */
const AS_OF = '2015-06-30';

/** Commission of 5% on the orders of a year, paid as the customers pay: what was given, found and printed. */
export interface PayOnCollection {
  readonly input: RunInput;
  readonly result: RunResult;
  readonly text: string;
}

/**
 * The orders of Northwind are real; how they were paid is not recorded and stated here: two thirds of the customers pay
 * at once after 30 days, the others in three parts after 30, 60 and 90 days, and two of each hundred orders come back.
 */
export function payOnCollection(): PayOnCollection {
  const orders = northwindOrders().filter(({ date, amount }) => date < AS_OF && amount !== '0');
  const transactions = orders.flatMap((order, index) => {
    const paid = { ...order, collections: paymentsOf(order, index) };
    return index % 50 === 17 ? [paid, returnOf(order)] : [paid];
  });
  const days = orders.map(({ date }) => date).sort();
  const year = (days[0] ?? AS_OF).slice(0, 4);
  const input: RunInput = {
    asOf: AS_OF,
    periods: { from: `${year}-01-01`, to: `${Number(year) + 1}-01-01` },
    plans: [
      {
        id: 'collected',
        currency: 'USD',
        period: 'month',
        release: { kind: 'onCollection' },
        clawback: { basis: 'asEarned' },
        components: [
          { id: 'sales', measure: { kind: 'amount' }, accumulate: 'perPeriod', rate: { kind: 'flat', rate: '0.05' } },
        ],
      },
    ],
    payees,
    assignments: payees.map(({ id }) => ({ payeeId: id, planId: 'collected', from: `${year}-01-01` })),
    transactions,
  };
  const result = run(input, { detail: 'lines' });
  return { input, result, text: [monthTable(result), oneOrder(input)].join('\n\n') };
}

/** Parts that add up to the order, to the cent. */
function paymentsOf({ date, amount }: Transaction, index: number): readonly Collection[] {
  const parts = index % 3 === 0 ? allocate(amount, [1, 1, 1], { increment: '0.01' }).parts : [amount];
  return parts.map((part, k) => ({
    id: `payment-${k + 1}`,
    date: addDays(date, 30 * (k + 1)),
    amount: part,
    kind: 'payment',
  }));
}

/** The order comes back 45 days later. */
function returnOf({ id, date, amount, currency, payeeId = '' }: Transaction): Transaction {
  return { id: `${id}-back`, date: addDays(date, 45), amount: `-${amount}`, currency, payeeId, reverses: id };
}

/** What all people earned, lost, were paid and have coming, month by month. */
function monthTable({ statements }: RunResult): string {
  const months = [...new Set(statements.map(({ period }) => period.label))].sort();
  const rows = months.map((month) => {
    const own = statements.filter(({ period }) => period.label === month);
    return [
      month,
      usd(own.map(({ earned }) => earned)),
      usd(own.map(({ clawback }) => clawback)),
      usd(own.map(({ payout }) => payout ?? '0')),
      usd(own.map(({ balances }) => balances.held)),
    ];
  });
  return textTable(['month, in USD', 'earned', 'taken back', 'paid', 'held at the end'], rows);
}

/** One order in three parts, as its seller can check it. */
function oneOrder({ transactions }: RunInput): string {
  const order = transactions.find(({ collections = [] }) => collections.length === 3);
  if (order === undefined) return '';
  const commission = allocate(order.amount, [5, 95], { increment: '0.01' }).parts[0] ?? '0';
  const { releases, released } = release(
    { kind: 'onCollection' },
    { earned: commission, date: order.date, owed: order.amount, collections: order.collections ?? [] },
  );
  return [
    `${order.id} of ${order.date} over ${order.amount} earns ${commission}:`,
    ...releases.map(({ date, amount }) => `  ${date}  ${amount}`),
    `  together    ${released}`,
  ].join('\n');
}
