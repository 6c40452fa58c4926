import { findCurrency, isoCurrencies, minorUnit } from '../../core/currency.js';
import { type Decimal, type DecimalString, plus, toDecimal, ZERO } from '../../core/decimal.js';
import type { RoundingMode } from '../../core/rounding.js';
import { fail } from '../fail.js';
import type { CommissionPlan, PlanAssignment } from '../schema.js';
import { type FigureRounding, type FigureSteps, figureOf } from './figureSteps.js';
import { type QuotaSpan, quotaSpan } from './quotaSpan.js';
import { quotaRounding } from './quotaFor.js';
import { quotaSteps } from './quotaSteps.js';
import { createSpreader } from './spreader.js';
import { targetSteps } from './targetSteps.js';

/** Days `[start, end)` of a period of the plan's calendar. */
interface Days {
  readonly start: number;
  readonly end: number;
}

/** An assignment with its days read, maybe cut to those of a version of the plan. */
interface Assigned {
  /** Position among the assignments of the input. */
  readonly index: number;
  readonly assignment: PlanAssignment;
  readonly from: number;
  readonly to: number;
}

/** Quotas and target pay by the assignments of a payee and the days of a period; each is computed once. */
export interface SpanFigures {
  quota(id: string, assignments: readonly Assigned[], days: Days): Decimal;
  /** @param share the component's share of the target pay */
  target(share: DecimalString, assignments: readonly Assigned[], days: Days): Decimal;
}

/**
 * Reads the quotas and the calendar of a plan.
 *
 * @param index position among the plans of the input
 * @param mode how target pay is rounded
 */
export function spanFigures(plan: CommissionPlan, index: number, mode: RoundingMode): SpanFigures {
  const path = ['plans', index];
  const calendar = { fiscalStartMonth: plan.fiscalStartMonth ?? 1, period: plan.period };
  const context = { spread: createSpreader(calendar) };
  const currency = findCurrency(plan.currency, isoCurrencies, [...path, 'currency']);
  const payRounding = { increment: toDecimal(minorUnit(currency)), mode };
  const quotaRoundings = new Map(
    Object.entries(plan.quotas ?? {}).map(([id, quota]) => [id, quotaRounding(quota, [...path, 'quotas', id])]),
  );
  const spans = new Map<number, QuotaSpan>();
  const known = new Map<string, Decimal>();

  /** A key of days: no two periods of a calendar that start together end together. */
  const spanOf = ({ start, end }: Days): QuotaSpan => {
    const key = start * 512 + (end - start);
    let span = spans.get(key);
    if (span === undefined) spans.set(key, (span = quotaSpan({ start, end }, calendar)));
    return span;
  };

  const sum = (
    assignments: readonly Assigned[],
    days: Days,
    name: string,
    rounding: FigureRounding,
    stepsOf: (assigned: Assigned, span: QuotaSpan) => FigureSteps | null,
  ): Decimal => {
    let total = ZERO;
    for (const assigned of assignments) {
      const { index: position, from, to } = assigned;
      if (from >= days.end || to <= days.start) continue;
      const key = `${position} ${from} ${to} ${days.start} ${days.end} ${name}`;
      let figure = known.get(key);
      if (figure === undefined) {
        const steps = stepsOf(assigned, spanOf(days));
        known.set(key, (figure = steps === null ? ZERO : figureOf(steps, rounding)));
      }
      // Most have one assignment: the figure itself, not a copy.
      total = total === ZERO ? figure : plus(total, figure);
    }
    return total;
  };

  return {
    quota(id, assignments, days) {
      const quota = plan.quotas?.[id];
      const rounding = quotaRoundings.get(id);
      if (quota === undefined || rounding === undefined) {
        return fail('plan.quotaMissing', [...path, 'quotas'], { user: id });
      }
      return sum(assignments, days, `quota ${id}`, rounding, ({ assignment, index: position, from, to }, span) => {
        const { role, quotas = {}, prorate } = assignment;
        const part = Object.hasOwn(quotas, id) ? quotas[id] : undefined;
        const at = ['assignments', position];
        const paths = { quota: [...path, 'quotas', id], assignment: at, part: [...at, 'quotas', id] };
        return quotaSteps(quota, { from, to, role, part, prorate }, span, context, rounding.increment, paths);
      });
    },
    target(share, assignments, days) {
      return sum(
        assignments,
        days,
        `target ${share}`,
        payRounding,
        ({ assignment, index: position, from, to }, span) => {
          const at = ['assignments', position];
          const { target, prorate } = assignment;
          if (target === undefined) return fail('assignment.targetMissing', at, { planId: plan.id });
          return targetSteps(target, share, { from, to, prorate }, span, context, payRounding.increment, at, path);
        },
      );
    },
  };
}
