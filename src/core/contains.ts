import { dayNumber, type PlainDate } from './date.js';
import type { Period } from './period.js';
import { dayRange, type Span } from './span.js';

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
