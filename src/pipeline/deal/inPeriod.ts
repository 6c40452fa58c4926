import type { PlainDate } from '../../core/date.js';
import type { Instant } from '../../core/instant.js';
import type { Period } from '../../core/period.js';
import { dayRange, type DayRange } from '../../core/span.js';
import { fail } from '../fail.js';
import { dayNumberOf } from './dayOf.js';

/** The days of a period that has to be given. */
export function neededRange(period: Period | undefined, option: string): DayRange {
  return period === undefined
    ? fail('pipeline.period', ['options', 'period'], { option })
    : dayRange(period, ['options', 'period']);
}

/** Whether a time lies in a range of days; what has no time does not. */
export function isIn(at: PlainDate | Instant | null, { start, end }: DayRange, minutes: number): boolean {
  if (at === null) return false;
  const day = dayNumberOf(at, minutes);
  return day >= start && day < end;
}
