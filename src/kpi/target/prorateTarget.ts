import type { DayCount, DayCountOptions } from '../../core/dayCount.js';
import { dayNumber, type PlainDate } from '../../core/date.js';
import { prorate, type Proration } from '../../core/prorate.js';
import type { Span } from '../../core/span.js';
import { fail } from '../fail.js';
import type { DatedTarget } from './spreadByMonth.js';
import { type UnitOptions, unitScale } from './unit.js';

/** How a part of a target is counted. */
export interface ProrateTargetOptions extends UnitOptions, DayCountOptions {
  /** Default `actual`. */
  readonly dayCount?: DayCount;
}

/**
 * Returns the part of a target for the days somebody is there, half even at the unit: of a joiner, a leaver or somebody on
 * leave.
 *
 * @param target amount and days
 * @param active the days that count
 * @param options unit, day count
 * @throws SalesModelError `target.unit`, `prorate.noDays`, `date.invalid`, `period.order`, `option.unknown`,
 *   `calendar.invalid`, `currency.unknown`, `rounding.increment`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { prorateTarget } from 'salesmodel/kpi';
 *
 * const year = { amount: '36500.00', span: { from: '2026-01-01', to: '2027-01-01' } };
 * prorateTarget(year, { from: '2026-03-17' }, { currency: 'EUR' }); // => { amount: '29000.00', days: 290, of: 365 }
 */
export function prorateTarget(target: DatedTarget, active: Span, options: ProrateTargetOptions = {}): Proration {
  const scale = unitScale(options);
  scale.read(target.amount, ['target', 'amount']);
  const { from, to } = target.span;
  const { dayCount = 'actual' } = options;
  return prorate(target.amount, active, { kind: 'custom', start: from, end: to }, dayCount, {
    ...options,
    rounding: { increment: scale.decimal },
  });
}

/** Two parts that add up to the target. */
export interface TargetTransfer {
  readonly leaver: Proration;
  readonly successor: Proration;
}

/**
 * Returns the two parts of a target that changes hands: the leaver keeps the part of the days before, the successor gets
 * exactly the rest.
 *
 * @param target amount and days
 * @param on first day of the successor, within the days of the target but not the first
 * @param options unit, day count
 * @throws SalesModelError `target.transferDay` and those of `prorateTarget`
 * @example
 * import { transferTarget } from 'salesmodel/kpi';
 *
 * const year = { amount: '36500.00', span: { from: '2026-01-01', to: '2027-01-01' } };
 * const { leaver, successor } = transferTarget(year, '2026-03-17', { currency: 'EUR' });
 * [leaver.amount, successor.amount]; // => ['7500.00', '29000.00']
 */
export function transferTarget(target: DatedTarget, on: PlainDate, options: ProrateTargetOptions = {}): TargetTransfer {
  const scale = unitScale(options);
  const { from, to } = target.span;
  const day = dayNumber(on, ['on']);
  if (day <= dayNumber(from, ['target', 'span', 'from']) || day >= dayNumber(to, ['target', 'span', 'to'])) {
    fail('target.transferDay', ['on'], { from, to, value: on });
  }
  const leaver = prorateTarget(target, { from, to: on }, options);
  const rest = scale.read(target.amount, ['target', 'amount']) - scale.read(leaver.amount, []);
  return { leaver, successor: { amount: scale.text(rest), days: leaver.of - leaver.days, of: leaver.of } };
}
