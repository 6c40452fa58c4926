import { rfmPolicy } from '../presets/rfmPolicy.js';
import { fail } from '../fail.js';
import type { RfmPolicy, RfmThresholds } from '../schema/rfm.js';
import type { CustomerSummary } from '../schema/summary.js';
import { summaryColumnsOf } from '../summary/summaryColumnsOf.js';
import { compileRfm } from './compileRfm.js';

/**
 * Returns the cuts between the scores for a base of customers: those who ordered. Kept and given to `applyRfm`, they keep
 * a customer's segment still while others move. A quantile that does not end has 12 decimals, half even.
 *
 * @param summaries one for each customer, of one as-of day
 * @param policy scores, cuts, grid; default the preset `rfm`
 * @throws SalesModelError `segmentation.rfm.emptyBase`, `segmentation.cuts.duplicate`, `ids.duplicate`,
 *   `segmentation.summary.asOf`, `segmentation.summary.count`, `segmentation.summary.dates`, and what `compileRfm` throws
 * @example
 * import { fitRfm, summariseOrders } from 'salesmodel/segmentation';
 *
 * const orders = ['10', '20', '40', '80'].map((amount, at) => ({ customer: `c${at}`, date: `2026-03-0${at + 1}`, amount }));
 * const { summaries } = summariseOrders(orders, { asOf: '2026-03-31' });
 * fitRfm(summaries).monetary; // => ['16', '24', '36', '56']
 */
export function fitRfm(summaries: readonly CustomerSummary[], policy: RfmPolicy = rfmPolicy): RfmThresholds {
  const evaluator = compileRfm(policy);
  const columns = summaryColumnsOf(summaries);
  if (columns === null) return fail('segmentation.rfm.emptyBase', ['summaries']);
  return evaluator.fit(columns);
}
