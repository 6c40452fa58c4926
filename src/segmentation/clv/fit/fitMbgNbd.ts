import type { MbgNbdModel } from '../model/clvModel.js';
import { fitBetaGeometric } from './fitBetaGeometric.js';
import type { Fit } from './fitReport.js';
import type { HistoryRow } from './readHistories.js';

/**
 * Returns the MBG/NBD model that makes the histories of customers likeliest, with a report that says whether it converged.
 *
 * @param histories one for each customer, in any order, such as `repeatSummaries` gives
 * @returns `{ ok: false, reasons }` with `emptyBase`, `invalidRow` or `noRepeatPurchases` where nothing can be fitted
 * @throws SalesModelError `segmentation.clv.unit`
 * @example
 * import { fitMbgNbd } from 'salesmodel/segmentation/clv';
 *
 * // Whoever bought once is known to be one purchase young, not known to be there.
 * const fit = fitMbgNbd([{ x: 0, tx: 0, T: 38 }]);
 * fit.ok || fit.reasons; // => [{ code: 'noRepeatPurchases', params: {} }]
 */
export function fitMbgNbd(histories: readonly HistoryRow[]): Fit<MbgNbdModel> {
  const fit = fitBetaGeometric(histories, 1);
  return fit.ok ? { ok: true, fitted: { model: 'mbgNbd', ...fit.fitted } } : fit;
}
