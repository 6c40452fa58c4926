import type { Calendar } from '../../core/calendar.js';
import type { PlainDate } from '../../core/date.js';
import { type Period, periodOf, previousPeriod } from '../../core/period.js';

/**
 * Returns the period that an audit looks at: the whole quarter before the one that the day lies in.
 *
 * @param date day of the audit
 * @param calendar default: calendar quarters
 * @throws SalesModelError those of `periodOf`
 * @example
 * import { auditPeriod } from 'salesmodel/team';
 *
 * auditPeriod('2026-01-15'); // => { kind: 'quarter', start: '2025-10-01', end: '2026-01-01' }
 */
export function auditPeriod(date: PlainDate, calendar: Calendar = {}): Period {
  return previousPeriod(periodOf(date, 'quarter', calendar), calendar);
}
