import { civilToDay, dayToCivil, weekdayOf } from './civil.js';
import type { Calendar, RetailPattern } from './calendar.js';

const QUARTERS: Readonly<Record<RetailPattern, readonly [number, number, number]>> = {
  '4-4-5': [0, 4, 8],
  '4-5-4': [0, 4, 9],
  '5-4-4': [0, 5, 9],
};

/** First week, from 0, of a month (0 to 11) of a retail year. */
export function retailMonthWeek(pattern: RetailPattern, month: number): number {
  return Math.floor(month / 3) * 13 + QUARTERS[pattern][month % 3]!;
}

/** Month (0 to 11) of a week, counted from 0, of a retail year; the 53rd week is in the last month. */
export function retailMonthOfWeek(pattern: RetailPattern, week: number): number {
  let month = 11;
  while (retailMonthWeek(pattern, month) > week) month -= 1;
  return month;
}

/** Day on which the retail year of a calendar year begins. */
export function retailYearStart(calendar: Calendar, year: number): number {
  const first = civilToDay(year, calendar.fiscalStartMonth ?? 1, 1);
  const latest = calendar.retail?.begins === 'nearest' ? first + 3 : first;
  return latest - ((weekdayOf(latest) - (calendar.weekStart ?? 1) + 7) % 7);
}

/** The calendar year whose retail year holds a day. */
export function retailYearOf(calendar: Calendar, day: number): number {
  let year = dayToCivil(day).year + 1;
  while (retailYearStart(calendar, year) > day) year -= 1;
  return year;
}
