import type { Decimal } from '../../core/decimal.js';
import type { Finding, Path } from '../../core/errors.js';
import { lintTiers } from '../../core/lintTiers.js';
import type { Component, Rate } from '../schema.js';
import type { LintContext } from './lintContext.js';
import { paidTiers } from '../rate/paidTiers.js';

/**
 * What core's `lintTiers` finds in the tiers that a component pays by, with `tiers.` in front of the code. The sizes are
 * pay in the `unit` of the params: `money`; `quota`, a part of the quota, where it is not known; `targetPay`, a part of it.
 *
 * Where a rate multiplies another quantity than its axis, the table alone does not say what is paid: only what the
 * rates themselves show is reported then.
 */
export function tierFindings({ plan, quota }: LintContext): readonly Finding[] {
  return plan.components.flatMap((component, index) => {
    const at = ['components', index];
    const [head] = component.modifiers ?? [];
    return [
      ...rateFindings(component.rate, component, quota(component), [...at, 'rate']),
      ...(head?.kind === 'hurdle' && 'rate' in head.otherwise
        ? rateFindings(head.otherwise.rate, component, quota(component), [...at, 'modifiers', 0, 'otherwise', 'rate'])
        : []),
    ];
  });
}

function rateFindings(rate: Rate, component: Component, quota: Decimal | null, path: Path): readonly Finding[] {
  if (rate.kind !== 'tiers') return [];
  const { tiers, unit, paysOnAxis } = paidTiers(rate, component, quota);
  return lintTiers(tiers, [...path, 'tiers'])
    .filter(({ code }) => paysOnAxis || (code !== 'cliff' && code !== 'nonMonotone'))
    .map(({ code, severity, path: place, params }) => ({
      code: `tiers.${code}`,
      severity,
      path: place,
      params: { ...params, unit },
    }));
}
