import type { Period } from './period.js';
import { dayRange, type Span } from './span.js';

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
