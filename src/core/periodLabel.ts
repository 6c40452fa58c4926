import type { Calendar } from './calendar.js';
import { civilToDay, dayToCivil } from './civil.js';
import { MONTHS_IN, periodLine } from './periodLine.js';
import type { Period } from './period.js';
import { retailYearOf, retailYearStart } from './retailYear.js';
import { dayRange } from './span.js';

const LETTER = { month: 'P', quarter: 'Q', half: 'H', year: '' } as const;

/**
 * The label of a period, unique within its calendar and sorting in time order within its kind.
 *
 * | kind | calendar year | fiscal or retail year |
 * |---|---|---|
 * | month | `2026-10` | `FY2026-P03` (third month of the year) |
 * | quarter | `2026-Q4` | `FY2026-Q1` |
 * | half | `2026-H2` | `FY2026-H1` |
 * | year | `2026` | `FY2026` |
 * | week | `2026-W05` (year of the week's fourth day) | retail `FY2026-W05`, fiscal as calendar |
 * | custom | `2026-01-05/2026-02-16` (start and end) | the same |
 *
 * @param period a period of the calendar
 * @param calendar the calendar that the period was made with
 * @throws SalesModelError `date.invalid`, `period.order`, `option.unknown`, `calendar.invalid`
 * @example
 * ```ts
 * import { periodLabel, periodOf } from 'salesmodel/core';
 * periodLabel(periodOf('2026-11-30', 'quarter')); // => '2026-Q4'
 * const calendar = { fiscalStartMonth: 10 };
 * periodLabel(periodOf('2025-12-31', 'month', calendar), calendar); // => 'FY2026-P03'
 * ```
 */
export function periodLabel(period: Period, calendar: Calendar = {}): string {
  const { start } = dayRange(period, ['period']);
  const { kind } = period;
  if (kind === 'custom') return `${period.start}/${period.end}`;
  const line = periodLine(kind, calendar);
  const ordinal = line.ordinal(start);
  if (kind === 'week') return weekLabel(line.start(ordinal), calendar);
  const inYear = 12 / MONTHS_IN[kind];
  const year = Math.floor(ordinal / inYear);
  const index = ordinal - year * inYear + 1;
  const name = yearName(year, calendar);
  if (kind === 'year') return name;
  if (kind !== 'month') return `${name}-${LETTER[kind]}${index}`;
  return name.startsWith('FY') ? `${name}-P${twoDigits(index)}` : `${name}-${twoDigits(index)}`;
}

function weekLabel(start: number, calendar: Calendar): string {
  if (calendar.retail !== undefined) {
    const year = retailYearOf(calendar, start);
    return `${yearName(year, calendar)}-W${twoDigits((start - retailYearStart(calendar, year)) / 7 + 1)}`;
  }
  const { year } = dayToCivil(start + 3);
  return `${fourDigits(year)}-W${twoDigits(Math.floor((start + 3 - civilToDay(year, 1, 1)) / 7) + 1)}`;
}

/** `2026`, or `FY2026` for a year that is not the calendar's own. */
function yearName(firstMonthYear: number, calendar: Calendar): string {
  const fiscal = (calendar.fiscalStartMonth ?? 1) !== 1;
  const year = fiscal && (calendar.yearNamedBy ?? 'end') === 'end' ? firstMonthYear + 1 : firstMonthYear;
  return `${fiscal || calendar.retail !== undefined ? 'FY' : ''}${fourDigits(year)}`;
}

function fourDigits(year: number): string {
  return String(year).padStart(4, '0');
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
