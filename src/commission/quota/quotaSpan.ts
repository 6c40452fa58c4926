import type { Calendar } from '../../core/calendar.js';
import { dayCounter } from '../../core/dayCount.js';
import type { Path } from '../../core/errors.js';
import { fail as failCore } from '../../core/fail.js';
import type { PeriodKind } from '../../core/periodKind.js';
import { periodLine } from '../../core/periodLine.js';
import type { WorkCalendar } from '../../core/workCalendar.js';
import type { PlanPeriod, ProrationPolicy } from '../schema.js';

/** The calendar that quotas and target pay are cut by. */
export interface QuotaCalendar extends Calendar {
  /** The period of the plan. Default: the kind of the evaluated span. */
  readonly period?: PlanPeriod;
  /** Worked days, for the day count `workingDays`. Default: Monday to Friday. */
  readonly workCalendar?: WorkCalendar;
}

/** The days `[start, end)` that a figure is evaluated for: one period of the calendar. */
export interface QuotaSpan {
  readonly start: number;
  readonly end: number;
  readonly kind: PeriodKind;
}

/** Kinds of period, the shortest first. */
const KINDS: readonly PlanPeriod[] = ['week', 'month', 'quarter', 'half', 'year'];

/** Whether a kind of period is at least as long as another. */
export function coversKind(kind: PeriodKind, other: PeriodKind): boolean {
  return KINDS.indexOf(kind as PlanPeriod) >= KINDS.indexOf(other as PlanPeriod);
}

/**
 * The span of some days, by the kind of period that they are.
 *
 * @throws RangeError where they are no period of the calendar
 */
export function quotaSpan(days: { readonly start: number; readonly end: number }, calendar: Calendar): QuotaSpan {
  for (const kind of KINDS) {
    const line = periodLine(kind, calendar);
    const ordinal = line.ordinal(days.start);
    if (line.start(ordinal) === days.start && line.start(ordinal + 1) === days.end) {
      return { start: days.start, end: days.end, kind };
    }
  }
  throw new RangeError(`days ${days.start} to ${days.end} are no period`);
}

/** Days of a span on which somebody is assigned, and all of its days. */
export interface ActivePart {
  readonly days: number;
  readonly of: number;
}

/**
 * The part of a span in which an assignment from one day to another is active, as its proration counts it; null when
 * it is not active at all.
 */
export function activePart(
  assigned: { readonly from: number; readonly to: number },
  { start, end }: Pick<QuotaSpan, 'start' | 'end'>,
  prorate: ProrationPolicy | 'none',
  workCalendar: WorkCalendar | undefined,
  path: Path,
): ActivePart | null {
  if (assigned.from >= end || assigned.to <= start) return null;
  if (prorate === 'none') return { days: 1, of: 1 };
  const { dayCount = 'actual', inclusive = true } = prorate;
  const count = dayCounter(dayCount, workCalendar);
  const of = count(start, end);
  if (of === 0) failCore('prorate.noDays', path, { dayCount });
  const first = Math.max(start, inclusive ? assigned.from : assigned.from + 1);
  const last = Math.min(end, assigned.to);
  return { days: first < last ? count(first, last) : 0, of };
}
