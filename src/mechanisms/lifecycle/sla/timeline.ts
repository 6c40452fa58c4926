import { LAST_DAY } from '../../../core/civil.js';
import { fromDayNumber, type PlainDate } from '../../../core/date.js';
import type { Path } from '../../../core/errors.js';
import { DAY_MS, formatInstant, type Instant, MINUTE_MS, offsetOf, parseOffset } from '../../../core/instant.js';
import { fail as failCore } from '../../../core/fail.js';
import { oneOf } from '../../../core/oneOf.js';
import { compileWorkCalendar } from '../../../core/workCalendar.js';
import { fail } from '../fail.js';
import { isDate, timeLike, timeOf } from '../time.js';
import { type SlaClock, SLA_UNITS } from './slaClock.js';
import { workingHours } from './workingHours.js';

/** A clock on which times are numbers. */
export interface Timeline {
  readonly read: (at: PlainDate | Instant, path: Path) => number;
  readonly write: (position: number) => PlainDate | Instant;
  /** Ticks after one position, up to and with another. */
  readonly counted: (start: number, end: number) => number;
  /** The first position by which some ticks have been counted. */
  readonly advance: (start: number, ticks: number) => number;
  /** Ticks of a unit. */
  readonly unit: number;
}

/** The line of a clock for times like the one it starts with: all dates or all instants. */
export function timelineOf(
  clock: SlaClock,
  from: PlainDate | Instant,
  path: Path,
  clockPath: Path = ['clock'],
): Timeline {
  const { unit, calendar, hours, offset } = clock;
  oneOf(unit, SLA_UNITS, [...clockPath, 'unit']);
  timeOf(from, path);
  if (offset !== undefined && Number.isNaN(parseOffset(offset))) {
    fail('lifecycle.offset', [...clockPath, 'offset'], { value: offset });
  }
  if (hours !== undefined && (unit !== 'minute' || calendar === undefined)) {
    fail('sla.hours', [...clockPath, 'hours'], { expected: 'absent without minutes and a calendar' });
  }
  const read = (at: PlainDate | Instant, at_: Path): number => timeLike(at, from, at_);
  const elapsed = {
    counted: (start: number, end: number) => end - start,
    advance: (start: number, ticks: number) => start + ticks,
  };
  const writeInstant = (ms: number): Instant => formatInstant(ms, offset ?? offsetOf(from));

  switch (unit) {
    case 'day':
      return isDate(from)
        ? { ...elapsed, read: (at, its) => read(at, its) / DAY_MS, write: (day) => fromDayNumber(day), unit: 1 }
        : { ...elapsed, read, write: writeInstant, unit: DAY_MS };
    case 'workingDay': {
      if (!isDate(from) && offset === undefined)
        fail('sla.hours', [...clockPath, 'offset'], { expected: 'the offset of the dates' });
      const shift = isDate(from) ? 0 : parseOffset(offset!) * MINUTE_MS;
      const days = compileWorkCalendar(calendar, [...clockPath, 'calendar']);
      return {
        read: (at, its) => Math.floor((read(at, its) + shift) / DAY_MS),
        write: (day) => fromDayNumber(day),
        counted: (start, end) => days.count(start + 1, end + 1),
        advance(start, ticks) {
          let day = start;
          for (let left = ticks; left > 0;) {
            day += 1;
            if (day > LAST_DAY) failCore('date.range', [...clockPath, 'calendar'], { value: day });
            if (days.isWorked(day)) left -= 1;
          }
          return day;
        },
        unit: 1,
      };
    }
    case 'minute': {
      if (isDate(from)) fail('sla.instant', path, { value: from });
      const line = calendar === undefined ? elapsed : workingHours(clock, clockPath);
      return { ...line, read, write: writeInstant, unit: MINUTE_MS };
    }
  }
}
