import { LAST_DAY } from './civil.js';
import { dayNumber, type PlainDate } from './date.js';
import type { Path } from './errors.js';
import { fail } from './fail.js';
import type { Period } from './period.js';

/** Days from `from` on, up to but without `to`; `to` null or absent means open. */
export interface Span {
  readonly from: PlainDate;
  readonly to?: PlainDate | null;
}

/** First day and end (exclusive) of a span or period as day numbers; an open end is the day after the last date. */
export interface DayRange {
  readonly start: number;
  readonly end: number;
}

/** Reads and checks a span or a period. */
export function dayRange(span: Span | Period, path: Path = []): DayRange {
  const named = 'start' in span;
  const [first, last] = named ? [span.start, span.end] : [span.from, span.to ?? null];
  const start = dayNumber(first, [...path, named ? 'start' : 'from']);
  if (last === null) return { start, end: LAST_DAY + 1 };
  const end = dayNumber(last, [...path, named ? 'end' : 'to']);
  if (end <= start) fail('period.order', [...path, named ? 'end' : 'to'], { start: first, end: last });
  return { start, end };
}

/**
 * Whether a date lies in a span or a period: its first day does, its end does not.
 *
 * @param span a span or a period
 * @param date `YYYY-MM-DD`
 * @throws SalesModelError `date.invalid`, `period.order`
 * @example
 * ```ts
 * import { contains } from 'salesmodel/core';
 * contains({ from: '2026-01-01', to: '2026-02-01' }, '2026-02-01'); // => false
 * contains({ from: '2026-01-01', to: null }, '2030-06-30'); // => true
 * ```
 */
export function contains(span: Span | Period, date: PlainDate): boolean {
  const { start, end } = dayRange(span, ['span']);
  const day = dayNumber(date, ['date']);
  return day >= start && day < end;
}

/**
 * The number of days that a span or period has in common with a period: 0 when they do not meet.
 *
 * @param span a span, which may be open, or a period
 * @param period the period that bounds the count
 * @throws SalesModelError `date.invalid`, `period.order`
 * @example
 * ```ts
 * import { overlapDays, periodOf } from 'salesmodel/core';
 * overlapDays({ from: '2026-01-20', to: null }, periodOf('2026-01-01', 'month')); // => 12
 * ```
 */
export function overlapDays(span: Span | Period, period: Period): number {
  const a = dayRange(span, ['span']);
  const b = dayRange(period, ['period']);
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}
