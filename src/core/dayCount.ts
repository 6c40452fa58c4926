import { dayToCivil, monthLength } from './civil.js';
import { oneOf } from './oneOf.js';
import type { Period } from './period.js';
import { dayRange, type Span } from './span.js';
import { compileWorkCalendar, type WorkCalendar } from './workCalendar.js';

/** Every day count. */
export const DAY_COUNTS = ['actual', '30/360', '30E/360', 'workingDays'] as const;

/**
 * How the days of a span are counted. `actual`: calendar days. `30/360`: months of 30 days by the rule of US bonds, where a
 * 31st counts as the 30th if the span starts on or after the 30th, and the end of February as the 30th. `30E/360`: every
 * 31st counts as the 30th. `workingDays`: the days that a {@link WorkCalendar} works.
 *
 * @useDeclaredType
 */
export type DayCount = (typeof DAY_COUNTS)[number];

/** How a part of a period is measured. */
export interface DayCountOptions {
  /** Whether the first day of the span counts. Default true. */
  readonly inclusive?: boolean;
  /** The worked days, for the day count `workingDays`. Default: Monday to Friday without holidays. */
  readonly workCalendar?: WorkCalendar;
}

/** Days of a part, and of the whole. */
export interface DayFraction {
  readonly days: number;
  readonly of: number;
}

/** Compiles a day count to a function of the days `[start, end)`. */
export function dayCounter(dayCount: DayCount, workCalendar?: WorkCalendar): (start: number, end: number) => number {
  oneOf(dayCount, DAY_COUNTS, ['dayCount']);
  switch (dayCount) {
    case 'actual':
      return (start, end) => end - start;
    case '30/360':
      return days360us;
    case '30E/360':
      return (start, end) =>
        days360(start, end, Math.min(dayToCivil(start).day, 30), Math.min(dayToCivil(end).day, 30));
    case 'workingDays':
      return compileWorkCalendar(workCalendar, ['options', 'workCalendar']).count;
  }
}

/** The part of a period that lies in a span, in days; `of` may be 0 where the day count finds no day in the period. */
export function dayFraction(
  span: Span | Period,
  period: Period,
  dayCount: DayCount,
  options: DayCountOptions = {},
): DayFraction {
  const { inclusive = true, workCalendar } = options;
  const count = dayCounter(dayCount, workCalendar);
  const part = dayRange(span, ['span']);
  const whole = dayRange(period, ['period']);
  const start = Math.max(whole.start, inclusive ? part.start : part.start + 1);
  const end = Math.min(whole.end, part.end);
  return { days: end > start ? count(start, end) : 0, of: count(whole.start, whole.end) };
}

/** The rules of the Securities Industry Association for 30/360, end-of-month rule included. */
function days360us(start: number, end: number): number {
  const a = dayToCivil(start);
  const b = dayToCivil(end);
  const fromFebruaryEnd = a.month === 2 && a.day === monthLength(a.year, 2);
  const toFebruaryEnd = b.month === 2 && b.day === monthLength(b.year, 2);
  const first = fromFebruaryEnd ? 30 : Math.min(a.day, 30);
  const last = (fromFebruaryEnd && toFebruaryEnd) || (b.day === 31 && first === 30) ? 30 : b.day;
  return days360(start, end, first, last);
}

function days360(start: number, end: number, firstDay: number, lastDay: number): number {
  const a = dayToCivil(start);
  const b = dayToCivil(end);
  return (b.year - a.year) * 360 + (b.month - a.month) * 30 + lastDay - firstDay;
}
