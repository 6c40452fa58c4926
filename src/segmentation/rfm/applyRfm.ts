import { rfmPolicy } from '../presets/rfmPolicy.js';
import type { RfmPolicy, RfmThresholds } from '../schema/rfm.js';
import type { CustomerSummary } from '../schema/summary.js';
import { summaryColumnsOf } from '../summary/summaryColumnsOf.js';
import { compileRfm } from './compileRfm.js';
import type { RfmAssignment } from './explainRfm.js';

/**
 * Returns the segment of each customer by cuts that were found before, by id.
 *
 * @param summaries one for each customer, of one as-of day
 * @param thresholds what `fitRfm` returned for the same policy, then or now
 * @param policy scores, cuts, grid; default the preset `rfm`
 * @throws SalesModelError `segmentation.rfm.thresholds`, `segmentation.cuts.count`, `segmentation.cuts.notAscending`,
 *   `ids.duplicate`, `segmentation.summary.asOf`, `segmentation.summary.count`, `segmentation.summary.dates`, and what
 *   `compileRfm` throws
 * @example
 * import { applyRfm, summariseOrders } from 'salesmodel/segmentation';
 *
 * const frozen = {
 *   recencyDays: ['30', '60', '120', '240'],
 *   orders: ['1', '2', '4', '8'],
 *   monetary: ['100', '200', '400', '800'],
 *   baseSize: 500,
 *   asOf: '2025-12-31',
 *   policyVersion: 'rfm@1',
 * };
 * const { summaries } = summariseOrders([{ customer: 'Ada', date: '2026-03-02', amount: '450' }], { asOf: '2026-03-31' });
 * const [ada] = applyRfm(summaries, frozen);
 * [ada?.rule, ada?.segment]; // => ['514', 'potentialLoyalist']
 * ada?.distanceToNext; // => [{ segment: 'champions', input: 'orders', delta: '2', unit: 'orders' }]
 */
export function applyRfm(
  summaries: readonly CustomerSummary[],
  thresholds: RfmThresholds,
  policy: RfmPolicy = rfmPolicy,
): RfmAssignment[] {
  const evaluator = compileRfm(policy);
  const columns = summaryColumnsOf(summaries);
  if (columns === null) return [];
  const run = evaluator.run(columns, thresholds);
  return run.customers.map((_, at) => run.explainAt(at));
}
