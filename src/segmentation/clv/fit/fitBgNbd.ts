import type { BgNbdModel } from '../model/clvModel.js';
import { fitBetaGeometric } from './fitBetaGeometric.js';
import type { Fit } from './fitReport.js';
import type { HistoryRow } from './readHistories.js';

/**
 * Returns the BG/NBD model that makes the histories of customers likeliest, with a report that says whether it converged.
 *
 * @param histories one for each customer, in any order, such as `repeatSummaries` gives
 * @returns `{ ok: false, reasons }` with `emptyBase`, `invalidRow` or `noRepeatPurchases` where nothing can be fitted
 * @throws SalesModelError `segmentation.clv.unit`
 * @example
 * import { fitBgNbd } from 'salesmodel/segmentation/clv';
 *
 * const fit = fitBgNbd([
 *   { x: 0, tx: 0, T: 38, weight: 60 },
 *   { x: 1, tx: 4, T: 38, weight: 15 },
 *   { x: 1, tx: 20, T: 36, weight: 8 },
 *   { x: 3, tx: 9, T: 30, weight: 9 },
 *   { x: 6, tx: 31, T: 33, weight: 8 },
 * ]);
 * fit.ok && [fit.fitted.fit.status, fit.fitted.params.alpha.toFixed(2)]; // => [ 'converged', '3.45' ]
 */
export function fitBgNbd(histories: readonly HistoryRow[]): Fit<BgNbdModel> {
  const fit = fitBetaGeometric(histories, 0);
  return fit.ok ? { ok: true, fitted: { model: 'bgNbd', ...fit.fitted } } : fit;
}
