import { dayNumber, fromDayNumber } from '../../core/date.js';
import { toDecimal } from '../../core/decimal.js';
import type { PlanRun } from '../run/planRun.js';
import type { BuiltStatement, StatementContext } from './buildStatements.js';
import type { PlanAccounts } from './planAccounts.js';

/**
 * Finds money that no statement has room for: adjustments of a period and opening balances of somebody without a
 * statement, and periods of people for which the plan has no version.
 */
export function reportUnsettled(
  planRuns: readonly PlanRun[],
  accounts: readonly PlanAccounts[],
  built: readonly BuiltStatement[],
  { payees, only, adjustments, opening, closed, findings }: StatementContext,
): void {
  const asked = only === null ? null : new Set(Array.from(only, (payee) => payees[payee]?.id ?? ''));
  const isAsked = (payeeId: string): boolean => asked === null || asked.has(payeeId);
  const settled = new Set(built.flatMap(({ of }) => ('planRun' in of ? of.adjustments.map(({ id }) => id) : [])));
  const reviewed = new Set(accounts.flatMap((plan) => [...plan.reviewed]));
  for (const { id, payeeId, planId, date } of adjustments) {
    if (!isAsked(payeeId) || settled.has(id) || reviewed.has(id)) continue;
    const day = dayNumber(date);
    const isDue = planRuns.some(
      ({ plan, grid }) =>
        plan.plan.id === planId && grid.allPeriods.some(({ inRun, start, end }) => inRun && start <= day && day < end),
    );
    if (isDue) findings.add('adjustment.unpaid', { id, payeeId, planId });
  }
  for (const { payeeId, planId, balance, amount } of opening) {
    if (!isAsked(payeeId)) continue;
    const hasStatement = built.some(({ statement: each }) => each.payeeId === payeeId && each.planId === planId);
    const wasSettled = closed?.payees.get(planId)?.has(payeeId) === true;
    if (!hasStatement && !wasSettled && !toDecimal(amount).isZero())
      findings.add('opening.unsettled', { payeeId, planId, balance });
  }
  for (const { plan, grid, membership } of planRuns) {
    const planId = plan.plan.id;
    for (const { start, end, inRun } of grid.allPeriods) {
      const isGoverned = planRuns.some(
        (other) =>
          other.plan.plan.id === planId &&
          other.grid.allPeriods.some((period) => period.governed && period.start < end && start < period.end),
      );
      if (!inRun || isGoverned || !membership.payees.some((payee) => membership.overlaps(payee, start, end))) continue;
      findings.add('plan.noVersion', { planId, period: fromDayNumber(start) });
    }
  }
}
