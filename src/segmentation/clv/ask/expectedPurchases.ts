import type { Estimate } from '../../../core/estimate.js';
import { oneOf } from '../../../core/oneOf.js';
import type { BgBbModel, BuyingModel } from '../model/clvModel.js';
import { compileClv } from '../model/compileClv.js';
import { PURCHASE_MODELS } from './purchaseModels.js';

/**
 * Returns how often a new customer comes back on average within a time after the first purchase, an estimate.
 *
 * @param model its name and parameters
 * @param t time in the unit of the model, from 0 on; for `bgBb` a whole number of occasions
 * @throws SalesModelError `segmentation.clv.parameter`, `segmentation.clv.time`, `segmentation.clv.count`, `option.unknown`
 * @example
 * import { expectedPurchases } from 'salesmodel/segmentation/clv';
 *
 * const model = { model: 'bgNbd', params: { r: 0.3, alpha: 5, a: 0.7, b: 2.2 } } as const;
 * expectedPurchases(model, 26).toFixed(6); // => '1.018597'
 */
export function expectedPurchases(model: BuyingModel | BgBbModel, t: number): Estimate {
  oneOf(model.model, PURCHASE_MODELS, ['model', 'model']);
  return compileClv(model).expectedPurchases(t);
}
