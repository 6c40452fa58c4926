import {
  type CommissionPlan,
  explainStatement,
  planDiff,
  run,
  type RunInput,
  type RunResult,
} from 'salesmodel/commission';
import { localize } from 'salesmodel/core';
import { northwindOrders } from './northwindOrders.js';
import { payees } from './northwindTeam.js';
import { textTable } from './textTable.js';
import { usd } from './usd.js';

/** A plan that was wrong for three months: what was paid, what is posted, and what was printed. */
export interface PlanCorrection {
  readonly corrected: RunInput;
  /** January to May, as they were paid. */
  readonly paid: RunResult;
  /** June, with what the closed months come to more. */
  readonly june: RunResult;
  readonly text: string;
}

/** 5 % up to 5,000 a month and `above` beyond. */
function plan(version: string, above: string, effective: CommissionPlan['effective']): CommissionPlan {
  return {
    id: 'sales',
    version,
    ...(effective && { effective }),
    currency: 'USD',
    period: 'month',
    components: [
      {
        id: 'orders',
        measure: { kind: 'amount' },
        accumulate: 'perPeriod',
        rate: {
          kind: 'tiers',
          tiers: {
            mode: 'marginal',
            tiers: [
              { upTo: '5000', rate: '0.05' },
              { upTo: null, rate: above },
            ],
          },
        },
      },
    ],
  };
}

const first = plan('1', '0.06', { from: '2012-01-01', to: '2013-03-01' });
const mistaken = plan('2', '0.07', { from: '2013-03-01' });
const agreed = plan('2', '0.08', { from: '2013-03-01' });

/**
 * A plan changes in March, and in June somebody finds that 8 % was agreed where 7 % was entered. The orders of Northwind
 * are real, the plan is stated here. March to May stay as they were paid; the difference is posted in June, with the
 * month that it is of.
 */
export function planCorrection(): PlanCorrection {
  const input: RunInput = {
    asOf: '2013-06-30',
    periods: { from: '2013-01-01', to: '2013-06-01' },
    plans: [first, mistaken],
    payees,
    assignments: payees.map(({ id }) => ({ payeeId: id, planId: 'sales', from: '2012-01-01' })),
    transactions: northwindOrders(),
  };
  const paid = run(input);
  const corrected: RunInput = { ...input, periods: { from: '2013-01-01', to: '2013-07-01' }, plans: [first, agreed] };
  const closed = { ...corrected, closed: { before: '2013-06-01', ledger: paid.ledger } };
  const june = run(closed);
  const told = june.statements.find(({ retro }) => retro !== '0.00');
  const parts = [
    planDiff(mistaken, agreed)
      .map((finding) => localize(finding, 'en'))
      .join('\n'),
    retroTable(june),
    ...(told === undefined ? [] : [explainStatement(closed, told, 'en'), explainStatement(closed, told, 'zh-CN')]),
  ];
  return { corrected, paid, june, text: parts.join('\n\n') };
}

/** The entries that make good for closed months. */
function retroTable({ ledger }: RunResult): string {
  const entries = ledger.filter(({ type }) => type === 'retro');
  const names = new Map(payees.map(({ id, name = id }) => [id, name]));
  return textTable(
    ['posted in June', 'for', 'USD'],
    [
      ...entries.map(({ payeeId, cause, amount }) => [
        names.get(payeeId) ?? payeeId,
        (cause.origin ?? '').slice(0, 7),
        amount,
      ]),
      ['together', '', usd(entries.map(({ amount }) => amount))],
    ],
  );
}
