import { completeMonths, monthIndex, monthStart } from '../../core/civil.js';
import { type Decimal, ONE, plus, toDecimal, ZERO } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import type { QuotaRamp } from '../schema.js';
import type { QuotaSpan } from './quotaSpan.js';

/** The plain mean of the steps of a span's months: their sum and their number. */
export interface RampFactor {
  readonly sum: Decimal;
  readonly months: number;
}

/**
 * The factor of a ramp in a span in which the assignment is active: the mean over the span's months from the month of
 * the start on. A week is in the month of its last day.
 *
 * @param from day on which the assignment starts
 */
export function rampFactor(
  { steps, basis = 'calendarMonth' }: QuotaRamp,
  from: number,
  span: QuotaSpan,
  path: Path,
): RampFactor {
  const last = monthIndex(span.end - 1);
  const first = span.kind === 'week' ? last : Math.max(monthIndex(span.start), monthIndex(from));
  let sum = ZERO;
  for (let month = first; month <= last; month += 1) {
    const step =
      basis === 'calendarMonth' ? month - monthIndex(from) : completeMonths(from, Math.max(monthStart(month), from));
    sum = plus(sum, step < steps.length ? toDecimal(steps[step]!, [...path, 'steps', step]) : ONE);
  }
  return { sum, months: last - first + 1 };
}
