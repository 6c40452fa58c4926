import { type Decimal, times, toDecimal, toText } from '../../core/decimal.js';
import type { Finding, Path } from '../../core/errors.js';
import { lintTiers } from '../../core/lintTiers.js';
import type { Tiers } from '../../core/tiers.js';
import type { Component, Rate, TiersRate } from '../schema.js';
import { canonicalJson } from './canonicalJson.js';
import type { LintContext } from './lintContext.js';

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
  const { yields = 'rate', axis = 'measure' } = rate;
  const ofQuota = axis === 'attainment' && yields === 'rate';
  const scaled = ofQuota && quota?.gt(0) ? scaleTiers(rate.tiers, quota) : rate.tiers;
  const unit = yields === 'targetPay' ? 'targetPay' : ofQuota && scaled === rate.tiers ? 'quota' : 'money';
  return lintTiers(scaled, [...path, 'tiers'])
    .filter(({ code }) => paysOnAxis(rate, component) || (code !== 'cliff' && code !== 'nonMonotone'))
    .map(({ code, severity, path: place, params }) => ({
      code: `tiers.${code}`,
      severity,
      path: place,
      params: { ...params, unit },
    }));
}

/** Whether the total of the tiers on the axis is what is paid. */
function paysOnAxis({ axis = 'measure', yields = 'rate' }: TiersRate, { measure, base = measure }: Component): boolean {
  if (yields !== 'rate') return true;
  const looked = typeof axis === 'string' ? measure : axis;
  return canonicalJson(looked) === canonicalJson(base);
}

/** Tiers of attainment in units of the measure. */
export function scaleTiers(tiers: Tiers, quota: Decimal): Tiers {
  const scale = (bound: string): string => toText(times(toDecimal(bound), quota));
  return {
    ...tiers,
    ...(tiers.anchor === undefined ? {} : { anchor: scale(tiers.anchor) }),
    tiers: tiers.tiers.map((tier) => ({ ...tier, upTo: tier.upTo === null ? null : scale(tier.upTo) })),
  };
}
