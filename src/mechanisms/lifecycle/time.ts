import type { PlainDate } from '../../core/date.js';
import type { Path } from '../../core/errors.js';
import { DAY_MS, type Instant, parseInstant } from '../../core/instant.js';
import { NO_DAY, parseDay } from '../../core/parseDay.js';
import { fail } from './fail.js';

/** Milliseconds of a date, as if at midnight UTC, or of an instant; NaN for anything else. */
export function parsedTime(at: unknown): number {
  if (typeof at !== 'string') return NaN;
  if (!isDate(at)) return parseInstant(at);
  const day = parseDay(at);
  return day === NO_DAY ? NaN : day * DAY_MS;
}

/** Whether a time that was read is a date. */
export function isDate(at: PlainDate | Instant): boolean {
  return at.length === 10;
}

/** Reads a time that a caller gave. */
export function timeOf(at: PlainDate | Instant, path: Path): number {
  const time = parsedTime(at);
  return Number.isNaN(time) ? fail('lifecycle.time', path, { value: at }) : time;
}

/** Reads a time that has to be of the same kind as another. */
export function timeLike(at: PlainDate | Instant, other: PlainDate | Instant, path: Path): number {
  const time = timeOf(at, path);
  checkSameKind(at, other, path);
  return time;
}

/** Refuses a date among instants and an instant among dates. */
export function checkSameKind(at: PlainDate | Instant, other: PlainDate | Instant, path: Path): void {
  if (isDate(at) !== isDate(other)) fail('lifecycle.mixedTime', path, { value: at, other });
}
