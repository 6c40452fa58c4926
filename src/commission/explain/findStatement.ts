import { fail } from '../fail.js';
import type { RunView } from './runView.js';
import { StatementView } from './statementView.js';

/** Whose statement, and for which period; two versions of a plan may each have one. */
interface StatementPlace {
  readonly payeeId: string;
  readonly planId?: string | undefined;
  readonly planVersion?: string | undefined;
  /** First day of the period. */
  readonly period: string;
}

/** The statement of a payee for the period that starts on a day. */
export function findStatement(view: RunView, { payeeId, planId, planVersion, period }: StatementPlace): StatementView {
  const { statements } = view.computed.statements();
  const found = statements.flatMap((statement, index) =>
    statement.payeeId === payeeId &&
    statement.period.start === period &&
    (planId === undefined || statement.planId === planId) &&
    (planVersion === undefined || statement.planVersion === planVersion)
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
