import { findCurrency, isoCurrencies, minorUnit } from '../../core/currency.js';
import { dayNumber } from '../../core/date.js';
import { toDecimal } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import { compileDraws } from '../draw/compileDraws.js';
import { scoreOf } from '../measure/compileMeasure.js';
import { compilePayment } from '../payment/compilePayment.js';
import { spanFigures } from '../quota/spanFigures.js';
import type { CommissionPlan } from '../schema.js';
import { compileComponent, compileModifiers } from './compileComponent.js';
import type { CompiledPlan } from './compiledPlan.js';

/** The day before and after all days of the calendar: open ends of effective spans. */
export const FIRST_DAY = -1e9;
export const LAST_DAY = 1e9;

/** Resolves every policy of a plan that `checkPlan` has accepted. */
export function compilePlan(plan: CommissionPlan, index: number, payoutShares: boolean, path: Path): CompiledPlan {
  const { effective, rounding = {} } = plan;
  const scores: string[] = [];
  return {
    index,
    plan,
    version: plan.version ?? '1',
    from: effective === undefined ? FIRST_DAY : dayNumber(effective.from, [...path, 'effective', 'from']),
    to:
      effective?.to === undefined || effective.to === null
        ? LAST_DAY
        : dayNumber(effective.to, [...path, 'effective', 'to']),
    calendar: { fiscalStartMonth: plan.fiscalStartMonth ?? 1 },
    currency: plan.currency,
    rounding: {
      mode: rounding.mode ?? 'halfEven',
      increment:
        rounding.increment === undefined
          ? toDecimal(minorUnit(findCurrency(plan.currency, isoCurrencies, [...path, 'currency'])))
          : toDecimal(rounding.increment, [...path, 'rounding', 'increment']),
      at: rounding.at ?? 'line',
      residue: rounding.residue ?? 'largestRemainder',
    },
    figures: spanFigures(plan, index, rounding.mode ?? 'halfEven'),
    components: plan.components.map((component, i) =>
      compileComponent(component, i, plan, payoutShares, [...path, 'components', i]),
    ),
    modifiers: compileModifiers(plan.modifiers ?? [], 'period', (measure) => scores.push(scoreOf(measure) ?? '') - 1, [
      ...path,
      'modifiers',
    ]),
    draws: compileDraws(plan.draws ?? [], [...path, 'draws']),
    payment: compilePayment(plan.payment ?? {}, [...path, 'payment']),
    scores,
  };
}
