import { addMonthsToDay, dayToCivil, FIRST_DAY, LAST_DAY, monthIndex, monthStart, weekdayOf } from './civil.js';
import type { Path } from './errors.js';
import { fail } from './fail.js';
import { NO_DAY, parseDay } from './parseDay.js';

/** A calendar date `YYYY-MM-DD` from 0001-01-01 to 9999-12-31, without time or zone. Checked at run time, so literals compile. */
export type PlainDate = string;

/**
 * Days from 1970-01-01 to a date: an integer, negative before.
 *
 * @param date `YYYY-MM-DD`, 0001-01-01 to 9999-12-31
 * @param path where the date stands in the input, for the error
 * @throws SalesModelError `date.invalid`
 * @example
 * ```ts
 * import { dayNumber } from 'salesmodel/core';
 * dayNumber('1970-01-02'); // => 1
 * dayNumber('2026-03-31'); // => 20543
 * ```
 */
export function dayNumber(date: PlainDate, path: Path = []): number {
  const day = typeof date === 'string' ? parseDay(date) : NO_DAY;
  if (day === NO_DAY) fail('date.invalid', path, { value: date });
  return day;
}

/**
 * The date of a day number: the inverse of {@link dayNumber}.
 *
 * @param day integer, −719162 (0001-01-01) to 2932896 (9999-12-31)
 * @param path where the day comes from in the input, for the error
 * @throws SalesModelError `date.range`
 * @example
 * ```ts
 * import { fromDayNumber } from 'salesmodel/core';
 * fromDayNumber(0); // => '1970-01-01'
 * ```
 */
export function fromDayNumber(day: number, path: Path = []): PlainDate {
  if (!Number.isInteger(day) || day < FIRST_DAY || day > LAST_DAY) fail('date.range', path, { value: String(day) });
  const civil = dayToCivil(day);
  return `${String(civil.year).padStart(4, '0')}-${twoDigits(civil.month)}-${twoDigits(civil.day)}`;
}

/**
 * The date a number of days after a date.
 *
 * @param date `YYYY-MM-DD`
 * @param days integer, negative for earlier
 * @throws SalesModelError `date.invalid`, `date.range`
 * @example
 * ```ts
 * import { addDays } from 'salesmodel/core';
 * addDays('2024-02-28', 2); // => '2024-03-01'
 * ```
 */
export function addDays(date: PlainDate, days: number): PlainDate {
  return fromDayNumber(dayNumber(date) + days);
}

/**
 * The date a number of months after a date: the same day of the month, or the month's last day where that is missing.
 * Count from the anchor; adding one month twice may end earlier than adding two at once.
 *
 * @param date `YYYY-MM-DD`
 * @param months integer, negative for earlier
 * @throws SalesModelError `date.invalid`, `date.range`
 * @example
 * ```ts
 * import { addMonths } from 'salesmodel/core';
 * addMonths('2023-01-31', 1); // => '2023-02-28'
 * addMonths('2023-01-31', 2); // => '2023-03-31'
 * ```
 */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const day = dayNumber(date);
  if (!Number.isInteger(months) || Math.abs(months) > 120_000) fail('date.range', [], { value: String(months) });
  return fromDayNumber(addMonthsToDay(day, months));
}

/**
 * Days from one date to another: negative when the second is earlier.
 *
 * @param from `YYYY-MM-DD`, counted
 * @param to `YYYY-MM-DD`, not counted
 * @throws SalesModelError `date.invalid`
 * @example
 * ```ts
 * import { daysBetween } from 'salesmodel/core';
 * daysBetween('2026-01-01', '2027-01-01'); // => 365
 * ```
 */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return dayNumber(to, ['to']) - dayNumber(from, ['from']);
}

/**
 * The number of days of the month a date lies in: 28 to 31.
 *
 * @param date `YYYY-MM-DD`
 * @throws SalesModelError `date.invalid`
 * @example
 * ```ts
 * import { daysInMonth } from 'salesmodel/core';
 * daysInMonth('2024-02-10'); // => 29
 * ```
 */
export function daysInMonth(date: PlainDate): number {
  const index = monthIndex(dayNumber(date));
  return monthStart(index + 1) - monthStart(index);
}

/**
 * The ISO weekday of a date: 1 is Monday, 7 is Sunday.
 *
 * @param date `YYYY-MM-DD`
 * @throws SalesModelError `date.invalid`
 * @example
 * ```ts
 * import { weekday } from 'salesmodel/core';
 * weekday('2026-03-31'); // => 2
 * ```
 */
export function weekday(date: PlainDate): number {
  return weekdayOf(dayNumber(date));
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
