import type { PlainDate } from '../../core/date.js';
import type { DecimalString } from '../../core/decimal.js';
import type { Instant } from '../../core/instant.js';
import { NO_DAY, parseDay } from '../../core/parseDay.js';
import { elapsedDays } from '../../mechanisms/lifecycle/elapsedDays.js';

/** Days from a time to a later one: whole ones between dates, half even to 6 decimals between instants. */
export function daysBetweenTimes(from: PlainDate | Instant, to: PlainDate | Instant): DecimalString {
  const start = parseDay(from);
  const end = parseDay(to);
  // Anything but two dates in their order is for the clock of the mechanism to read or to refuse.
  return start === NO_DAY || end === NO_DAY || end < start ? elapsedDays(from, to) : String(end - start);
}
