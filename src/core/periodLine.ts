import { type Calendar, checkCalendar, customBorders } from './calendar.js';
import { monthIndex, monthStart } from './civil.js';
import { fromDayNumber } from './date.js';
import { fail } from './fail.js';
import { oneOf } from './oneOf.js';
import { PERIOD_KINDS, type PeriodKind } from './periodKind.js';
import { retailMonthOfWeek, retailMonthWeek, retailYearOf, retailYearStart } from './retailYear.js';

/** The periods of one kind as a line of integers: every day has an ordinal, every ordinal a first day. */
export interface PeriodLine {
  /** Ordinal of the period that holds a day. */
  ordinal(day: number): number;
  /** First day of a period, which is the end of the one before. */
  start(ordinal: number): number;
}

/** Months in a period of the kinds that divide a year evenly. */
export const MONTHS_IN = { month: 1, quarter: 3, half: 6, year: 12 } as const;

/**
 * Compiles a kind of period of a calendar; the batch path asks the line and makes no `Period`.
 * For months, quarters, halves and years the ordinal is `year × periods a year + index`, year by its first month.
 */
export function periodLine(kind: PeriodKind, calendar: Calendar = {}): PeriodLine {
  checkCalendar(calendar);
  oneOf(kind, PERIOD_KINDS, ['kind']);
  switch (kind) {
    case 'month':
    case 'quarter':
    case 'half':
    case 'year':
      return calendar.retail === undefined
        ? fiscalLine(MONTHS_IN[kind], (calendar.fiscalStartMonth ?? 1) - 1)
        : retailLine(MONTHS_IN[kind], calendar, calendar.retail.pattern);
    case 'week':
      return weekLine(calendar.weekStart ?? 1);
    case 'custom':
      return customLine(customBorders(calendar));
  }
}

function fiscalLine(months: number, offset: number): PeriodLine {
  return {
    ordinal: (day) => Math.floor((monthIndex(day) - offset) / months),
    start: (ordinal) => monthStart(ordinal * months + offset),
  };
}

function retailLine(months: number, calendar: Calendar, pattern: '4-4-5' | '4-5-4' | '5-4-4'): PeriodLine {
  const inYear = 12 / months;
  return {
    ordinal: (day) => {
      const year = retailYearOf(calendar, day);
      const week = Math.floor((day - retailYearStart(calendar, year)) / 7);
      return year * inYear + Math.floor(retailMonthOfWeek(pattern, week) / months);
    },
    start: (ordinal) => {
      const year = Math.floor(ordinal / inYear);
      return retailYearStart(calendar, year) + 7 * retailMonthWeek(pattern, (ordinal - year * inYear) * months);
    },
  };
}

/** Retail years begin on the same weekday, so their weeks are these weeks too. */
function weekLine(weekStart: number): PeriodLine {
  // Day 0 is a Thursday, the fourth ISO weekday.
  const offset = weekStart - 4;
  return {
    ordinal: (day) => Math.floor((day - offset) / 7),
    start: (ordinal) => ordinal * 7 + offset,
  };
}

function customLine(borders: readonly number[]): PeriodLine {
  const first = borders[0]!;
  const end = borders[borders.length - 1]!;
  const outside = (value: string): never =>
    fail('period.outside', [], { start: fromDayNumber(first), end: fromDayNumber(end), value });
  return {
    ordinal: (day) => {
      if (day < first || day >= end) outside(fromDayNumber(day));
      let low = 0;
      let high = borders.length - 1;
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if (borders[middle]! <= day) low = middle;
        else high = middle;
      }
      return low;
    },
    start: (ordinal) => borders[ordinal] ?? outside(`period ${ordinal + 1}`),
  };
}
