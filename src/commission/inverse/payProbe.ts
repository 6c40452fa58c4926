import { addDays } from '../../core/date.js';
import type { CommissionPlan, RunInput, Statement, Transaction } from '../schema.js';
import { compileRun } from '../run/compileRun.js';
import { type PayTarget, statementOf } from './payTarget.js';

/** Computes the statement of a target again with more rows. */
export type PayProbe = (rows: readonly Transaction[]) => Statement;

/**
 * A probe of a run. Where no rule derives credits from other people's, their rows and assignments are left out: they
 * change nothing.
 *
 * @param exact leave what is earned unrounded, as plans that round at the statement do
 */
export function payProbe(input: RunInput, target: PayTarget, exact: boolean): PayProbe {
  const { transactions, asOf, periods, scores, adjustments, opening, closed, events, ...definition } = input;
  const isAlone = (input.crediting?.rules ?? []).length === 0;
  const isOwn = ({ payeeId }: { readonly payeeId: string }): boolean => payeeId === target.payeeId;
  const compiled = compileRun({
    ...definition,
    plans: exact ? definition.plans.map(unrounded) : definition.plans,
    assignments: isAlone ? definition.assignments.filter(isOwn) : definition.assignments,
  });
  // What becomes known later stays unknown, though the day is put off to that of the deals in question.
  const known = transactions.filter(({ date }) => date <= asOf);
  const rows = isAlone ? known.filter((row) => concerns(row, target)) : known;
  const own = <T extends { readonly payeeId: string }>(list: readonly T[]): readonly T[] =>
    isAlone ? list.filter(isOwn) : list;
  const options = {
    periods,
    ...(scores && { scores }),
    ...(adjustments && { adjustments: own(adjustments) }),
    ...(opening && { opening: own(opening) }),
    ...(closed && { closed: { ...closed, ledger: own(closed.ledger) } }),
    ...(events && { events }),
  };
  const compute = (list: readonly Transaction[], day: string): Statement =>
    statementOf(compiled.objects(list, { ...options, asOf: day }).result.statements, target);
  const lastDay = addDays(compute(rows, asOf).period.end, -1);
  return (more) => compute([...rows, ...more], asOf < lastDay ? lastDay : asOf);
}

/** Rows of the payee, and reversals, which are credited as what they reverse. */
function concerns({ payeeId, splits, reverses }: Transaction, target: PayTarget): boolean {
  return (
    payeeId === target.payeeId ||
    reverses !== undefined ||
    (splits?.some((split) => split.payeeId === target.payeeId) ?? false)
  );
}

function unrounded(plan: CommissionPlan): CommissionPlan {
  return { ...plan, rounding: { ...plan.rounding, at: 'statement' } };
}
