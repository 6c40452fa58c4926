import { dayNumber, fromDayNumber, type PlainDate } from '../../core/date.js';
import type { Reason } from '../../core/errors.js';
import { weekdayOf } from '../../core/civil.js';
import { dayRange, type Span } from '../../core/span.js';
import { compileWorkCalendar, type WorkCalendar } from '../../core/workCalendar.js';
import { fail } from '../fail.js';

/** When a customer was last visited, and how many days may, should and must lie between visits. */
export interface VisitGaps {
  /** `null`: never. */
  readonly lastVisit: PlainDate | null;
  readonly minGap: number;
  readonly targetGap: number;
  readonly maxGap: number;
}

/** The days on which a visit can be. */
export interface VisitOptions {
  readonly asOf: PlainDate;
  /** Default: Monday to Friday without holidays. */
  readonly calendar?: WorkCalendar;
  /** ISO weekdays that suit the customer, 1 Monday to 7 Sunday. Default: all. */
  readonly weekdays?: readonly number[];
  /** Days that do not suit. */
  readonly blackout?: readonly Span[];
}

/** Where the as-of day lies between visits. */
export type VisitStatus = 'tooSoon' | 'open' | 'due' | 'overdue';

/** The next visit, or why there is no day for it. */
export type VisitPlan =
  | { readonly ok: true; readonly on: PlainDate; readonly status: VisitStatus; readonly daysOver: number }
  | {
      readonly ok: false;
      readonly reasons: readonly Reason[];
      readonly status: VisitStatus;
      readonly daysOver: number;
    };

/**
 * Returns the day of the next visit: the first that suits from the target on, or where that would be too late the last
 * before it that is not too soon. Who was never visited is due now.
 *
 * @param gaps last visit and days between visits, ascending whole numbers
 * @param options as-of day, work calendar, days that suit
 * @throws SalesModelError `date.invalid`, `period.order`, `calendar.invalid`, `segmentation.visit.gaps`,
 *   `segmentation.visit.weekday`
 * @example
 * import { visitPlan } from 'salesmodel/segmentation';
 *
 * const gaps = { lastVisit: '2026-03-02', minGap: 14, targetGap: 30, maxGap: 35 };
 * const plan = visitPlan(gaps, { asOf: '2026-03-20', weekdays: [2], blackout: [{ from: '2026-04-06', to: '2026-04-11' }] });
 * plan; // => { ok: true, on: '2026-03-31', status: 'open', daysOver: 0 }
 */
export function visitPlan(gaps: VisitGaps, options: VisitOptions): VisitPlan {
  const { weekdays = [1, 2, 3, 4, 5, 6, 7], blackout = [], calendar = {} } = options;
  const today = dayNumber(options.asOf, ['asOf']);
  const { minGap, targetGap, maxGap } = gaps;
  [minGap, targetGap, maxGap].forEach((gap, at, list) => {
    if (!Number.isSafeInteger(gap) || gap < (list[at - 1] ?? 0) || gap > 36_600) {
      const field = (['minGap', 'targetGap', 'maxGap'] as const)[at]!;
      fail('segmentation.visit.gaps', ['gaps', field], { least: list[at - 1] ?? 0, value: gap });
    }
  });
  weekdays.forEach((day, at) => {
    if (!Number.isInteger(day) || day < 1 || day > 7)
      fail('segmentation.visit.weekday', ['weekdays', at], { value: day });
  });
  const work = compileWorkCalendar(calendar, ['calendar']);
  const closed = blackout.map((span, at) => dayRange(span, ['blackout', at]));
  const suits = (day: number): boolean =>
    work.isWorked(day) &&
    weekdays.includes(weekdayOf(day)) &&
    !closed.some(({ start, end }) => day >= start && day < end);
  const firstFrom = (day: number, most: number): number | null => {
    for (let at = day; at <= most; at++) if (suits(at)) return at;
    return null;
  };
  if (gaps.lastVisit === null) {
    const on = firstFrom(today, today + maxGap);
    return on === null
      ? noDay(today, today + maxGap, 'due', 0)
      : { ok: true, on: fromDayNumber(on), status: 'due', daysOver: 0 };
  }
  const last = dayNumber(gaps.lastVisit, ['gaps', 'lastVisit']);
  const most = last + maxGap;
  const daysOver = Math.max(today - most, 0);
  const status: VisitStatus =
    today < last + minGap ? 'tooSoon' : today < last + targetGap ? 'open' : today <= most ? 'due' : 'overdue';
  let on = firstFrom(last + targetGap, most);
  for (let day = last + targetGap - 1; on === null && day >= last + minGap; day--) if (suits(day)) on = day;
  if (on === null) return noDay(last + minGap, most, status, daysOver);
  return { ok: true, on: fromDayNumber(on), status, daysOver };
}

function noDay(from: number, to: number, status: VisitStatus, daysOver: number): VisitPlan {
  const params = { from: fromDayNumber(from), to: fromDayNumber(to) };
  return { ok: false, reasons: [{ code: 'noVisitDay', params }], status, daysOver };
}
