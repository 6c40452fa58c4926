import type { Estimate } from '../../../core/estimate.js';
import type { Reason } from '../../../core/errors.js';
import { readSpends, type SpendRow } from './readSpends.js';

/** How far count and mean spend go together, or the reasons why it cannot be said. */
export type SpendCorrelation =
  | { readonly ok: true; readonly correlation: Estimate; readonly customers: number }
  | { readonly ok: false; readonly reasons: readonly Reason[] };

/**
 * Returns the correlation of customers' number of repeat purchases and their mean spend, an estimate. The Gamma-Gamma model
 * supposes there is none: values near 0 are well, while with 0.3 and more the model misleads.
 *
 * @param spends one for each customer, in any order, such as `repeatSummaries` gives; without a repeat purchase they are left out
 * @returns `{ ok: false, reasons }` with `emptyBase`, `invalidRow`, `noRepeatPurchases`, or `noSpread` where all counts or
 *   all means are the same
 * @example
 * import { gammaGammaCheck } from 'salesmodel/segmentation/clv';
 *
 * const check = gammaGammaCheck([{ x: 1, meanSpend: '20' }, { x: 2, meanSpend: '35' }, { x: 4, meanSpend: '31' }]);
 * check.ok && check.correlation.toFixed(4); // => '0.5619'
 */
export function gammaGammaCheck(spends: readonly SpendRow[]): SpendCorrelation {
  const read = readSpends(spends);
  if (!read.ok) return read;
  const { columns, weight, customers } = read.rows;
  const [means, counts] = columns as [Float64Array, Float64Array];
  const [z, x] = [centred(means, weight, customers), centred(counts, weight, customers)];
  const product = (a: Float64Array, b: Float64Array): number =>
    weight.reduce((sum, w, row) => sum + w * a[row]! * b[row]!, 0);
  const spread = product(z, z) * product(x, x);
  if (!(spread > 0)) return { ok: false, reasons: [{ code: 'noSpread', params: {} }] };
  return { ok: true, correlation: product(z, x) / Math.sqrt(spread), customers };
}

/** Distances from the weighted mean. */
function centred(values: Float64Array, weight: Float64Array, total: number): Float64Array {
  const mean = values.reduce((sum, value, row) => sum + value * weight[row]!, 0) / total;
  return values.map((value) => value - mean);
}
