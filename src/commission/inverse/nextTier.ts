import { findCurrency, isoCurrencies, minorUnit } from '../../core/currency.js';
import {
  Decimal,
  type DecimalLike,
  type DecimalString,
  divide,
  minus,
  ONE,
  plus,
  times,
  toDecimal,
  toText,
  ZERO,
} from '../../core/decimal.js';
import type { Reason } from '../../core/errors.js';
import { distanceToNext } from '../../core/tierAt.js';
import { fail } from '../fail.js';
import { measureRounding } from '../plan/compileComponent.js';
import { paidTiers } from '../rate/paidTiers.js';
import type { RunInput } from '../schema.js';
import { type DealTemplate, extraDeal } from './extraDeal.js';
import { payProbe } from './payProbe.js';
import { componentOf, type PayTarget } from './payTarget.js';

const TWO = /* @__PURE__ */ toDecimal(2);

/** Whose next tier is asked about. */
export interface NextTierQuestion extends PayTarget {
  /** Sales are a multiple of it. Default: the minor unit of the plan currency, 1 for units and deals. */
  readonly increment?: DecimalLike;
  /** What conditions of the plan read of the sales. */
  readonly deal?: DealTemplate;
}

/** The way to the next tier of a component and what it pays, or `lastTier` or `noTiers`. */
export type NextPayTier =
  | {
      readonly ok: true;
      readonly componentId: string;
      /** Index of the next tier. */
      readonly tier: number;
      /** Where it begins, on the measure of the component. */
      readonly bound: DecimalString;
      /** What has to be sold to be in it. */
      readonly more: DecimalString;
      /** What these sales add to the statement's earnings. */
      readonly pays: DecimalString;
      /** What the last increment of them adds. */
      readonly crossing: DecimalString;
    }
  | { readonly ok: false; readonly reasons: readonly Reason[] };

/**
 * Returns how much more must be sold to be in the next tier of a component, on the last day of the period, and what that
 * adds to the earnings of the statement: by the new rate, retroactively on what was sold before, through gates and caps.
 * Where attainment is rounded, the tier is entered as soon as the rounded one is in it. A component that pays each
 * transaction alone asks for one deal of that size.
 *
 * @param input the run
 * @param question whose component and by which step
 * @throws SalesModelError `statement.unknown`, `component.unknown`, `inverse.measure`, `inverse.increment`, and those of
 * `run`
 * @example
 * import { nextTier, type RunInput } from 'salesmodel/commission';
 *
 * const tiers = { mode: 'whole', tiers: [{ upTo: '100000', rate: '0.05' }, { upTo: null, rate: '0.08' }] } as const;
 * const input: RunInput = {
 *   asOf: '2026-01-31',
 *   periods: { from: '2026-01-01', to: '2026-02-01' },
 *   plans: [{
 *     id: 'P', currency: 'USD', period: 'month',
 *     components: [{ id: 'C', measure: { kind: 'amount' }, accumulate: 'perPeriod', rate: { kind: 'tiers', tiers } }],
 *   }],
 *   payees: [{ id: 'ana' }],
 *   assignments: [{ payeeId: 'ana', planId: 'P', from: '2026-01-01', to: null }],
 *   transactions: [{ id: 'T1', date: '2026-01-10', amount: '95000.00', currency: 'USD', payeeId: 'ana' }],
 * };
 * nextTier(input, { payeeId: 'ana', period: '2026-01-01' });
 * // => { ok: true, componentId: 'C', tier: 1, bound: '100000', more: '5000.01', pays: '3250.0008', crossing: '3000.0008' }
 */
export function nextTier(input: RunInput, question: NextTierQuestion): NextPayTier {
  const probe = payProbe(input, question, true);
  const base = probe([]);
  const component = componentOf(input, base, question);
  const { rate, measure } = component;
  const figures = base.components.find(({ id }) => id === component.id);
  if (rate.kind !== 'tiers' || !isOnMeasure(rate.axis) || figures?.measure == null) {
    return { ok: false, reasons: [{ code: 'noTiers', params: { componentId: component.id } }] };
  }
  const quota = figures.quota === undefined ? null : toDecimal(figures.quota);
  const { tiers, unit } = paidTiers(rate, component, quota);
  // Bounds that no quota has been multiplied with yet.
  const isShare = rate.axis === 'attainment' && (unit === 'quota' || rate.yields === 'money' || unit === 'targetPay');
  if (isShare && quota?.gt(0) !== true) {
    return { ok: false, reasons: [{ code: 'noTiers', params: { componentId: component.id } }] };
  }
  const isAlone = component.accumulate === 'perTransaction';
  const sold = isAlone ? ZERO : toDecimal(figures.measure);
  const round = isAlone ? null : measureRounding(component, ['component']);
  const counted = (measure: Decimal): Decimal =>
    round === null || quota === null || rate.axis !== 'attainment' ? measure : round(measure, quota);
  const at = counted(sold);
  const next = distanceToNext(tiers, isShare ? divide(at, quota!) : at);
  if (next === null) return { ok: false, reasons: [{ code: 'lastTier', params: { componentId: component.id } }] };

  const bound = isShare ? times(toDecimal(next.bound), quota!) : toDecimal(next.bound);
  const isWhole = measure.kind === 'units' || measure.kind === 'count' || measure.kind === 'field';
  const unitOfMoney = minorUnit(findCurrency(base.currency, isoCurrencies, ['currency']));
  const increment = toDecimal(question.increment ?? (isWhole ? '1' : unitOfMoney), ['question', 'increment']);
  if (increment.lte(0)) fail('inverse.increment', ['question', 'increment'], { value: toText(increment) });
  const step = fewest(divide(minus(bound, sold), increment), (steps) => {
    const measured = counted(plus(sold, times(steps, increment)));
    return next.inclusive ? measured.gte(bound) : measured.gt(bound);
  });
  const more = times(step, increment);

  const sell = extraDeal(measure, base, question.deal ?? {});
  const earned = toDecimal(probe(sell(more)).earned);
  const before = step.gt(1) ? toDecimal(probe(sell(minus(more, increment))).earned) : toDecimal(base.earned);
  return {
    ok: true,
    componentId: component.id,
    tier: next.tier,
    bound: toText(bound),
    more: toText(more),
    pays: toText(minus(earned, toDecimal(base.earned))),
    crossing: toText(minus(earned, before)),
  };
}

/** The least whole number from 1 on of which something holds that goes on to hold, looked for from a guess on. */
function fewest(guess: Decimal, holds: (steps: Decimal) => boolean): Decimal {
  const start = Decimal.max(ONE, guess.ceil());
  // Rounding moves a bound by less than one of its steps: doubling the distance soon has it on both sides.
  let [below, above] = [ZERO, start];
  for (let width = ONE; !holds(above); width = times(width, TWO)) [below, above] = [above, plus(start, width)];
  for (let width = ONE; below.isZero() && width.lt(start); width = times(width, TWO)) {
    if (holds(minus(start, width))) above = minus(start, width);
    else below = minus(start, width);
  }
  while (minus(above, below).gt(1)) {
    const middle = divide(plus(above, below), TWO).floor();
    if (holds(middle)) above = middle;
    else below = middle;
  }
  return above;
}

function isOnMeasure(axis: unknown): boolean {
  return axis === undefined || axis === 'measure' || axis === 'attainment';
}
