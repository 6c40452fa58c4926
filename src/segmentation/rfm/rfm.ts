import { rfmPolicy } from '../presets/rfmPolicy.js';
import type { RfmPolicy, RfmThresholds } from '../schema/rfm.js';
import type { CustomerSummary } from '../schema/summary.js';
import { applyRfm } from './applyRfm.js';
import type { RfmAssignment } from './explainRfm.js';
import { fitRfm } from './fitRfm.js';

/** Segments, and the cuts that made them. */
export interface RfmResult {
  readonly thresholds: RfmThresholds;
  /** By customer. */
  readonly assignments: readonly RfmAssignment[];
}

/**
 * Returns the segment of each customer by recency, frequency and money, scored against one another, with the cuts, and
 * for each customer what would lead to a better segment.
 *
 * Customers who never ordered are `prospect` and take no part in the cuts. Where the money of a customer is not known, the
 * segment is the one that all scores of money lead to, else `null`.
 *
 * @param summaries one for each customer, of one as-of day
 * @param policy scores, cuts, grid; default the preset `rfm`
 * @throws SalesModelError what `fitRfm` throws
 * @example
 * import { rfm, summariseOrders } from 'salesmodel/segmentation';
 *
 * const orders = [
 *   { customer: 'Ada', date: '2026-03-20', amount: '900' },
 *   { customer: 'Ada', date: '2026-01-10', amount: '400' },
 *   { customer: 'Bo', date: '2025-11-02', amount: '150' },
 *   { customer: 'Cy', date: '2026-02-14', amount: '300' },
 * ];
 * const { assignments } = rfm(summariseOrders(orders, { asOf: '2026-03-31' }).summaries);
 * assignments.map(({ customer, rule, segment }) => `${customer} ${rule} ${segment}`);
 * // => ['Ada 555 champions', 'Bo 111 hibernating', 'Cy 313 aboutToSleep']
 */
export function rfm(summaries: readonly CustomerSummary[], policy: RfmPolicy = rfmPolicy): RfmResult {
  const thresholds = fitRfm(summaries, policy);
  return { thresholds, assignments: applyRfm(summaries, thresholds, policy) };
}
