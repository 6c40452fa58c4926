import type { DecimalString } from '../../core/decimal.js';
import type { Period } from '../../core/period.js';
import { type RoundingMode, toIncrement } from '../../core/rounding.js';
import { dayRange, type Span } from '../../core/span.js';
import type { ProrationPolicy, TargetPay } from '../schema.js';
import { explainFigures, type SpanFigure } from './figureSteps.js';
import type { QuotaCalendar } from './quotaSpan.js';
import { createSpreader } from './spreader.js';
import { targetSteps } from './targetSteps.js';

/** An assignment as its target pay sees it. */
export interface TargetAssignment extends Span {
  readonly target: TargetPay;
  /** How a span that is assigned in part counts. Default `{ dayCount: "actual", inclusive: true }`. */
  readonly prorate?: ProrationPolicy | 'none';
}

/** The share of the component, and the one rounding. */
export interface TargetOptions {
  /** Default "1". */
  readonly share?: DecimalString;
  /** Smallest unit of the currency. Default "0.01". */
  readonly increment?: DecimalString;
  /** Default `halfEven`. */
  readonly mode?: RoundingMode;
}

/**
 * Returns the target pay of a span and its steps: the equal part of the amount that falls on the span, times the share
 * of the component, prorated like a quota, rounded once; added up over the assignments.
 *
 * @param assignments of one payee, one after the other
 * @param span the evaluated period: week, month, quarter, half or year
 * @param options share of the component, increment and mode of the rounding
 * @param calendar start of the fiscal year, worked days
 * @throws SalesModelError `prorate.noDays`, `rounding.increment`, `date.invalid`, `period.order`, `decimal.invalid`
 * @example
 * ```ts
 * import { targetFor } from 'salesmodel/commission';
 * import { periodOf } from 'salesmodel/core';
 *
 * const assignment = { from: '2025-06-01', target: { amount: '75000', per: 'year' } } as const;
 * targetFor([assignment], periodOf('2025-06-01', 'year')).amount; // => '43972.60'
 * targetFor([assignment], periodOf('2025-07-01', 'month'), { share: '0.6' }).amount; // => '3750.00'
 * ```
 */
export function targetFor(
  assignments: readonly TargetAssignment[],
  span: Period,
  options: TargetOptions = {},
  calendar: QuotaCalendar = {},
): SpanFigure {
  const { share = '1', mode = 'halfEven' } = options;
  const increment = toIncrement(options.increment ?? '0.01', ['options', 'increment']);
  const days = { ...dayRange(span, ['span']), kind: span.kind };
  const context = { workCalendar: calendar.workCalendar, spread: createSpreader(calendar) };
  const parts = assignments.flatMap((assignment, index) => {
    const at = ['assignments', index];
    const { start, end } = dayRange({ from: assignment.from, to: assignment.to ?? null }, at);
    const assignee = { from: start, to: end, prorate: assignment.prorate };
    return targetSteps(assignment.target, share, assignee, days, context, increment, at, ['options', 'share']) ?? [];
  });
  return explainFigures('target.sum', span, parts, { increment, mode });
}
