import { type Decimal, times, toDecimal, toText } from '../../core/decimal.js';
import type { Tiers } from '../../core/tiers.js';
import type { Component, TiersRate } from '../schema.js';
import { canonicalJson } from '../plan/canonicalJson.js';

/** The tiers of a rate as far as they say what is paid. */
export interface PaidTiers {
  /** Along sales where money is paid on them and the quota is known. */
  readonly tiers: Tiers;
  /** What the totals of the tiers are: `money`, a part of the `quota` where it is not known, or a part of `targetPay`. */
  readonly unit: 'money' | 'quota' | 'targetPay';
  /** Whether the total on the axis is what is paid: not where the rate multiplies another quantity than its axis. */
  readonly paysOnAxis: boolean;
}

/** Reads the tiers of a rate as a function of what is sold. */
export function paidTiers(rate: TiersRate, component: Component, quota: Decimal | null): PaidTiers {
  const { yields = 'rate', axis = 'measure' } = rate;
  const ofQuota = axis === 'attainment' && yields === 'rate';
  const isScaled = ofQuota && quota?.gt(0) === true;
  return {
    tiers: isScaled ? scaleTiers(rate.tiers, quota) : rate.tiers,
    unit: yields === 'targetPay' ? 'targetPay' : ofQuota && !isScaled ? 'quota' : 'money',
    paysOnAxis: paysOnAxis(rate, component),
  };
}

function paysOnAxis({ axis = 'measure', yields = 'rate' }: TiersRate, { measure, base = measure }: Component): boolean {
  if (yields !== 'rate') return true;
  const looked = typeof axis === 'string' ? measure : axis;
  return canonicalJson(looked) === canonicalJson(base);
}

/** Tiers of attainment in units of the measure. */
function scaleTiers(tiers: Tiers, quota: Decimal): Tiers {
  const scale = (bound: string): string => toText(times(toDecimal(bound), quota));
  return {
    ...tiers,
    ...(tiers.anchor === undefined ? {} : { anchor: scale(tiers.anchor) }),
    tiers: tiers.tiers.map((tier) => ({ ...tier, upTo: tier.upTo === null ? null : scale(tier.upTo) })),
  };
}
