import { allocateUnits } from '../../core/allocateUnits.js';
import { type DecimalLike, type DecimalString, toDecimal } from '../../core/decimal.js';
import { dayNumber, type PlainDate } from '../../core/date.js';
import { oneOf } from '../../core/oneOf.js';
import { periodsBetween } from '../../core/period.js';
import { toProportions } from '../../core/scaled.js';
import type { Span } from '../../core/span.js';
import { compileWorkCalendar, type WorkCalendar } from '../../core/workCalendar.js';
import { fail } from '../fail.js';
import { type UnitOptions, unitScale } from './unit.js';

/** A target for some days. */
export interface DatedTarget {
  /** Multiple of the unit. */
  readonly amount: DecimalLike;
  /** First day, and the day after the last. */
  readonly span: Span & { readonly to: PlainDate };
}

/** How months share a target: by weights or seasonal indices, one a month from the first on, or by working days. */
export type MonthSpread =
  | { readonly kind: 'weights'; readonly weights: readonly DecimalLike[] }
  | { readonly kind: 'seasonal'; readonly indices: readonly number[] }
  | { readonly kind: 'workingDays'; readonly workCalendar?: WorkCalendar };

/** The part of a month, and its days. */
export interface MonthTarget {
  /** `YYYY-MM` */
  readonly month: string;
  readonly span: Span & { readonly to: PlainDate };
  readonly amount: DecimalString;
}

/**
 * Returns the parts of a target by month, in whole units that add up to it exactly; the first and the last month are cut
 * at its days. Weights that are all 0 share equally.
 *
 * @param target amount and days
 * @param spread weights, indices of `seasonalIndices`, or working days
 * @param options unit
 * @throws SalesModelError `target.months`, `target.negativeWeight`, `target.unit`, `option.unknown`, `date.invalid`,
 *   `period.order`, `calendar.invalid`, `currency.unknown`, `rounding.increment`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { spreadByMonth } from 'salesmodel/kpi';
 *
 * const quarter = { amount: '100000.00', span: { from: '2026-01-01', to: '2026-04-01' } };
 * const months = spreadByMonth(quarter, { kind: 'weights', weights: [1, 1, 1] }, { currency: 'EUR' });
 * months.map(({ month, amount }) => `${month} ${amount}`); // => ['2026-01 33333.34', '2026-02 33333.33', '2026-03 33333.33']
 * spreadByMonth(quarter, { kind: 'workingDays' }).map(({ amount }) => amount); // => ['34375', '31250', '34375']
 */
export function spreadByMonth(target: DatedTarget, spread: MonthSpread, options: UnitOptions = {}): MonthTarget[] {
  const scale = unitScale(options);
  const units = scale.read(target.amount, ['target', 'amount']);
  const { from, to } = target.span;
  const months = periodsBetween(from, to, 'month').map(({ start, end }) => ({
    month: start.slice(0, 7),
    span: { from: start < from ? from : start, to: end > to ? to : end },
  }));
  const weights = weightsOf(spread, months);
  if (weights.length !== months.length) {
    fail('target.months', ['spread'], { expected: months.length, length: weights.length });
  }
  const { parts } = allocateUnits(units, weights);
  return months.map((month, at) => ({ ...month, amount: scale.text(parts[at]!) }));
}

function weightsOf(
  spread: MonthSpread,
  months: readonly { readonly span: Span & { readonly to: PlainDate } }[],
): bigint[] {
  oneOf(spread.kind, ['weights', 'seasonal', 'workingDays'], ['spread', 'kind']);
  if (spread.kind === 'workingDays') {
    const { count } = compileWorkCalendar(spread.workCalendar, ['spread', 'workCalendar']);
    return months.map(({ span }) => BigInt(count(dayNumber(span.from), dayNumber(span.to))));
  }
  const [field, list] =
    spread.kind === 'weights' ? (['weights', spread.weights] as const) : (['indices', spread.indices] as const);
  return toProportions(
    list.map((value, at) => {
      const weight = toDecimal(value, ['spread', field, at]);
      return weight.isNegative()
        ? fail('target.negativeWeight', ['spread', field, at], { value: String(value) })
        : weight;
    }),
  );
}
