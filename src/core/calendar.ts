import { dayNumber, type PlainDate } from './date.js';
import type { Path } from './errors.js';
import { fail } from './fail.js';
import { oneOf } from './oneOf.js';

/** Weeks of the three months of a retail quarter. */
export type RetailPattern = '4-4-5' | '4-5-4' | '5-4-4';

/**
 * A year of 52 or 53 whole weeks. It begins on the calendar's `weekStart` near the first day of `fiscalStartMonth`;
 * a 53rd week belongs to the last month.
 */
export interface RetailYear {
  readonly pattern: RetailPattern;
  /**
   * `nearest`: the year begins on the week start nearest to the first of the month (three days before to three after).
   * `last`: it ends on the last day before a week start in the month before (so it begins up to six days early).
   */
  readonly begins: 'nearest' | 'last';
}

/** How days are grouped into periods. An empty object is the calendar year with ISO weeks. */
export interface Calendar {
  /** Month in which the year begins, 1 to 12. Default 1. */
  readonly fiscalStartMonth?: number;
  /** The calendar year that gives a fiscal year its number: the one in which it ends (default) or starts. */
  readonly yearNamedBy?: 'end' | 'start';
  /** First day of the week, 1 Monday to 7 Sunday. Default 1. Week 1 is the first one with four days in the year. */
  readonly weekStart?: number;
  /** Makes months, quarters, halves and years of whole weeks. */
  readonly retail?: RetailYear;
  /** Borders of the periods of kind `custom`: each date ends one period and starts the next. At least two, ascending. */
  readonly custom?: readonly PlainDate[];
}

/** Checks the parts of a calendar that every kind of period relies on. */
export function checkCalendar(calendar: Calendar, path: Path = ['calendar']): void {
  const { fiscalStartMonth = 1, weekStart = 1, yearNamedBy = 'end', retail } = calendar;
  checkWhole(fiscalStartMonth, 12, [...path, 'fiscalStartMonth']);
  checkWhole(weekStart, 7, [...path, 'weekStart']);
  oneOf(yearNamedBy, ['end', 'start'], [...path, 'yearNamedBy']);
  if (retail === undefined) return;
  oneOf(retail.pattern, ['4-4-5', '4-5-4', '5-4-4'], [...path, 'retail', 'pattern']);
  oneOf(retail.begins, ['nearest', 'last'], [...path, 'retail', 'begins']);
}

/** Day numbers of the custom borders, checked. */
export function customBorders(calendar: Calendar, path: Path = ['calendar']): number[] {
  const dates = calendar.custom ?? [];
  if (dates.length < 2)
    fail('calendar.invalid', [...path, 'custom', 'length'], { expected: '≥ 2', value: dates.length });
  const days = dates.map((date, index) => dayNumber(date, [...path, 'custom', index]));
  for (let index = 1; index < days.length; index += 1) {
    if (days[index]! <= days[index - 1]!) {
      fail('period.order', [...path, 'custom', index], { start: dates[index - 1], end: dates[index] });
    }
  }
  return days;
}

/** Refuses what is not an integer from 1 to a maximum. */
export function checkWhole(value: number, max: number, path: Path): void {
  if (!Number.isInteger(value) || value < 1 || value > max) {
    fail('calendar.invalid', path, { expected: `1…${max}`, value });
  }
}
