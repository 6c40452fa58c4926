import { applyTiers } from '../../core/applyTiers.js';
import { type Decimal, ONE, times, toDecimal, toText } from '../../core/decimal.js';
import type { Finding, Path } from '../../core/errors.js';
import type { Cap, Component, Modifier, PlanModifier } from '../schema.js';
import type { LintContext } from './lintContext.js';
import { paidTiers, type PaidTiers } from '../rate/paidTiers.js';

/**
 * `cap.regressive`: from `at` on the rates rise and the blended rate falls, because the cap is reached by then. The
 * higher `rate` is never earned. `total` is the pay at `at` without the cap, in the `unit` of the params.
 */
export function capRegressive({ plan, quota }: LintContext): readonly Finding[] {
  return plan.components.flatMap((component, index) => {
    if (component.rate.kind !== 'tiers') return [];
    const paid = paidTiers(component.rate, component, quota(component));
    if (!paid.paysOnAxis) return [];
    let factor = ONE;
    for (const { modifier, path } of chainOf(component, index, plan)) {
      if (modifier.kind === 'cap') {
        const limit = limitOf(modifier, component, paid, quota(component));
        const found = limit === null ? null : swallowed(paid, factor, limit, path);
        return found === null ? [] : [found];
      }
      // Behind a floor, a kicker or a factor that is looked up, sales alone do not say what the cap meets.
      if (modifier.kind === 'multiplier' && typeof modifier.by === 'string') {
        factor = times(factor, toDecimal(modifier.by));
      } else if (modifier.kind !== 'hurdle') return [];
    }
    return [];
  });
}

/** A component's modifiers, and behind them those of the plan that work on it alone. */
function chainOf(component: Component, index: number, { components, modifiers = [] }: LintContext['plan']) {
  const own = (component.modifiers ?? []).map((modifier: Modifier | PlanModifier, at) => ({
    modifier,
    path: ['components', index, 'modifiers', at] as Path,
  }));
  const isAlone = (ids: readonly string[]): boolean => ids.length === 1 && ids[0] === component.id;
  const ofPlan = modifiers
    .map((modifier, at) => ({ modifier, path: ['modifiers', at] as Path }))
    .filter(({ modifier }) => isAlone(modifier.component ?? components.map(({ id }) => id)));
  return [...own, ...ofPlan];
}

/** The limit in the unit of the tiers; `null` where it is in another one or looks at other sales than the tiers do. */
function limitOf(
  { limit, scope }: Cap,
  { accumulate }: Component,
  { unit }: PaidTiers,
  quota: Decimal | null,
): Decimal | null {
  const isOfOne = scope === 'transaction';
  if (isOfOne !== (accumulate === 'perTransaction')) return null;
  if (accumulate === 'toDate' && scope === 'period') return null;
  if ('amount' in limit) return unit === 'money' ? toDecimal(limit.amount) : null;
  if ('ofTarget' in limit) return unit === 'targetPay' ? toDecimal(limit.ofTarget) : null;
  if (!('ofQuota' in limit)) return null;
  if (unit === 'quota') return toDecimal(limit.ofQuota);
  return unit === 'money' && quota !== null ? times(toDecimal(limit.ofQuota), quota) : null;
}

/** The first bound at which the rate rises although the cap is reached there. */
function swallowed({ tiers, unit }: PaidTiers, factor: Decimal, limit: Decimal, path: Path): Finding | null {
  for (const [index, { rate }] of tiers.tiers.entries()) {
    const before = tiers.tiers[index - 1];
    if (before?.rate === undefined || before.upTo === null || rate === undefined) continue;
    if (!times(toDecimal(rate), factor).gt(times(toDecimal(before.rate), factor))) continue;
    const total = times(toDecimal(applyTiers(tiers, before.upTo).total), factor);
    if (total.lt(limit)) continue;
    const params = { at: before.upTo, rate, total: toText(total), limit: toText(limit), unit };
    return { code: 'cap.regressive', severity: 'warning', path, params };
  }
  return null;
}
