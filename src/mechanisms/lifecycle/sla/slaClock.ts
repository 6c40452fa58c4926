import type { WorkCalendar } from '../../../core/workCalendar.js';

export const SLA_UNITS = ['day', 'workingDay', 'minute'] as const;

/** How the time is counted that something may take. */
export interface SlaClock<S extends string = string> {
  /**
   * `day`: the days between dates, or spans of 24 hours between instants. `workingDay`: dates that are worked; an instant
   * counts as its date at the `offset`. `minute`: between instants.
   */
  readonly unit: (typeof SLA_UNITS)[number];
  /** Of working days, by default Monday to Friday; of minutes the days whose `hours` count. */
  readonly calendar?: WorkCalendar;
  /** When minutes count on a worked day, `09:00` up to but without `18:00`, in the local time of the `offset`. */
  readonly hours?: readonly { readonly start: string; readonly end: string }[];
  /** Fixed offset from UTC of dates and hours, `+08:00` or `Z`. */
  readonly offset?: string;
  /** States in which the clock stands still. */
  readonly pauseStates?: readonly S[];
}
