import { findCurrency, isoCurrencies, minorUnit } from '../../core/currency.js';
import { type Decimal, type DecimalString, plus, toDecimal, toText, ZERO } from '../../core/decimal.js';
import type { RoundingMode } from '../../core/rounding.js';
import type { Path } from '../../core/errors.js';
import { explainInput, explainLater, type Explanation } from '../../core/explanation.js';
import { fromDayNumber } from '../../core/date.js';
import { fail } from '../fail.js';
import type { CommissionPlan, PlanAssignment } from '../schema.js';
import { explainParts, type FigureRounding, type FigureSteps, figureOf } from './figureSteps.js';
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
  /** The steps of a quota that was asked for. */
  explainQuota(id: string, assignments: readonly Assigned[], days: Days): Explanation;
  /** @param sharePath where the component's share stands */
  explainTarget(share: DecimalString, assignments: readonly Assigned[], days: Days, sharePath: Path): Explanation;
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

  const explain = (
    code: 'quota.sum' | 'target.sum',
    assignments: readonly Assigned[],
    days: Days,
    total: Decimal,
    rounding: FigureRounding,
    stepsOf: (assigned: Assigned, span: QuotaSpan) => FigureSteps | null,
  ): Explanation => {
    const span = { start: fromDayNumber(days.start), end: fromDayNumber(days.end) };
    const active = assignments.filter(({ from, to }) => from < days.end && days.start < to);
    const params = active.length === 0 ? span : { ...span, additive: true };
    return explainLater(code, params, toText(total), () =>
      active.length === 0
        ? [explainInput(['assignments'], null)]
        : explainParts(
            active.flatMap((assigned) => stepsOf(assigned, spanOf(days)) ?? []),
            rounding,
          ),
    );
  };

  const ofQuota = (
    id: string,
  ): { rounding: FigureRounding; steps: (assigned: Assigned, span: QuotaSpan) => FigureSteps | null } => {
    const quota = plan.quotas?.[id];
    const rounding = quotaRoundings.get(id);
    if (quota === undefined || rounding === undefined) {
      return fail('plan.quotaMissing', [...path, 'quotas'], { user: id });
    }
    return {
      rounding,
      steps: ({ assignment, index: position, from, to }, span) => {
        const { role, quotas = {}, prorate } = assignment;
        const part = Object.hasOwn(quotas, id) ? quotas[id] : undefined;
        const at = ['assignments', position];
        const paths = { quota: [...path, 'quotas', id], assignment: at, part: [...at, 'quotas', id] };
        return quotaSteps(quota, { from, to, role, part, prorate }, span, context, rounding.increment, paths);
      },
    };
  };

  const ofTarget =
    (share: DecimalString, sharePath: Path) =>
    ({ assignment, index: position, from, to }: Assigned, span: QuotaSpan): FigureSteps | null => {
      const at = ['assignments', position];
      const { target, prorate } = assignment;
      if (target === undefined) return fail('assignment.targetMissing', at, { planId: plan.id });
      return targetSteps(target, share, { from, to, prorate }, span, context, payRounding.increment, at, sharePath);
    };

  const quota = (id: string, assignments: readonly Assigned[], days: Days): Decimal => {
    const { rounding, steps } = ofQuota(id);
    return sum(assignments, days, `quota ${id}`, rounding, steps);
  };
  const target = (share: DecimalString, assignments: readonly Assigned[], days: Days): Decimal =>
    sum(assignments, days, `target ${share}`, payRounding, ofTarget(share, path));

  return {
    quota,
    target,
    explainQuota(id, assignments, days) {
      const { rounding, steps } = ofQuota(id);
      return explain('quota.sum', assignments, days, quota(id, assignments, days), rounding, steps);
    },
    explainTarget: (share, assignments, days, sharePath) =>
      explain(
        'target.sum',
        assignments,
        days,
        target(share, assignments, days),
        payRounding,
        ofTarget(share, sharePath),
      ),
  };
}
