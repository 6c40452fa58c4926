import type { PlainDate } from '../../../core/date.js';
import type { Path } from '../../../core/errors.js';
import type { Instant } from '../../../core/instant.js';
import type { LifecycleVisit } from '../event/lifecycleState.js';
import { fail } from '../fail.js';
import { advancePast, pausesOf } from './pauses.js';
import type { SlaClock } from './slaClock.js';
import { timelineOf } from './timeline.js';

/**
 * Returns when an allowance is used up: the first date or instant at which so many units have been counted. A due time
 * that falls on closing time stays there.
 *
 * @param from when the clock starts
 * @param allowance whole number of units, 0 to 100,000,000
 * @param clock unit, calendar, hours and pauses
 * @param visits stays of the entity, for the pauses
 * @param asOf up to when an open pause counts; without it as if it had ended when it began, so that the time is the earliest
 * @throws SalesModelError `sla.allowance`, `sla.hours`, `sla.instant`, `lifecycle.time`, `lifecycle.mixedTime`,
 *   `lifecycle.offset`, `option.unknown`, `date.range`, and those of work calendars
 * @example
 * import { slaDue } from 'salesmodel/mechanisms/lifecycle';
 *
 * slaDue('2026-10-30', 5, { unit: 'workingDay' }); // => '2026-11-06'
 * const office = { unit: 'minute', calendar: {}, hours: [{ start: '09:00', end: '18:00' }], offset: '+08:00' } as const;
 * slaDue('2026-10-30T17:00:00+08:00', 240, office); // => '2026-11-02T12:00:00+08:00'
 */
export function slaDue<S extends string = string>(
  from: PlainDate | Instant,
  allowance: number,
  clock: SlaClock<S>,
  visits: readonly LifecycleVisit<S>[] = [],
  asOf?: PlainDate | Instant,
): PlainDate | Instant {
  checkAllowance(allowance, ['allowance']);
  const timeline = timelineOf(clock, from, ['from']);
  const start = timeline.read(from, ['from']);
  const end = asOf === undefined ? undefined : timeline.read(asOf, ['asOf']);
  const pauses = pausesOf(visits, clock, timeline, start, end);
  return timeline.write(advancePast(timeline, start, allowance * timeline.unit, pauses));
}

/** In milliseconds it is still a safe integer. */
const MAX_ALLOWANCE = 100_000_000;

export function checkAllowance(allowance: number, path: Path): void {
  if (!Number.isInteger(allowance) || allowance < 0 || allowance > MAX_ALLOWANCE) {
    fail('sla.allowance', path, { max: MAX_ALLOWANCE, value: allowance });
  }
}
