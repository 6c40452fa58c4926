import { toDecimal } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import type { Period } from '../../core/period.js';
import { toIncrement } from '../../core/rounding.js';
import { dayRange, type Span } from '../../core/span.js';
import type { ProrationPolicy, Quota, QuotaPart } from '../schema.js';
import { explainFigures, type FigureRounding, type SpanFigure } from './figureSteps.js';
import type { QuotaCalendar } from './quotaSpan.js';
import { quotaSteps } from './quotaSteps.js';
import { createSpreader } from './spreader.js';

/** An assignment as its quota sees it. */
export interface QuotaAssignment extends Span {
  /** Role code, for a quota by role. */
  readonly role?: string;
  /** What the assignment changes in the quota. */
  readonly part?: QuotaPart;
  /** How a span that is assigned in part counts. Default `{ dayCount: "actual", inclusive: true }`. */
  readonly prorate?: ProrationPolicy | 'none';
}

const CENT = /* @__PURE__ */ toDecimal('0.01');

/**
 * Returns the quota of a span and its steps: the part of the amount that falls on the span, times factor, ramp, relief
 * and proration, rounded once; added up over the assignments. An assignment that does not meet the span has none.
 *
 * @param quota amount (or amounts by role) a month, quarter, half or year, seasonality, rounding (default 0.01, half even)
 * @param assignments of one payee, one after the other
 * @param span the evaluated period: week, month, quarter, half or year
 * @param calendar start of the fiscal year, period of the plan (for seasonality by plan period), worked days
 * @throws SalesModelError `quota.missing` (neither assignment, role nor quota has an amount), `quota.seasonality` (a
 * number of weights that is neither that of the evaluated spans nor that of the plan periods in one `per`),
 * `prorate.noDays`, `allocate.negativeWeight`, `rounding.increment`, `date.invalid`, `period.order`, `decimal.invalid`
 * @example
 * ```ts
 * import { quotaFor } from 'salesmodel/commission';
 * import { periodOf } from 'salesmodel/core';
 *
 * const yearly = { amount: '800000', per: 'year' } as const;
 * quotaFor(yearly, [{ from: '2025-06-01' }], periodOf('2025-06-01', 'year')).amount; // => '469041.10'
 *
 * const seasonal = { ...yearly, seasonality: ['20', '20', '20', '40'] };
 * quotaFor(seasonal, [{ from: '2024-01-01' }], periodOf('2025-12-31', 'quarter')).amount; // => '320000.00'
 * ```
 */
export function quotaFor(
  quota: Quota,
  assignments: readonly QuotaAssignment[],
  span: Period,
  calendar: QuotaCalendar = {},
): SpanFigure {
  const rounding = quotaRounding(quota, ['quota']);
  const days = { ...dayRange(span, ['span']), kind: span.kind };
  const context = { workCalendar: calendar.workCalendar, spread: createSpreader(calendar) };
  const parts = assignments.flatMap((assignment, index) => {
    const at = ['assignments', index];
    const { start, end } = dayRange({ from: assignment.from, to: assignment.to ?? null }, at);
    const { role, part, prorate } = assignment;
    const assignee = { from: start, to: end, role, part, prorate };
    const paths = { quota: ['quota'], assignment: at, part: [...at, 'part'] };
    return quotaSteps(quota, assignee, days, context, rounding.increment, paths) ?? [];
  });
  return explainFigures('quota.sum', span, parts, rounding);
}

/** How a quota is rounded, with every default filled in. */
export function quotaRounding({ quotaRounding: policy = {} }: Quota, path: Path): FigureRounding {
  const { increment, mode = 'halfEven' } = policy;
  return {
    increment: increment === undefined ? CENT : toIncrement(increment, [...path, 'quotaRounding', 'increment']),
    mode,
  };
}
