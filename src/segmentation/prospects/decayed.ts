import { completeMonths } from '../../core/civil.js';
import { Decimal, minus, ONE, times, toDecimal, ZERO } from '../../core/decimal.js';
import { exp } from '../../core/elementary.js';
import { roundDecimal } from '../../core/rounding.js';
import type { LeadDecay } from '../schema/prospects.js';

const STEP: Decimal = /* @__PURE__ */ new Decimal('0.0001');

/** What is left on a day of the points of an event of another, which is not later. */
export function decayed(points: Decimal, decay: LeadDecay | undefined, event: number, today: number): Decimal {
  if (decay === undefined) return points;
  const age = today - event;
  switch (decay.kind) {
    case 'linear': {
      const left = minus(ONE, times(toDecimal(decay.perMonth), toDecimal(completeMonths(event, today))));
      return left.lt(0) ? ZERO : times(points, left);
    }
    case 'step': {
      const step = decay.steps.findLast(({ afterDays }) => afterDays <= age);
      return step === undefined ? points : times(points, toDecimal(step.factor));
    }
    case 'halfLife': {
      // Whole half-lives halve exactly; beyond some hundreds nothing is left at four decimals of any sensible points.
      const halves = Math.floor(age / decay.days);
      const rest = exp(-Math.LN2 * (age / decay.days - halves));
      const factor = new Decimal(rest).div(new Decimal(2).pow(Math.min(halves, 400)));
      return roundDecimal(points.times(factor), STEP, 'halfEven');
    }
  }
}
