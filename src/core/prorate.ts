import type { DayCount, DayCountOptions } from './dayCount.js';
import { dayFraction } from './dayCount.js';
import { Decimal, type DecimalLike, type DecimalString, divide, times, toDecimal, toText } from './decimal.js';
import { fail } from './fail.js';
import { oneOf } from './oneOf.js';
import type { Period } from './period.js';
import { ROUNDING_MODES, type RoundingMode, roundQuotient, toIncrement } from './rounding.js';
import type { Span } from './span.js';

/** The part of an amount, and the days that made it. */
export interface Proration {
  readonly amount: DecimalString;
  readonly days: number;
  readonly of: number;
}

/** How {@link prorate} counts and rounds. */
export interface ProrateOptions extends DayCountOptions {
  /** One rounding of the exact quotient. Without it the amount keeps 40 significant digits where the division does not end. */
  readonly rounding?: { readonly increment: DecimalLike; readonly mode?: RoundingMode };
}

/**
 * The share of an amount that falls on the days of a span within a period: amount × days ÷ days of the period.
 * To split an amount over adjacent spans without losing a cent, `allocate` it by their `days`.
 *
 * @param amount amount of the whole period
 * @param span the days that count; open when `to` is null or absent; days outside the period do not count
 * @param period the whole
 * @param dayCount how days are counted, default `actual`
 * @param options whether the first day counts (default true), the worked days, the rounding
 * @throws SalesModelError `prorate.noDays` (the day count finds no day in the period), `date.invalid`, `period.order`,
 * `option.unknown`, `calendar.invalid`, `rounding.increment`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { periodOf, prorate } from 'salesmodel/core';
 *
 * const year = periodOf('2025-01-01', 'year');
 * prorate('800000', { from: '2025-06-01' }, year, 'actual', { rounding: { increment: '0.01' } }); // => { amount: '469041.10', days: 214, of: 365 }
 * prorate('3000', { from: '2026-04-15' }, periodOf('2026-04-15', 'month')); // => { amount: '1600', days: 16, of: 30 }
 */
export function prorate(
  amount: DecimalLike,
  span: Span | Period,
  period: Period,
  dayCount: DayCount = 'actual',
  options: ProrateOptions = {},
): Proration {
  const whole = toDecimal(amount, ['amount']);
  const { days, of } = dayFraction(span, period, dayCount, options);
  if (of <= 0) fail('prorate.noDays', ['period'], { dayCount });
  return { amount: part(whole, days, of, options.rounding), days, of };
}

function part(whole: Decimal, days: number, of: number, rounding: ProrateOptions['rounding']): DecimalString {
  const product = times(whole, new Decimal(days));
  if (rounding === undefined) return toText(divide(product, new Decimal(of)));
  const increment = toIncrement(rounding.increment, ['options', 'rounding', 'increment']);
  const mode = oneOf(rounding.mode ?? 'halfEven', ROUNDING_MODES, ['options', 'rounding', 'mode']);
  const steps = roundQuotient(product, times(new Decimal(of), increment), mode);
  return times(steps, increment).toFixed(increment.dp());
}
