import { type Decimal, divide, toDecimal, ZERO } from '../../core/decimal.js';
import { fail } from '../fail.js';
import type { CompiledPlan } from '../plan/compiledPlan.js';
import type { DaySpan } from '../run/grid.js';
import type { CompiledAssignment } from '../run/membership.js';
const M: Record<string, number> = { month: 1, quarter: 3, half: 6, year: 12 };
const months = (d: DaySpan) => Math.round((d.end - d.start) / 30.4);
export function quotaOver(plan: CompiledPlan, id: string, a: readonly CompiledAssignment[], days: DaySpan): Decimal {
  const q = plan.plan.quotas?.[id];
  const amount = a[0]?.assignment.quotas?.[id]?.amount ?? q?.amount;
  if (q === undefined || amount === undefined) return ZERO;
  return divide(toDecimal(amount).times(months(days)), toDecimal(M[q.per]!));
}
export function targetOver(plan: CompiledPlan, a: readonly CompiledAssignment[], days: DaySpan): Decimal {
  const t = a[0]?.assignment.target;
  if (t === undefined) return fail('assignment.targetMissing', ['assignments'], { planId: plan.plan.id });
  return divide(toDecimal(t.amount).times(months(days)), toDecimal(M[t.per]!));
}
