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
      return remembered(
        (day, enrolled) => addMonthsToDay(enrolled, 12 * year(day, enrolled)),
        (day, enrolled) => addMonthsToDay(enrolled, 12 * year(day, enrolled) + 12),
      );
    }
    default: {
      const length = MONTHS[window.kind];
      const first = ('fiscalStartMonth' in window ? (window.fiscalStartMonth ?? 1) : 1) - 1;
      const place = (day: number): number => Math.floor((monthIndex(day) - first) / length);
      return remembered(
        (day) => monthStart(place(day) * length + first),
        (day) => monthStart((place(day) + 1) * length + first),
      );
    }
  }
}

/** Most days lie in the window that was asked about last. */
function remembered(startOf: LadderWindows['startOf'], endOf: LadderWindows['endOf']): LadderWindows {
  let [start, end, whose] = [0, 0, 0];
  const find = (day: number, enrolled: number): void => {
    if (day >= start && day < end && enrolled === whose) return;
    start = startOf(day, enrolled);
    end = endOf(day, enrolled);
    whose = enrolled;
  };
  return {
    startOf(day, enrolled) {
      find(day, enrolled);
      return start;
    },
    endOf(day, enrolled) {
      find(day, enrolled);
      return end;
    },
  };
}
