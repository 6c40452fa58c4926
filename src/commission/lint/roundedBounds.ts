import { divide, minus, plus, toDecimal, toText } from '../../core/decimal.js';
import type { Finding } from '../../core/errors.js';
import { roundDecimal, type RoundingMode } from '../../core/rounding.js';
import type { LintContext } from './lintContext.js';

/**
 * `attainment.roundedBounds`: rounding attainment moves the bound of a tier: the tier begins at the attainment `begins`
 * instead of at `bound`.
 */
export function roundedBounds({ plan }: LintContext): readonly Finding[] {
  return plan.components.flatMap(({ attainmentRounding, accumulate, rate }, index) => {
    if (attainmentRounding === undefined || accumulate === 'perTransaction') return [];
    if (rate.kind !== 'tiers' || rate.axis !== 'attainment') return [];
    const { increment, mode = 'halfEven' } = attainmentRounding;
    const isUpper = rate.tiers.boundary === 'upper';
    return rate.tiers.tiers.flatMap(({ upTo }, tier): Finding[] => {
      if (upTo === null) return [];
      const begins = beginsAt(upTo, increment, mode, isUpper);
      if (toDecimal(begins).eq(toDecimal(upTo))) return [];
      const path = ['components', index, 'rate', 'tiers', 'tiers', tier, 'upTo'];
      const params = { bound: upTo, begins, increment, mode };
      return [{ code: 'attainment.roundedBounds', severity: 'warning', path, params }];
    });
  });
}

/** The least attainment, or the limit of those, whose rounded value lies in the tier above a bound. */
function beginsAt(upTo: string, increment: string, mode: RoundingMode, isUpper: boolean): string {
  const [bound, step] = [toDecimal(upTo), toDecimal(increment)];
  const above = roundDecimal(bound, step, 'ceiling');
  const first = !isUpper && above.eq(bound) ? plus(above, step) : above;
  switch (mode) {
    case 'down':
    case 'floor':
      return toText(first);
    case 'up':
    case 'ceiling':
      return toText(minus(first, step));
    default:
      return toText(minus(first, divide(step, toDecimal(2))));
  }
}
