import { LAST_DAY } from './civil.js';
import { dayNumber, type PlainDate } from './date.js';
import type { Path } from './errors.js';
import { fail } from './fail.js';

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

/** The borders of a period. */
interface Borders {
  readonly start: PlainDate;
  readonly end: PlainDate;
}

/** Reads and checks a span or a period. */
export function dayRange(span: Span | Borders, path: Path = []): DayRange {
  const named = 'start' in span;
  const [first, last] = named ? [span.start, span.end] : [span.from, span.to ?? null];
  const start = dayNumber(first, [...path, named ? 'start' : 'from']);
  if (last === null) return { start, end: LAST_DAY + 1 };
  const end = dayNumber(last, [...path, named ? 'end' : 'to']);
  if (end <= start) fail('period.order', [...path, named ? 'end' : 'to'], { start: first, end: last });
  return { start, end };
}
