import { ln } from '../../../core/elementary.js';
import type { GammaGammaModel } from '../model/clvModel.js';
import { fitParameters } from './fitParameters.js';
import type { Fit } from './fitReport.js';
import { gammaGammaSlope } from './gammaGammaSlope.js';
import { readSpends, type SpendRow } from './readSpends.js';

/** What a fit of spending asks of its model. */
export interface GammaGammaFitOptions {
  /** Whether a model whose mean spend of a new customer is infinite, q ≤ 1, counts as not converged; default false. */
  readonly requireFiniteMean?: boolean;
}

/** Where the climbs start: p, q, gamma, spends in units of their mean. */
const STARTS = [
  [2, 3, 1],
  [6, 4, 0.5],
  [1, 1.5, 2],
  [0.5, 8, 8],
];

/**
 * Returns the Gamma-Gamma model that makes the mean spends of customers likeliest, with a report that says whether it
 * converged. It supposes that spend does not depend on how often a customer buys: see `gammaGammaCheck`.
 *
 * @param spends one for each customer, in any order, such as `repeatSummaries` gives
 * @returns `{ ok: false, reasons }` with `emptyBase`, `invalidRow` or `noRepeatPurchases` where nothing can be fitted
 * @example
 * import { fitGammaGamma } from 'salesmodel/segmentation/clv';
 *
 * const fit = fitGammaGamma([
 *   { x: 1, meanSpend: '20' }, { x: 2, meanSpend: '35' }, { x: 1, meanSpend: '48' }, { x: 4, meanSpend: '31' },
 *   { x: 2, meanSpend: '80' }, { x: 3, meanSpend: '25' }, { x: 1, meanSpend: '12' }, { x: 0, meanSpend: null },
 * ]);
 * fit.ok && [fit.fitted.fit.status, fit.fitted.fit.customers]; // => ['converged', 7]
 */
export function fitGammaGamma(
  spends: readonly SpendRow[],
  { requireFiniteMean = false }: GammaGammaFitOptions = {},
): Fit<GammaGammaModel> {
  const read = readSpends(spends);
  if (!read.ok) return read;
  const { columns, weight, customers } = read.rows;
  const [means, counts] = columns as [Float64Array, Float64Array];
  const scale = customers / means.reduce((sum, z, row) => sum + weight[row]! * z, 0);
  const { params, fit } = fitParameters({
    names: ['p', 'q', 'gamma'],
    inUnit: ['gamma'],
    slopeAt: gammaGammaSlope({ columns: [means.map((z) => z * scale), counts], weight, customers }),
    starts: STARTS,
    scale,
    constant: customers * ln(scale),
    customers,
    uniqueRows: weight.length,
  });
  const fitted = { model: 'gammaGamma', params, timeUnit: null, fit } as const;
  if (!requireFiniteMean || params.q > 1) return { ok: true, fitted };
  const reasons = [...fit.reasons, { code: 'infiniteMean', params: { q: params.q } }];
  const status = fit.status === 'boundary' ? fit.status : 'notConverged';
  return { ok: true, fitted: { ...fitted, fit: { ...fit, status, reasons } } };
}
