import { findCurrency, isoCurrencies, minorUnit } from '../../core/currency.js';
import { type Decimal, type DecimalString, plus, toDecimal, ZERO } from '../../core/decimal.js';
import { fail } from '../fail.js';
import type { CompiledPlan } from '../plan/compiledPlan.js';
import type { CompiledAssignment } from '../run/membership.js';
import { figureOf } from './figureSteps.js';
import { type QuotaSpan, quotaSpan } from './quotaSpan.js';
import { quotaRounding } from './quotaFor.js';
import { quotaSteps } from './quotaSteps.js';
import { targetSteps } from './targetSteps.js';

/** Days `[start, end)` of a period of the plan's calendar. */
interface Days {
  readonly start: number;
  readonly end: number;
}

/** Quotas and target pay by the assignments of a payee and the days of a period. */
export interface SpanFigures {
  quota(id: string, assignments: readonly CompiledAssignment[], days: Days): Decimal;
  /** @param share the component's share of the target pay */
  target(share: DecimalString, assignments: readonly CompiledAssignment[], days: Days): Decimal;
}

/** Reads the quotas and the calendar of a plan once. */
export function spanFigures({ plan, calendar: fiscal, rounding, index }: CompiledPlan): SpanFigures {
  const calendar = { ...fiscal, period: plan.period };
  const currency = findCurrency(plan.currency, isoCurrencies, ['plans', index, 'currency']);
  const payRounding = { increment: toDecimal(minorUnit(currency)), mode: rounding.mode };
  const spans = new Map<string, QuotaSpan>();
  const spanOf = (days: Days): QuotaSpan => {
    const key = `${days.start} ${days.end}`;
    let span = spans.get(key);
    if (span === undefined) spans.set(key, (span = quotaSpan(days, calendar)));
    return span;
  };
  return {
    quota(id, assignments, days) {
      const quota = plan.quotas?.[id];
      if (quota === undefined) return fail('plan.quotaMissing', ['plans', index, 'quotas', id], { user: id });
      const span = spanOf(days);
      const policy = quotaRounding(quota, ['plans', index, 'quotas', id]);
      return assignments.reduce((sum, { assignment, index: position, from, to }) => {
        const { role, quotas = {}, prorate } = assignment;
        const part = Object.hasOwn(quotas, id) ? quotas[id] : undefined;
        const at = ['assignments', position];
        const paths = { quota: ['plans', index, 'quotas', id], assignment: at, part: [...at, 'quotas', id] };
        const steps = quotaSteps(quota, { from, to, role, part, prorate }, span, calendar, policy.increment, paths);
        return steps === null ? sum : plus(sum, figureOf(steps, policy));
      }, ZERO);
    },
    target(share, assignments, days) {
      const span = spanOf(days);
      return assignments.reduce((sum, { assignment, index: position, from, to }) => {
        if (from >= days.end || to <= days.start) return sum;
        const path = ['assignments', position];
        const { target, prorate } = assignment;
        if (target === undefined) return fail('assignment.targetMissing', path, { planId: plan.id });
        const steps = targetSteps(target, share, { from, to, prorate }, span, calendar, payRounding.increment, path);
        return steps === null ? sum : plus(sum, figureOf(steps, payRounding));
      }, ZERO);
    },
  };
}
