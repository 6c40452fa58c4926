import { toDecimal } from '../../core/decimal.js';
import type { Finding } from '../../core/errors.js';
import type { CommissionPlan, Component, Modifier, PlanModifier, Rate } from '../schema.js';
import type { LintContext } from './lintContext.js';

/**
 * `clawback.exceedsPaid`: what a reversal takes back may be more than what was paid, because it is counted before
 * something that lowers pay, or at the rates of another period.
 */
export function clawbackExceedsPaid({ plan }: LintContext): readonly Finding[] {
  return plan.components.flatMap((component, index): Finding[] => {
    const cause = causeOf(component, plan);
    if (cause === null) return [];
    const path = component.clawback === undefined ? ['clawback'] : ['components', index, 'clawback'];
    return [
      { code: 'clawback.exceedsPaid', severity: 'warning', path, params: { componentId: component.id, ...cause } },
    ];
  });
}

function causeOf(component: Component, plan: CommissionPlan): { basis: string; because: string } | null {
  const { basis = 'recompute' } = component.clawback ?? plan.clawback ?? {};
  if (basis === 'recompute') return null;
  if (basis === 'currentPeriod') return isConstant(component.rate) ? null : { basis, because: 'rate' };
  const own = basis === 'originalRate' ? component.modifiers?.find(lowers) : undefined;
  const ofPlan = plan.modifiers?.find(
    (modifier) => lowers(modifier) && (modifier.component?.includes(component.id) ?? true),
  );
  const because = (own ?? ofPlan)?.kind;
  return because === undefined ? null : { basis, because };
}

/** Whether a modifier can make pay less than it was before. */
function lowers(modifier: Modifier | PlanModifier): boolean {
  switch (modifier.kind) {
    case 'hurdle':
    case 'cap':
      return true;
    case 'multiplier':
      return typeof modifier.by !== 'string' || toDecimal(modifier.by).lt(1);
    case 'kicker':
    case 'floor':
      return false;
  }
}

/** Whether a rate is the same whatever was sold. */
function isConstant(rate: Rate): boolean {
  return rate.kind === 'flat' || (rate.kind === 'tiers' && rate.tiers.tiers.length === 1);
}
