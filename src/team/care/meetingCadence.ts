import { dayToCivil, LAST_DAY, monthIndex, monthStart, weekdayOf } from '../../core/civil.js';
import { dayNumber, fromDayNumber, type PlainDate } from '../../core/date.js';
import { oneOf } from '../../core/oneOf.js';
import { dayRange } from '../../core/span.js';
import { compileWorkCalendar, type WorkCalendar } from '../../core/workCalendar.js';
import { fail } from '../fail.js';

const SHIFTS = ['none', 'next', 'previous'] as const;

/** A meeting that comes again and again. */
export type MeetingCadence = {
  readonly code: string;
  /** Weeks or months from one meeting to the next, a whole number from 1. */
  readonly every: number;
  /** Meetings are counted from here; the first is on it or behind it. */
  readonly start: PlainDate;
  /** Where a meeting on a day off goes. `none` (default) leaves it there and says so. */
  readonly shift?: 'none' | 'next' | 'previous';
  readonly participants?: readonly string[];
} & (
  | {
      readonly unit: 'week';
      /** ISO weekday, 1 Monday to 7 Sunday. Default: that of the start. */
      readonly weekday?: number;
      readonly dayOfMonth?: never;
    }
  | {
      readonly unit: 'month';
      /** 1 to 31; a shorter month has it on its last day. Default: that of the start. */
      readonly dayOfMonth?: number;
      readonly weekday?: never;
    }
);

/** One of the meetings. */
export interface MeetingDate {
  readonly on: PlainDate;
  /** The day before it was moved off a day off. */
  readonly planned: PlainDate;
  /** It stays on a day that is not worked. */
  readonly isOffDay: boolean;
}

/**
 * Returns the meetings of a period, by planned day. Each is counted from the start, never from the one before, so that a
 * meeting that was moved or a short month shifts no other. A meeting belongs to the period in which it is held: one moved
 * out is left out, one moved in is there.
 *
 * @param cadence how often, from when on, and what happens on days off
 * @param period days `[from, to)`
 * @param calendar default: Monday to Friday without holidays
 * @throws SalesModelError `meeting.every`, `meeting.day`, `option.unknown`, `date.invalid`, `period.order`, `calendar.invalid`
 * @example
 * import { meetingCadence } from 'salesmodel/team';
 *
 * const review = { code: 'review', every: 1, unit: 'month', dayOfMonth: 31, start: '2026-01-01', shift: 'previous' } as const;
 * meetingCadence(review, { from: '2026-01-01', to: '2026-06-01' }).map(({ on }) => on);
 * // => [ '2026-01-30', '2026-02-27', '2026-03-31', '2026-04-30', '2026-05-29' ]
 */
export function meetingCadence(
  cadence: MeetingCadence,
  period: { readonly from: PlainDate; readonly to: PlainDate },
  calendar: WorkCalendar = {},
): readonly MeetingDate[] {
  const { start, end } = dayRange(period, ['period']);
  const work = compileWorkCalendar(calendar, ['calendar']);
  const shift = oneOf(cadence.shift ?? 'none', SHIFTS, ['cadence', 'shift']);
  const { dayAt, indexAt } = countedFrom(cadence);
  const held = (planned: number): number => {
    if (shift === 'none' || work.isWorked(planned)) return planned;
    const step = shift === 'next' ? 1 : -1;
    for (let days = 1; days <= FARTHEST; days++) if (work.isWorked(planned + step * days)) return planned + step * days;
    return planned;
  };
  const meetings: MeetingDate[] = [];
  const last = Math.min(end + FARTHEST, LAST_DAY);
  for (let k = Math.max(indexAt(start - FARTHEST) - 1, 0); dayAt(k) <= last; k++) {
    const planned = dayAt(k);
    const on = held(planned);
    if (on < start || on >= end) continue;
    meetings.push({ on: fromDayNumber(on), planned: fromDayNumber(planned), isOffDay: !work.isWorked(on) });
  }
  return meetings;
}

/** Days off in a row are no more than this; where they are, a meeting stays where it was planned. */
const FARTHEST = 366;

/** The day of the kth meeting, and about which one a day has. */
function countedFrom(cadence: MeetingCadence): {
  readonly dayAt: (k: number) => number;
  readonly indexAt: (day: number) => number;
} {
  const { every, unit } = cadence;
  if (!Number.isSafeInteger(every) || every < 1) fail('meeting.every', ['cadence', 'every'], { value: String(every) });
  const start = dayNumber(cadence.start, ['cadence', 'start']);
  if (oneOf(unit, ['week', 'month'], ['cadence', 'unit']) === 'week') {
    const weekday = checkDay(cadence.weekday ?? weekdayOf(start), 7, 'weekday');
    const first = start + ((weekday - weekdayOf(start) + 7) % 7);
    return { dayAt: (k) => first + 7 * every * k, indexAt: (day) => Math.floor((day - first) / (7 * every)) };
  }
  const dayOfMonth = checkDay(cadence.dayOfMonth ?? dayToCivil(start).day, 31, 'dayOfMonth');
  const inMonth = (month: number): number => Math.min(monthStart(month) + dayOfMonth, monthStart(month + 1)) - 1;
  const own = monthIndex(start);
  const first = inMonth(own) < start ? own + 1 : own;
  return { dayAt: (k) => inMonth(first + every * k), indexAt: (day) => Math.floor((monthIndex(day) - first) / every) };
}

function checkDay(value: number, max: number, field: 'weekday' | 'dayOfMonth'): number {
  if (!Number.isInteger(value) || value < 1 || value > max) {
    fail('meeting.day', ['cadence', field], { max, value: String(value) });
  }
  return value;
}
