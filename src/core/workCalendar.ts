import { checkWhole } from './calendar.js';
import { LAST_DAY, FIRST_DAY, weekdayOf } from './civil.js';
import { dayNumber, fromDayNumber, type PlainDate } from './date.js';
import type { Path } from './errors.js';
import { fail } from './fail.js';

/** Which days are worked. An empty object is Monday to Friday without holidays. */
export interface WorkCalendar {
  /** ISO weekdays that are not worked, 1 Monday to 7 Sunday. Default `[6, 7]`. */
  readonly weekend?: readonly number[];
  /** Dates that are not worked. */
  readonly holidays?: readonly PlainDate[];
  /** Dates that are worked although they are a weekend or a holiday, such as the make-up days in China. */
  readonly extraWorkdays?: readonly PlainDate[];
}

/** A work calendar on day numbers. */
export interface WorkDays {
  isWorked(day: number): boolean;
  /** Worked days of `[start, end)`. */
  count(start: number, end: number): number;
}

/** Compiles a work calendar: a count then costs two binary searches, however long the span. */
export function compileWorkCalendar(calendar: WorkCalendar = {}, path: Path = ['workCalendar']): WorkDays {
  const { weekend = [6, 7], holidays = [], extraWorkdays = [] } = calendar;
  weekend.forEach((day, index) => checkWhole(day, 7, [...path, 'weekend', index]));
  const isWeekend = (day: number): boolean => weekend.includes(weekdayOf(day));
  const extra = new Set(extraWorkdays.map((date, index) => dayNumber(date, [...path, 'extraWorkdays', index])));
  const free = new Set(holidays.map((date, index) => dayNumber(date, [...path, 'holidays', index])));
  const added = sorted([...extra].filter((day) => isWeekend(day)));
  const removed = sorted([...free].filter((day) => !isWeekend(day) && !extra.has(day)));
  const daysAWeek = 7 - new Set(weekend).size;

  return {
    isWorked: (day) => extra.has(day) || (!free.has(day) && !isWeekend(day)),
    count: (start, end) => {
      const weeks = Math.floor((end - start) / 7);
      let days = weeks * daysAWeek;
      for (let day = start + weeks * 7; day < end; day += 1) if (!isWeekend(day)) days += 1;
      return days + within(added, start, end) - within(removed, start, end);
    },
  };
}

/**
 * Whether a date is worked.
 *
 * @param date `YYYY-MM-DD`
 * @param workCalendar default: Monday to Friday without holidays
 * @throws SalesModelError `date.invalid`, `calendar.invalid`
 * @example
 * import { isWorkingDay } from 'salesmodel/core';
 *
 * isWorkingDay('2026-10-10'); // => false
 * isWorkingDay('2026-10-10', { extraWorkdays: ['2026-10-10'] }); // => true
 */
export function isWorkingDay(date: PlainDate, workCalendar: WorkCalendar = {}): boolean {
  return compileWorkCalendar(workCalendar).isWorked(dayNumber(date, ['date']));
}

/**
 * The number of worked days of `[from, to)`.
 *
 * @param from first day
 * @param to day after the last
 * @param workCalendar default: Monday to Friday without holidays
 * @throws SalesModelError `date.invalid`, `period.order` (`to` before `from`), `calendar.invalid`
 * @example
 * import { workingDaysBetween } from 'salesmodel/core';
 *
 * workingDaysBetween('2026-10-01', '2026-11-01'); // => 22
 * workingDaysBetween('2026-10-01', '2026-11-01', { holidays: ['2026-10-01', '2026-10-02'] }); // => 20
 */
export function workingDaysBetween(from: PlainDate, to: PlainDate, workCalendar: WorkCalendar = {}): number {
  const start = dayNumber(from, ['from']);
  const end = dayNumber(to, ['to']);
  if (end < start) fail('period.order', ['to'], { start: from, end: to });
  return compileWorkCalendar(workCalendar).count(start, end);
}

/**
 * The worked day that is a number of worked days after a date; the date itself, worked or not, for 0.
 *
 * @param date `YYYY-MM-DD`
 * @param days integer, negative for earlier
 * @param workCalendar default: Monday to Friday without holidays
 * @throws SalesModelError `date.invalid`, `date.range`, `calendar.invalid`
 * @example
 * import { addWorkingDays } from 'salesmodel/core';
 *
 * addWorkingDays('2026-10-30', 5); // => '2026-11-06'
 * addWorkingDays('2026-10-31', -1); // => '2026-10-30'
 */
export function addWorkingDays(date: PlainDate, days: number, workCalendar: WorkCalendar = {}): PlainDate {
  if (!Number.isInteger(days)) fail('date.range', ['days'], { value: days });
  const { isWorked } = compileWorkCalendar(workCalendar);
  const step = days < 0 ? -1 : 1;
  let day = dayNumber(date, ['date']);
  for (let left = Math.abs(days); left > 0;) {
    day += step;
    if (day < FIRST_DAY || day > LAST_DAY) fail('date.range', ['days'], { value: days });
    if (isWorked(day)) left -= 1;
  }
  return fromDayNumber(day);
}

function sorted(days: readonly number[]): number[] {
  return days.toSorted((a, b) => a - b);
}

/** How many of some ascending days lie in `[start, end)`. */
function within(days: readonly number[], start: number, end: number): number {
  return rank(days, end) - rank(days, start);
}

/** How many of some ascending days lie before a day. */
function rank(days: readonly number[], day: number): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle]! < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
