import type { Estimate } from '../../../core/estimate.js';
import { oneOf } from '../../../core/oneOf.js';
import type { BgBbModel, BuyingModel } from '../model/clvModel.js';
import { compileClv } from '../model/compileClv.js';
import { PURCHASE_MODELS } from './purchaseModels.js';

/**
 * Returns the probability that a new customer comes back exactly so many times within a time after the first purchase, an estimate.
 *
 * @param model its name and parameters
 * @param count purchases, a whole number from 0 to 100,000
 * @param t time in the unit of the model, from 0 on; for `bgBb` a whole number of occasions
 * @throws SalesModelError `segmentation.clv.parameter`, `segmentation.clv.count`, `segmentation.clv.time`, `option.unknown`
 * @example
 * import { probabilityOfCount } from 'salesmodel/segmentation/clv';
 *
 * const model = { model: 'bgNbd', params: { r: 0.3, alpha: 5, a: 0.7, b: 2.2 } } as const;
 * [0, 1, 2].map((n) => probabilityOfCount(model, n, 26).toFixed(4)); // => ['0.5785', '0.2122', '0.0870']
 */
export function probabilityOfCount(model: BuyingModel | BgBbModel, count: number, t: number): Estimate {
  oneOf(model.model, PURCHASE_MODELS, ['model', 'model']);
  return compileClv(model).probabilityOfCount(count, t);
}
