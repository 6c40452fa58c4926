import { fromDayNumber } from '../../core/date.js';
import type { Decimal } from '../../core/decimal.js';
import { columnOf } from '../../core/fixed/decimalColumn.js';
import type { Payee } from '../schema.js';
import type { Earnings, LineSlot } from './lines.js';
import type { PlanRun } from './planRun.js';

/** Earnings of every component, payee and span of the run. */
export function exactEarnings(planRuns: readonly PlanRun[], payees: readonly Payee[]): Earnings {
  const slots: LineSlot[] = [];
  const earned: Decimal[] = [];
  for (const run of planRuns) {
    for (const component of run.components) {
      const { grid } = component;
      for (const payee of run.membership.payees) {
        grid.spans.forEach((span, index) => {
          if (!span.governed || run.grid.periods[span.earnedIn]?.inRun !== true) return;
          slots.push({
            payeeId: payees[payee]?.id ?? '',
            planId: run.plan.plan.id,
            planVersion: run.plan.version,
            componentId: grid.component.id,
            start: fromDayNumber(span.start),
          });
          const { start } = run.grid.periods[span.earnedIn]!;
          const seen = run.seenOn(payee, start).components[grid.component.index] ?? component;
          earned.push(seen.result(payee, index).earned);
        });
      }
    }
  }
  return { ...columnOf(earned), slots };
}
