import { dayNumber, fromDayNumber, type PlainDate } from '../../core/date.js';
import type { Path } from '../../core/errors.js';
import { DAY_MS, type Instant, MINUTE_MS, parseOffset } from '../../core/instant.js';
import { NO_DAY, parseDay } from '../../core/parseDay.js';
import { fail } from '../../mechanisms/lifecycle/fail.js';
import { isDate, timeOf } from '../../mechanisms/lifecycle/time.js';

/** Minutes of an offset from UTC. */
export function minutesOf(offset: string, path: Path): number {
  const minutes = parseOffset(offset);
  return Number.isNaN(minutes) ? fail('lifecycle.offset', path, { value: offset }) : minutes;
}

/** The day of a time: its own, or the one that an instant falls on at an offset. */
export function dayOf(at: PlainDate | Instant, minutes: number): PlainDate {
  return isDate(at) ? at : fromDayNumber(dayNumberOf(at, minutes));
}

/** The same as a number of days. */
export function dayNumberOf(at: PlainDate | Instant, minutes = 0, path: Path = []): number {
  if (!isDate(at)) return Math.floor((timeOf(at, path) + minutes * MINUTE_MS) / DAY_MS);
  const day = parseDay(at);
  return day === NO_DAY ? dayNumber(at, path) : day;
}
