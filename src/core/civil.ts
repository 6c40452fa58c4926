/**
 * The proleptic Gregorian calendar as integer arithmetic on day numbers, where day 0 is 1970-01-01.
 * Nothing here checks its input: callers come from checked dates.
 */

/** Day number of 0001-01-01. */
export const FIRST_DAY = -719162;

/** Day number of 9999-12-31. */
export const LAST_DAY = 2932896;

/** A day taken apart. */
export interface CivilDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Length of a month of a year. */
export function monthLength(year: number, month: number): number {
  if (month !== 2) return 30 + ((month + (month >> 3)) & 1);
  return (year & 3) === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/**
 * Day number of a civil day. Years run from March here, which puts the leap day at the end of a year.
 * Integer operations keep it fast: they are right from year 0 on, and before it close enough to be seen as out of range.
 */
export function civilToDay(year: number, month: number, day: number): number {
  const marchYear = month > 2 ? year : year - 1;
  const marchMonth = month > 2 ? month - 3 : month + 9;
  const century = (marchYear / 100) | 0;
  return (
    365 * marchYear + (marchYear >> 2) - century + (century >> 2) + (((153 * marchMonth + 2) / 5) | 0) + day - 719469
  );
}

/** Takes a day number apart, by years from March as well. */
export function dayToCivil(dayNumber: number): CivilDay {
  const shifted = dayNumber + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

/** Months since January of year 0, the line on which months, quarters, halves and years are counted. */
export function monthIndex(dayNumber: number): number {
  const { year, month } = dayToCivil(dayNumber);
  return year * 12 + month - 1;
}

/** Day number of the first day of a month on the line of {@link monthIndex}. */
export function monthStart(index: number): number {
  const year = Math.floor(index / 12);
  return civilToDay(year, index - year * 12 + 1, 1);
}

/** The day a number of months later, cut to the end of its month. */
export function addMonthsToDay(dayNumber: number, months: number): number {
  const target = monthIndex(dayNumber) + months;
  const year = Math.floor(target / 12);
  const month = target - year * 12 + 1;
  return civilToDay(year, month, Math.min(dayToCivil(dayNumber).day, monthLength(year, month)));
}

/** Whole months from one day to a later one; the last day of a shorter month completes one. */
export function completeMonths(from: number, to: number): number {
  const months = monthIndex(to) - monthIndex(from);
  return addMonthsToDay(from, months) > to ? months - 1 : months;
}

/** ISO weekday of a day number: 1 Monday … 7 Sunday. 1970-01-01 was a Thursday. */
export function weekdayOf(dayNumber: number): number {
  return ((((dayNumber + 3) % 7) + 7) % 7) + 1;
}
