import { oneOf } from '../../../core/oneOf.js';
import type { GammaGammaModel } from '../model/clvModel.js';
import { compileClv } from '../model/compileClv.js';
import type { Finite } from '../model/finite.js';
import type { SpendHistory } from '../model/spendHistory.js';

/**
 * Returns what a customer spends a purchase in the long run, an estimate: between their own mean so far and that of all, nearer
 * to their own the more purchases it is of.
 *
 * @param model `gammaGamma`
 * @param history number of purchases and their mean; none for a new customer
 * @returns `{ ok: false, reasons }` with `infinite` where the model has no finite mean: q ≤ 1 and too few purchases
 * @throws SalesModelError `segmentation.clv.parameter`, `segmentation.clv.count`, `segmentation.clv.positive`, `option.unknown`
 * @example
 * import { expectedSpend } from 'salesmodel/segmentation/clv';
 *
 * const model = { model: 'gammaGamma', params: { p: 5, q: 4, gamma: 20 } } as const;
 * expectedSpend(model, { x: 4, meanSpend: '52.5' }); // => { ok: true, value: 50 }
 * expectedSpend(model, { x: 1, meanSpend: '10' }); // => { ok: true, value: 18.75 }
 */
export function expectedSpend(model: GammaGammaModel, history: SpendHistory): Finite {
  oneOf(model.model, ['gammaGamma'], ['model', 'model']);
  return compileClv(model).expectedSpend(history);
}
