import { explainStatement, presets, run, type RunInput, type RunResult, type Transaction } from 'salesmodel/commission';
import { addDays } from 'salesmodel/core';
import { northwindOrders } from './northwindOrders.js';
import { textTable } from './textTable.js';
import { usd } from './usd.js';

/** A year of a new account executive: what was given, found and printed. */
export interface AccountExecutive {
  readonly input: RunInput;
  readonly result: RunResult;
  readonly text: string;
}

/** Who it is; `rep-9` sells the least of all, so that the first months are thin. */
const PAYEE = 'rep-9';

/**
 * A SaaS plan with a draw and clawbacks. The orders are those that Northwind took from 2013 on, read as contracts of a
 * year; that every fifth customer leaves after 100 days is not recorded and stated here. The plan is the preset
 * `saas.ae`. For the first six months commission is topped up to 800, to be paid back later.
 */
export function accountExecutive(): AccountExecutive {
  const { plan } = presets['saas.ae'];
  const contracts = northwindOrders()
    .filter(({ payeeId, date }) => payeeId === PAYEE && date >= '2013-01-01' && date < '2014-01-01')
    .map((order): Transaction => ({ ...order, termMonths: '12' }));
  const input: RunInput = {
    asOf: '2014-06-30',
    periods: { from: '2013-01-01', to: '2014-01-01' },
    plans: [plan],
    payees: [{ id: PAYEE, name: 'Anne Dodsworth' }],
    assignments: [
      {
        payeeId: PAYEE,
        planId: plan.id,
        from: '2013-01-01',
        quotas: { acv: { amount: '30000' } },
        draws: [{ id: 'start', amount: { amount: '800' }, from: '2013-01-01', to: '2013-07-01', recoveryRate: '0.5' }],
      },
    ],
    transactions: [...contracts, ...contracts.filter((_, index) => index % 5 === 2).map(leaving)],
  };
  const result = run(input, { detail: 'lines' });
  const told = result.statements.find(({ clawback }) => clawback.startsWith('-'));
  const explained =
    told === undefined ? [] : [explainStatement(input, told, 'en'), explainStatement(input, told, 'zh-CN')];
  return { input, result, text: [monthTable(result), ...explained].join('\n\n') };
}

/** The customer leaves: the rest of the term is not paid for. */
function leaving(contract: Transaction): Transaction {
  const { id, date, amount } = contract;
  return { ...contract, id: `${id}-left`, date: addDays(date, 100), amount: `-${amount}`, reverses: id };
}

function monthTable({ statements }: RunResult): string {
  const row = (label: string, own: typeof statements, owed: string): string[] => [
    label,
    usd(own.map(({ earned }) => earned)),
    usd(own.map(({ clawback }) => clawback)),
    usd(own.map(({ drawAdvance }) => drawAdvance)),
    usd(own.map(({ drawRecovery }) => drawRecovery)),
    usd(own.map(({ payout }) => payout ?? '0')),
    owed,
  ];
  return textTable(
    ['month, in USD', 'earned', 'taken back', 'advance', 'recovered', 'paid', 'owed of the draw'],
    [
      ...statements.map((one) => row(one.period.label, [one], one.balances.draw)),
      row('together', statements, statements.at(-1)?.balances.draw ?? '0.00'),
    ],
  );
}
