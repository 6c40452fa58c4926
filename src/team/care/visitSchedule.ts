import { LAST_DAY } from '../../core/civil.js';
import { compareText } from '../../core/compareText.js';
import { fromDayNumber, type PlainDate } from '../../core/date.js';
import { fail as failCore } from '../../core/fail.js';
import { dayRange } from '../../core/span.js';
import { compileWorkCalendar, type WorkCalendar } from '../../core/workCalendar.js';
import { checkMinutes } from './checkMinutes.js';

/** A visit to be made on one of the days `[from, to)`. */
export interface VisitWindow {
  readonly id: string;
  /** Who makes it. */
  readonly person: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** Minutes it takes, a whole number from 1. */
  readonly minutes: number;
  /** The class of the customer, A before B; `null` comes last. */
  readonly grade: string | null;
}

/** How much of a day is there for visits. */
export interface VisitCapacity {
  /** Minutes a person has on a worked day, a whole number from 0. */
  readonly minutes: number;
  /** The same for persons who have more or less. */
  readonly byPerson?: Readonly<Record<string, number>>;
  /** Default: Monday to Friday without holidays. */
  readonly calendar?: WorkCalendar;
}

/** A visit with its day. */
export interface ScheduledVisit extends Pick<VisitWindow, 'id' | 'person' | 'minutes' | 'grade'> {
  readonly on: PlainDate;
}

/** A visit that found no day in its window. */
export interface UnplacedVisit extends Pick<VisitWindow, 'id' | 'person' | 'minutes' | 'grade'> {
  /** The first day with room beside all visits that have one; `null` where a day of the person is too short for it or none is worked. */
  readonly firstDay: PlainDate | null;
}

/** Visits by day. */
export interface VisitSchedule {
  /** By day, then by person, then by id. */
  readonly visits: readonly ScheduledVisit[];
  /** By the end of the window, then by grade, then by id. */
  readonly unplaced: readonly UnplacedVisit[];
}

/**
 * Returns a day for each visit: the earliest deadline goes first, then the better grade, then the lower id, each on the first
 * worked day of its window that has room. What finds none is listed with the first day that would have had.
 *
 * @param windows visits with the days that suit, such as those made of segmentation's `visitPlan`
 * @param capacity minutes of a day, work calendar
 * @throws SalesModelError `ids.duplicate`, `care.minutes`, `date.invalid`, `period.order`, `calendar.invalid`
 * @example
 * import { visitSchedule } from 'salesmodel/team';
 *
 * const window = { person: 'Ana', from: '2026-03-02', to: '2026-03-04', minutes: 90 };
 * const windows = ['V1', 'V2', 'V3'].map((id, at) => ({ ...window, id, grade: 'BAC'[at]! }));
 * const { visits, unplaced } = visitSchedule(windows, { minutes: 120 });
 * visits.map(({ on, id }) => `${on} ${id}`); // => [ '2026-03-02 V2', '2026-03-03 V1' ]
 * unplaced.map(({ id, firstDay }) => `${id} ${firstDay}`); // => [ 'V3 2026-03-04' ]
 */
export function visitSchedule(windows: readonly VisitWindow[], capacity: VisitCapacity): VisitSchedule {
  const { byPerson = {}, calendar = {} } = capacity;
  const work = compileWorkCalendar(calendar, ['capacity', 'calendar']);
  checkMinutes(capacity.minutes, 0, ['capacity', 'minutes']);
  for (const [person, minutes] of Object.entries(byPerson)) checkMinutes(minutes, 0, ['capacity', 'byPerson', person]);
  const minutesOf = (person: string): number =>
    Object.hasOwn(byPerson, person) ? byPerson[person]! : capacity.minutes;

  const queue = inOrder(windows);
  const taken = new Map<string, Map<number, number>>();
  const firstRoom = ({ person, minutes }: VisitWindow, from: number, to: number): number | null => {
    const most = minutesOf(person) - minutes;
    if (most < 0) return null;
    const days = taken.get(person);
    for (let day = from; day < to; day++) if (work.isWorked(day) && (days?.get(day) ?? 0) <= most) return day;
    return null;
  };
  const visits: ScheduledVisit[] = [];
  const late: Queued[] = [];
  for (const queued of queue) {
    const { window, start, end } = queued;
    const { id, person, minutes, grade } = window;
    const day = firstRoom(window, start, end);
    if (day === null) {
      late.push(queued);
      continue;
    }
    const days = taken.get(person) ?? new Map<number, number>();
    taken.set(person, days.set(day, (days.get(day) ?? 0) + minutes));
    visits.push({ id, person, minutes, grade, on: fromDayNumber(day) });
  }
  return {
    visits: visits.sort(
      (a, b) => compareText(a.on, b.on) || compareText(a.person, b.person) || compareText(a.id, b.id),
    ),
    unplaced: late.map(({ window, end }) => {
      const { id, person, minutes, grade } = window;
      const day = firstRoom(window, end, Math.min(end + FAR, LAST_DAY + 1));
      return { id, person, minutes, grade, firstDay: day === null ? null : fromDayNumber(day) };
    }),
  };
}

/** A century: whoever has no day within it, because the calendar has none, has none at all. */
const FAR = 36_600;

interface Queued {
  readonly window: VisitWindow;
  readonly start: number;
  readonly end: number;
}

function inOrder(windows: readonly VisitWindow[]): Queued[] {
  const seen = new Set<string>();
  return windows
    .map((window, at): Queued => {
      if (seen.has(window.id)) failCore('ids.duplicate', ['windows', at, 'id'], { id: window.id });
      seen.add(window.id);
      checkMinutes(window.minutes, 1, ['windows', at, 'minutes']);
      return { window, ...dayRange(window, ['windows', at]) };
    })
    .sort(
      (a, b) => a.end - b.end || compareGrades(a.window.grade, b.window.grade) || compareText(a.window.id, b.window.id),
    );
}

function compareGrades(a: string | null, b: string | null): number {
  return a === null || b === null ? Number(a === null) - Number(b === null) : compareText(a, b);
}
