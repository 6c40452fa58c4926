import { fail } from '../fail.js';
import type { RunView } from './runView.js';
import { StatementView } from './statementView.js';

/** The statement of a payee for the period that starts on a day. */
export function findStatement(
  view: RunView,
  { payeeId, planId, period }: { readonly payeeId: string; readonly planId?: string; readonly period: string },
): StatementView {
  const { statements } = view.computed.statements();
  const found = statements.flatMap((statement, index) =>
    statement.payeeId === payeeId &&
    statement.period.start === period &&
    (planId === undefined || statement.planId === planId)
      ? [index]
      : [],
  );
  const [first] = found;
  if (first === undefined)
    return fail('explain.unknown', ['target'], { value: [payeeId, planId, period].filter(Boolean).join(', ') });
  if (planId === undefined && found.some((index) => statements[index]!.planId !== statements[first]!.planId)) {
    return fail('explain.severalPlans', ['target', 'planId'], { payeeId, period });
  }
  return new StatementView(view, first);
}
