import { addMonths, dayNumber, type PlainDate } from '../../core/date.js';
import { oneOf } from '../../core/oneOf.js';
import { type IncentivePlan, REVIEW_MONTHS } from './incentivePlan.js';

/** When a plan has to be looked at again. */
export interface ReviewDue {
  readonly dueOn: PlainDate;
  readonly isDue: boolean;
  /** Days since then, 0 before. */
  readonly overdueDays: number;
}

/**
 * Returns when a plan has to be looked at again, and whether that day has come.
 *
 * @param plan with its rhythm and the day it was last looked at
 * @param on the day that asks
 * @throws SalesModelError `option.unknown`, `date.invalid`, `date.range`
 * @example
 * import { reviewDue } from 'salesmodel/kpi';
 *
 * const plan = { review: { every: 'quarter', lastOn: '2026-01-15' } } as const;
 * reviewDue(plan, '2026-04-20'); // => { dueOn: '2026-04-15', isDue: true, overdueDays: 5 }
 */
export function reviewDue(plan: Pick<IncentivePlan, 'review'>, on: PlainDate): ReviewDue {
  const { every, lastOn } = plan.review;
  const rhythms = Object.keys(REVIEW_MONTHS) as (keyof typeof REVIEW_MONTHS)[];
  const dueOn = addMonths(lastOn, REVIEW_MONTHS[oneOf(every, rhythms, ['plan', 'review', 'every'])]);
  const days = dayNumber(on, ['on']) - dayNumber(dueOn);
  return { dueOn, isDue: days >= 0, overdueDays: Math.max(0, days) };
}
