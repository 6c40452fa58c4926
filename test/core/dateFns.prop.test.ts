import {
  addBusinessDays,
  addDays as addDaysThere,
  differenceInBusinessDays,
  differenceInCalendarDays,
  endOfMonth,
  format,
  getDaysInMonth,
  getISODay,
  isValid,
  isWeekend,
  parse,
  startOfMonth,
  startOfQuarter,
  startOfWeek,
  startOfYear,
} from 'date-fns';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addDays,
  addWorkingDays,
  dayNumber,
  daysBetween,
  daysInMonth,
  fromDayNumber,
  isWorkingDay,
  nextPeriod,
  periodOf,
  weekday,
  workingDaysBetween,
} from '../../src/core/index.js';
import { thrown } from './thrown.js';

/** The calendar of this library and the one of date-fns, written apart, must agree. */

const days = fc
  .integer({ min: dayNumber('1900-01-01'), max: dayNumber('2199-12-31') })
  .map((day) => fromDayNumber(day));
const there = (date: string): Date => parse(date, 'yyyy-MM-dd', new Date(2000, 0, 1));
const here = (date: Date): string => format(date, 'yyyy-MM-dd');

test('weeks, months, quarters and years start and end on the same days', () => {
  fc.assert(
    fc.property(days, (on) => {
      const date = there(on);
      expect(periodOf(on, 'week').start).toBe(here(startOfWeek(date, { weekStartsOn: 1 })));
      expect(periodOf(on, 'month').start).toBe(here(startOfMonth(date)));
      expect(periodOf(on, 'month').end).toBe(here(addDaysThere(endOfMonth(date), 1)));
      expect(periodOf(on, 'quarter').start).toBe(here(startOfQuarter(date)));
      expect(periodOf(on, 'year').start).toBe(here(startOfYear(date)));
      const next = nextPeriod(periodOf(on, 'quarter'));
      expect(next.start).toBe(here(startOfQuarter(there(next.start))));
      expect([weekday(on), daysInMonth(on)]).toEqual([getISODay(date), getDaysInMonth(date)]);
    }),
    { numRuns: 500 },
  );
});

test('days between, days added and working days are the same', () => {
  fc.assert(
    fc.property(days, days, fc.integer({ min: 1, max: 400 }), (from, to, count) => {
      expect(daysBetween(from, to)).toBe(differenceInCalendarDays(there(to), there(from)));
      expect(addDays(from, count)).toBe(here(addDaysThere(there(from), count)));
      expect(isWorkingDay(from)).toBe(!isWeekend(there(from)));
      expect(addWorkingDays(from, count)).toBe(here(addBusinessDays(there(from), count)));
      const [first, last] = from < to ? [from, to] : [to, from];
      expect(workingDaysBetween(first, last)).toBe(differenceInBusinessDays(there(last), there(first)));
    }),
    { numRuns: 300 },
  );
});

test('a date exists for both or for neither', () => {
  const part = (most: number): fc.Arbitrary<string> =>
    fc.integer({ min: 0, max: most }).map((value) => String(value).padStart(2, '0'));
  fc.assert(
    fc.property(fc.integer({ min: 1900, max: 2199 }), part(13), part(32), (year, month, day) => {
      const text = `${year}-${month}-${day}`;
      if (isValid(there(text))) expect(fromDayNumber(dayNumber(text))).toBe(text);
      else expect(thrown(() => dayNumber(text)).code).toBe('date.invalid');
    }),
    { numRuns: 1000 },
  );
});
