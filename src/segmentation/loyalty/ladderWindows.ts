import { addMonthsToDay, completeMonths, monthIndex, monthStart } from '../../core/civil.js';
import type { TierWindow } from '../schema/loyalty.js';

/** The windows of a ladder on day numbers. */
export interface LadderWindows {
  /** First day of the window of a day. */
  startOf(day: number, enrolled: number): number;
  /** The day after the last of the window of a day; `Infinity` where windows do not end. */
  endOf(day: number, enrolled: number): number;
}

const MONTHS = { calendarYear: 12, calendarHalf: 6, calendarQuarter: 3, calendarMonth: 1 } as const;

export function ladderWindows(window: TierWindow): LadderWindows {
  switch (window.kind) {
    case 'lifetime':
      return { startOf: (_, enrolled) => enrolled, endOf: () => Infinity };
    case 'rolling':
      return { startOf: (day) => addMonthsToDay(day + 1, -window.months), endOf: () => Infinity };
    case 'anniversaryYear': {
      const year = (day: number, enrolled: number): number => Math.floor(completeMonths(enrolled, day) / 12);
      return {
        startOf: (day, enrolled) => addMonthsToDay(enrolled, 12 * year(day, enrolled)),
        endOf: (day, enrolled) => addMonthsToDay(enrolled, 12 * year(day, enrolled) + 12),
      };
    }
    default: {
      const length = MONTHS[window.kind];
      const first = ('fiscalStartMonth' in window ? (window.fiscalStartMonth ?? 1) : 1) - 1;
      const place = (day: number): number => Math.floor((monthIndex(day) - first) / length);
      return {
        startOf: (day) => monthStart(place(day) * length + first),
        endOf: (day) => monthStart((place(day) + 1) * length + first),
      };
    }
  }
}
