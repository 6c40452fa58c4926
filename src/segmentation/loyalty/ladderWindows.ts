import { addMonthsToDay, completeMonths, monthIndex, monthStart } from '../../core/civil.js';
import type { TierWindow } from '../schema/loyalty.js';

/** Later than any day: what does not come. */
export const NEVER = 2 ** 30;
/** Later than any day: what does not end. */
export const FOREVER = NEVER - 1;

/** The windows of a ladder on day numbers. */
export interface LadderWindows {
  /** First day of the window of a day. */
  startOf(day: number, enrolled: number): number;
  /** The day after the last of the window of a day; {@link NEVER} where windows do not end. */
  endOf(day: number, enrolled: number): number;
}

const MONTHS = { calendarYear: 12, calendarHalf: 6, calendarQuarter: 3, calendarMonth: 1 } as const;

export function ladderWindows(window: TierWindow): LadderWindows {
  switch (window.kind) {
    case 'lifetime':
      return { startOf: (_, enrolled) => enrolled, endOf: () => NEVER };
    case 'rolling':
      return { startOf: (day) => addMonthsToDay(day + 1, -window.months), endOf: () => NEVER };
    case 'anniversaryYear': {
      const year = (day: number, enrolled: number): number => Math.floor(completeMonths(enrolled, day) / 12);
      return remembered(
        (day, enrolled) => addMonthsToDay(enrolled, 12 * year(day, enrolled)),
        (day, enrolled) => addMonthsToDay(enrolled, 12 * year(day, enrolled) + 12),
        { byCustomer: true },
      );
    }
    default: {
      const length = MONTHS[window.kind];
      const first = ('fiscalStartMonth' in window ? (window.fiscalStartMonth ?? 1) : 1) - 1;
      const place = (day: number): number => Math.floor((monthIndex(day) - first) / length);
      return remembered(
        (day) => monthStart(place(day) * length + first),
        (day) => monthStart((place(day) + 1) * length + first),
        { byCustomer: false },
      );
    }
  }
}

/** So many windows are remembered. */
const KEPT = 8;

/** Most days lie in a window that was asked about before, and mostly in the last one. */
function remembered(
  startOf: LadderWindows['startOf'],
  endOf: LadderWindows['endOf'],
  { byCustomer }: { readonly byCustomer: boolean },
): LadderWindows {
  const starts = new Int32Array(KEPT);
  const ends = new Int32Array(KEPT);
  const whose = new Int32Array(KEPT);
  let latest = 0;
  let oldest = 0;
  const find = (day: number, enrolled: number): number => {
    const own = byCustomer ? enrolled : 0;
    if (day >= starts[latest]! && day < ends[latest]! && whose[latest] === own) return latest;
    for (let at = 0; at < KEPT; at++) {
      if (day >= starts[at]! && day < ends[at]! && whose[at] === own) return (latest = at);
    }
    latest = oldest;
    oldest = (oldest + 1) % KEPT;
    starts[latest] = startOf(day, enrolled);
    ends[latest] = endOf(day, enrolled);
    whose[latest] = own;
    return latest;
  };
  return {
    startOf: (day, enrolled) => starts[find(day, enrolled)]!,
    endOf: (day, enrolled) => ends[find(day, enrolled)]!,
  };
}
