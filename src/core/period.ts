import type { Calendar } from './calendar.js';
import { dayNumber, fromDayNumber, type PlainDate } from './date.js';
import { type PeriodLine, periodLine } from './periodLine.js';
import type { PeriodKind } from './periodKind.js';
import { dayRange } from './span.js';

/** A named span of days: `start` is its first day, `end` the day after its last. */
export interface Period {
  readonly kind: PeriodKind;
  readonly start: PlainDate;
  readonly end: PlainDate;
}

/**
 * The period of a kind that a date lies in.
 *
 * @param date `YYYY-MM-DD`
 * @param kind month, quarter, half, year, week or custom
 * @param calendar start of the year and week, retail pattern, custom borders; default: calendar years, ISO weeks
 * @throws SalesModelError `date.invalid`, `date.range` (a border outside the range of dates), `option.unknown`,
 * `period.outside`, `calendar.invalid`, `period.order`
 * @example
 * ```ts
 * import { periodOf } from 'salesmodel/core';
 * periodOf('2026-11-30', 'quarter'); // => { kind: 'quarter', start: '2026-10-01', end: '2027-01-01' }
 * periodOf('2026-11-30', 'year', { fiscalStartMonth: 4 }); // => { kind: 'year', start: '2026-04-01', end: '2027-04-01' }
 * ```
 */
export function periodOf(date: PlainDate, kind: PeriodKind, calendar: Calendar = {}): Period {
  const line = periodLine(kind, calendar);
  return periodAt(line, kind, line.ordinal(dayNumber(date, ['date'])));
}

/**
 * The periods of a kind that have a day in `[from, to)`, in order and uncut.
 *
 * @param from first day
 * @param to day after the last
 * @param kind month, quarter, half, year, week or custom
 * @param calendar as in {@link periodOf}
 * @throws SalesModelError as {@link periodOf}; `period.order` also when `to` is not after `from`
 * @example
 * ```ts
 * import { periodsBetween } from 'salesmodel/core';
 * periodsBetween('2026-01-15', '2026-03-01', 'month').map((period) => period.start); // => ['2026-01-01', '2026-02-01']
 * ```
 */
export function periodsBetween(from: PlainDate, to: PlainDate, kind: PeriodKind, calendar: Calendar = {}): Period[] {
  const { start, end } = dayRange({ from, to });
  const line = periodLine(kind, calendar);
  const last = line.ordinal(end - 1);
  const periods: Period[] = [];
  for (let ordinal = line.ordinal(start); ordinal <= last; ordinal += 1) periods.push(periodAt(line, kind, ordinal));
  return periods;
}

/**
 * The period of the same kind that starts where a period ends.
 *
 * @param period a period of the calendar
 * @param calendar as in {@link periodOf}
 * @throws SalesModelError as {@link periodOf}
 * @example
 * ```ts
 * import { nextPeriod, periodOf } from 'salesmodel/core';
 * nextPeriod(periodOf('2026-12-05', 'month')); // => { kind: 'month', start: '2027-01-01', end: '2027-02-01' }
 * ```
 */
export function nextPeriod(period: Period, calendar: Calendar = {}): Period {
  return shifted(period, 1, calendar);
}

/**
 * The period of the same kind that ends where a period starts.
 *
 * @param period a period of the calendar
 * @param calendar as in {@link periodOf}
 * @throws SalesModelError as {@link periodOf}
 * @example
 * ```ts
 * import { periodOf, previousPeriod } from 'salesmodel/core';
 * previousPeriod(periodOf('2026-01-15', 'quarter')); // => { kind: 'quarter', start: '2025-10-01', end: '2026-01-01' }
 * ```
 */
export function previousPeriod(period: Period, calendar: Calendar = {}): Period {
  return shifted(period, -1, calendar);
}

/** The period of an ordinal of a line. */
export function periodAt(line: PeriodLine, kind: PeriodKind, ordinal: number): Period {
  return { kind, start: fromDayNumber(line.start(ordinal)), end: fromDayNumber(line.start(ordinal + 1)) };
}

function shifted(period: Period, by: number, calendar: Calendar): Period {
  const { start } = dayRange(period, ['period']);
  const line = periodLine(period.kind, calendar);
  return periodAt(line, period.kind, line.ordinal(start) + by);
}
