import * as z from 'zod';
import type { Calendar as CalendarType } from '../calendar.js';
import { DAY_COUNTS, type DayCount as DayCountName } from '../dayCount.js';
import type { Period as PeriodType } from '../period.js';
import { PERIOD_KINDS, type PeriodKind as Kind } from '../periodKind.js';
import type { Span as SpanType } from '../span.js';
import type { WorkCalendar as WorkCalendarType } from '../workCalendar.js';
import { PlainDate } from './date.js';

/**
 * The kinds of period. `custom` periods are listed in the calendar, the others follow from it.
 *
 * @useDeclaredType
 */
export type PeriodKind = Kind;
/** The kinds of period. */
export const PeriodKind: z.ZodType<PeriodKind> = /* @__PURE__ */ z
  .enum(PERIOD_KINDS)
  .meta({ id: 'PeriodKind', title: 'Kind of period', description: 'What divides the calendar' });

/** @reexport */
export type Period = PeriodType;
/** A named span of days: `start` is its first day, `end` the day after its last. */
export const Period: z.ZodType<Period> = /* @__PURE__ */ z
  .strictObject({ kind: PeriodKind, start: PlainDate, end: PlainDate })
  .meta({ id: 'Period', title: 'Period', description: 'Days from start up to but without end' });

/** @reexport */
export type Span = SpanType;
/** Days from `from` on, up to but without `to`; `to` null or absent means open. */
export const Span: z.ZodType<Span> = /* @__PURE__ */ z
  .strictObject({ from: PlainDate, to: PlainDate.nullable().exactOptional() })
  .meta({ id: 'Span', title: 'Span', description: 'Days from a day up to but without another; without it, open' });

const weekday = /* @__PURE__ */ z.int().min(1).max(7);

/** @reexport */
export type Calendar = CalendarType;
/** How days are grouped into periods. */
export const Calendar: z.ZodType<Calendar> = /* @__PURE__ */ z
  .strictObject({
    fiscalStartMonth: z.int().min(1).max(12).exactOptional(),
    yearNamedBy: z.enum(['end', 'start']).exactOptional(),
    weekStart: weekday.exactOptional(),
    retail: z
      .strictObject({ pattern: z.enum(['4-4-5', '4-5-4', '5-4-4']), begins: z.enum(['nearest', 'last']) })
      .exactOptional(),
    custom: z.array(PlainDate).min(2).readonly().exactOptional(),
  })
  .meta({
    id: 'Calendar',
    title: 'Calendar',
    description: 'How days are grouped into weeks, months, quarters and years',
  });

/** @reexport */
export type WorkCalendar = WorkCalendarType;
/** Which days are worked. */
export const WorkCalendar: z.ZodType<WorkCalendar> = /* @__PURE__ */ z
  .strictObject({
    weekend: z.array(weekday).readonly().exactOptional(),
    holidays: z.array(PlainDate).readonly().exactOptional(),
    extraWorkdays: z.array(PlainDate).readonly().exactOptional(),
  })
  .meta({ id: 'WorkCalendar', title: 'Work calendar', description: 'Weekend, holidays and make-up days' });

/**
 * How the days of a span are counted.
 *
 * @useDeclaredType
 */
export type DayCount = DayCountName;
/** How the days of a span are counted. */
export const DayCount: z.ZodType<DayCount> = /* @__PURE__ */ z
  .enum(DAY_COUNTS)
  .meta({ id: 'DayCount', title: 'Day count', description: 'How the days of a span are counted' });
