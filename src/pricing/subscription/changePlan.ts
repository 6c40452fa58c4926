import { allocate } from '../../core/allocate.js';
import { dayNumber, type PlainDate } from '../../core/date.js';
import { type DecimalLike, type DecimalString, minus, toDecimal } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import type { Period } from '../../core/period.js';
import { dayRange } from '../../core/span.js';
import { fail } from '../fail.js';
import { type IncrementOption, readIncrement } from '../inverse/roundUp.js';

/** One plan in the place of another within a period that was billed in advance. */
export interface PlanChange {
  /** What the old plan costs in the period, a multiple of the increment. */
  readonly old: DecimalLike;
  /** What the new plan costs in the whole period. */
  readonly new: DecimalLike;
  readonly period: Period;
  /** The first day of the new plan, in the period. */
  readonly on: PlainDate;
}

/** What a change of plan comes to. */
export interface PlanChangeAmounts {
  /** The unused part of the old plan. */
  readonly credit: DecimalString;
  /** The part of the new plan for the days that are left. */
  readonly charge: DecimalString;
  /** Charge − credit. */
  readonly net: DecimalString;
  /** Days of the old plan, of the new one, and of the period. */
  readonly days: { readonly used: number; readonly left: number; readonly of: number };
}

/**
 * Returns the credit for what is unused of an old plan and the charge for what is left of the period under a new one. The day of
 * the change belongs to the new plan. Used and unused part of each plan add up to its amount.
 *
 * @param change amounts of the whole period, the period and the day
 * @param options `increment` of amounts, default 0.01
 * @throws SalesModelError `pricing.outsidePeriod`, `allocate.indivisible`, `rounding.increment`, `date.invalid`,
 * `period.order`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { periodOf } from 'salesmodel/core';
 * import { changePlan } from 'salesmodel/pricing';
 *
 * changePlan({ old: '99.99', new: '149', period: periodOf('2026-01-11', 'month'), on: '2026-01-11' });
 * // => { credit: '67.74', charge: '100.94', net: '33.20', days: { used: 10, left: 21, of: 31 } }
 */
export function changePlan(change: PlanChange, options: IncrementOption = {}): PlanChangeAmounts {
  const path: Path = ['change'];
  const increment = readIncrement(options);
  const { start, end } = dayRange(change.period, [...path, 'period']);
  const day = dayNumber(change.on, [...path, 'on']);
  if (day < start || day >= end) fail('pricing.outsidePeriod', [...path, 'on'], { value: change.on });
  const days = { used: day - start, left: end - day, of: end - start };
  const left = (amount: DecimalLike): ReturnType<typeof toDecimal> =>
    toDecimal(allocate(amount, [days.used, days.left], { increment }).parts[1]!);
  const [credit, charge] = [left(change.old), left(change.new)];
  const text = (amount: typeof credit): string => amount.toFixed(increment.dp());
  return { credit: text(credit), charge: text(charge), net: text(minus(charge, credit)), days };
}
