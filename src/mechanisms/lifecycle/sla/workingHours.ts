import { LAST_DAY } from '../../../core/civil.js';
import type { Path } from '../../../core/errors.js';
import { fail as failCore } from '../../../core/fail.js';
import { DAY_MS, MINUTE_MS, parseOffset } from '../../../core/instant.js';
import { compileWorkCalendar } from '../../../core/workCalendar.js';
import { fail } from '../fail.js';
import type { SlaClock } from './slaClock.js';
import type { Timeline } from './timeline.js';

interface Shift {
  readonly start: number;
  readonly end: number;
}

/** Counts the milliseconds of working hours between instants. */
export function workingHours({ calendar, hours, offset }: SlaClock, path: Path): Pick<Timeline, 'counted' | 'advance'> {
  if (hours === undefined || hours.length === 0)
    fail('sla.hours', [...path, 'hours'], { expected: 'the hours of a worked day' });
  if (offset === undefined) fail('sla.hours', [...path, 'offset'], { expected: 'the offset of the hours' });
  const shifts = readShifts(hours, [...path, 'hours']);
  const days = compileWorkCalendar(calendar, [...path, 'calendar']);
  const shift = parseOffset(offset) * MINUTE_MS;
  const aDay = shifts.reduce((sum, { start, end }) => sum + end - start, 0);
  const dayOf = (ms: number): number => Math.floor((ms + shift) / DAY_MS);
  /** Of the hours of its day, those up to a time; none on a day that is not worked. */
  const before = (ms: number, day: number): number => {
    if (!days.isWorked(day)) return 0;
    const clock = ms + shift - day * DAY_MS;
    return shifts.reduce((sum, { start, end }) => sum + Math.max(0, Math.min(clock, end) - start), 0);
  };
  return {
    counted(start, end) {
      const first = dayOf(start);
      const last = dayOf(end);
      return days.count(first, last) * aDay + before(end, last) - before(start, first);
    },
    advance(start, ticks) {
      if (ticks === 0) return start;
      let day = dayOf(start);
      // Ticks from the day's beginning on, so that every day is walked alike.
      for (let left = ticks + before(start, day); ; day += 1) {
        if (day > LAST_DAY) failCore('date.range', [...path, 'calendar'], { value: day });
        if (!days.isWorked(day)) continue;
        if (left > aDay) {
          left -= aDay;
          continue;
        }
        const at = shifts.find(({ start: opens, end }) => {
          if (left <= end - opens) return true;
          left -= end - opens;
          return false;
        });
        return day * DAY_MS + at!.start + left - shift;
      }
    },
  };
}

function readShifts(hours: NonNullable<SlaClock['hours']>, path: Path): readonly Shift[] {
  const shifts = hours.map(({ start, end }, at) => ({
    start: clockTime(start, [...path, at, 'start']),
    end: clockTime(end, [...path, at, 'end']),
    at,
  }));
  shifts.sort((a, b) => a.start - b.start || a.at - b.at);
  for (const [index, { start, end, at }] of shifts.entries()) {
    if (end <= start) fail('sla.hours', [...path, at, 'end'], { expected: 'later than the start' });
    if (index > 0 && start < shifts[index - 1]!.end) {
      fail('sla.hours', [...path, at, 'start'], { expected: 'outside the other hours' });
    }
  }
  return shifts;
}

/** Milliseconds from midnight of `09:00`; `24:00` is the end of the day. */
function clockTime(text: string, path: Path): number {
  const [, hour, minute] = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(text) ?? [];
  const ms = (Number(hour) * 60 + Number(minute)) * MINUTE_MS;
  return ms <= DAY_MS ? ms : fail('sla.hours', path, { expected: 'a time of day such as 09:00' });
}
