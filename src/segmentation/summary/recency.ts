import { dayNumber } from '../../core/date.js';
import type { CustomerSummary } from '../schema/summary.js';

/**
 * Days from the last purchase to the as-of day. It is not {@link RepeatRecency}: the marks let no value of one pass for the
 * other, while plain numbers pass for both.
 */
export type RecencyDays = number & { readonly recency?: 'sinceLast' };

/** Time from the first purchase to the last. */
export type RepeatRecency = number & { readonly recency?: 'firstToLast' };

/**
 * Returns the days from a customer's last order to the as-of day, `null` of a customer without one.
 *
 * @param summary of one customer
 * @throws SalesModelError `date.invalid`
 * @example
 * import { recencyDays, summariseOrders } from 'salesmodel/segmentation';
 *
 * const { summaries } = summariseOrders([{ customer: 'Ada', date: '2026-03-20', amount: '9' }], { asOf: '2026-03-31' });
 * summaries.map(recencyDays); // => [11]
 */
export function recencyDays(summary: Pick<CustomerSummary, 'lastOrder' | 'asOf'>): RecencyDays | null {
  const { lastOrder, asOf } = summary;
  return lastOrder === null ? null : dayNumber(asOf, ['asOf']) - dayNumber(lastOrder, ['lastOrder']);
}
