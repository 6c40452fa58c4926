import { plus, toDecimal, ZERO } from '../../core/decimal.js';
import { explainLater, type Explanation } from '../../core/explanation.js';
import { fail } from '../fail.js';
import { computedOf } from '../run/computedOf.js';
import type { Run } from '../run/run.js';
import type { LedgerEntry, RunInput, Statement } from '../schema.js';
import { explainEntry } from './explainEntry.js';
import { explainLine } from './explainLine.js';
import { explainUnpaid } from './explainUnpaid.js';
import { type RunView, viewOf } from './runView.js';
import { findStatement } from './findStatement.js';

/** What one transaction earned: for everybody and in all components, or for one of them. */
export interface TransactionTarget {
  readonly transactionId: string;
  readonly payeeId?: string;
  readonly planId?: string;
  readonly componentId?: string;
}

/** What somebody is paid for a period, or what one component earned in it. */
export interface PeriodTarget {
  readonly payeeId: string;
  /** First day of the period. */
  readonly period: string;
  /** Needed where the payee has statements of several plans for the period. */
  readonly planId?: string;
  /** Which version of the plan, where two of them pay parts of the period. Default: the first. */
  readonly planVersion?: string;
  readonly componentId?: string;
}

/** What can be explained of a run. */
export type ExplainTarget =
  | TransactionTarget
  | PeriodTarget
  | { readonly statement: Pick<Statement, 'payeeId' | 'planId' | 'period'> & Partial<Pick<Statement, 'planVersion'>> }
  | { readonly entry: LedgerEntry | LedgerEntry['id'] };

/**
 * Returns the steps of a figure of a run, down to the fields of the transactions and the terms of the plan.
 *
 * The value of the root is the figure of the run. Where `params.additive` is true, the values of `from` add up to the
 * value, to the cent. A fact has its `path` in the run's input, in which entries with an id (transactions, adjustments)
 * are named by it. Steps are made when they are read, so that a figure of a run of a million rows costs microseconds.
 *
 * @param run a computed run, or the input of one that is then computed first
 * @param target a transaction (for one payee, plan or component), the statement or a component of a payee in a period,
 * or an entry of the ledger
 * @throws SalesModelError `explain.unknown` where the run has no such transaction, statement, component or entry, and
 * the errors of `run`
 * @example
 * import { explain, type RunInput } from 'salesmodel/commission';
 * import { renderExplanation } from 'salesmodel/core';
 *
 * const input: RunInput = {
 *   asOf: '2026-01-31',
 *   periods: { from: '2026-01-01', to: '2026-02-01' },
 *   plans: [{
 *     id: 'P', currency: 'USD', period: 'month',
 *     components: [{ id: 'C', measure: { kind: 'amount' }, accumulate: 'perPeriod', rate: { kind: 'flat', rate: '0.05' } }],
 *   }],
 *   payees: [{ id: 'Lin' }],
 *   assignments: [{ payeeId: 'Lin', planId: 'P', from: '2026-01-01', to: null }],
 *   transactions: [{ id: 'T1', date: '2026-01-15', amount: '450.00', currency: 'USD', payeeId: 'Lin' }],
 * };
 * const explanation = explain(input, { transactionId: 'T1' });
 * explanation.value; // => '22.50'
 * renderExplanation(explanation, 'en', { depth: 1 }).split('\n');
 * // => ['transaction T1 for Lin in C, period from 2026-01-01 = 22.50', '  450 × 0.05 = 22.5']
 */
export function explain(run: Run | RunInput, target: ExplainTarget): Explanation {
  const view = viewOf(computedOf(run));
  if ('entry' in target) return explainEntry(view, target.entry);
  if ('transactionId' in target) return explainTransaction(view, target);
  if ('statement' in target) {
    const { payeeId, planId, planVersion, period } = target.statement;
    return findStatement(view, { payeeId, planId, planVersion, period: period.start }).payout();
  }
  const { componentId } = target;
  const statement = findStatement(view, target);
  if (componentId === undefined) return statement.payout();
  const found = statement.components().filter(({ params }) => params['componentId'] === componentId);
  return oneOrSum(found, 'component.spans', { componentId }) ?? unknown('componentId', componentId);
}

/** What a transaction earned: one line, or the sum of several. */
function explainTransaction(view: RunView, target: TransactionTarget): Explanation {
  const { transactionId } = target;
  const row = view.row(transactionId);
  const lines = row < 0 ? [] : linesOf(view, row, target);
  return (
    oneOrSum(lines, 'transaction.lines', { transactionId }) ??
    explainUnpaid(view, row, transactionId) ??
    unknown('transactionId', transactionId)
  );
}

function linesOf(view: RunView, row: number, { payeeId, planId, componentId }: TransactionTarget): Explanation[] {
  const { credits } = view.table;
  const { first, end } = view.creditsOf(row);
  const lines: Explanation[] = [];
  for (let credit = first; credit < end; credit += 1) {
    const payee = credits.payee[credit]!;
    if (payee < 0 || (payeeId !== undefined && view.payeeId(payee) !== payeeId)) continue;
    for (const plan of view.plans) {
      if (planId !== undefined && plan.planRun.plan.plan.id !== planId) continue;
      for (const { grid } of plan.planRun.components) {
        if (componentId !== undefined && grid.component.id !== componentId) continue;
        for (const { slot, item } of plan.linesOfCredit(grid.component.index, payee, credit)) {
          lines.push(explainLine(slot, item));
        }
      }
    }
  }
  return lines;
}

/** The one explanation, or several under their sum; `null` for none. */
function oneOrSum(parts: readonly Explanation[], code: string, params: Explanation['params']): Explanation | null {
  const [first] = parts;
  if (first === undefined) return null;
  if (parts.length === 1) return first;
  const sum = parts.reduce((total, { value }) => plus(total, toDecimal(String(value))), ZERO);
  const places = Math.max(...parts.map(({ value }) => String(value).split('.')[1]?.length ?? 0));
  return explainLater(code, { ...params, additive: true }, sum.toFixed(places), () => parts);
}

function unknown(field: string, value: string): never {
  return fail('explain.unknown', ['target', field], { value });
}
