import type { Estimate } from '../../../core/estimate.js';
import { oneOf } from '../../../core/oneOf.js';
import type { BgBbModel, BuyingModel } from '../model/clvModel.js';
import { compileClv } from '../model/compileClv.js';
import type { OccasionHistory, PurchaseHistory } from '../model/history.js';
import { PURCHASE_MODELS } from './purchaseModels.js';

/**
 * Returns the probability that a customer has not dropped out by the end of observation, an estimate. Under `bgNbd` it is
 * exactly 1 for who never came back, because one drops out after a repeat purchase only; `mbgNbd` has no such gap.
 *
 * @param model its name and parameters
 * @param history of the customer
 * @throws SalesModelError `segmentation.clv.parameter`, `segmentation.clv.history`, `option.unknown`
 * @example
 * import { probabilityAlive } from 'salesmodel/segmentation/clv';
 *
 * const params = { r: 0.3, alpha: 5, a: 0.7, b: 2.2 };
 * probabilityAlive({ model: 'bgNbd', params }, { x: 0, tx: 0, T: 30 }); // => 1
 * probabilityAlive({ model: 'mbgNbd', params }, { x: 0, tx: 0, T: 30 }).toFixed(4); // => '0.6368'
 */
export function probabilityAlive(model: BuyingModel, history: PurchaseHistory): Estimate;
/**
 * The same of a row of occasions: whether the customer is alive at one that is still to come.
 *
 * @param model `bgBb`
 * @param history of the customer
 * @param ahead at how many occasions after the last observed one; default 1, the next, and 0 is the last one itself
 * @throws SalesModelError `segmentation.clv.parameter`, `segmentation.clv.occasions`, `segmentation.clv.count`
 */
export function probabilityAlive(model: BgBbModel, history: OccasionHistory, ahead?: number): Estimate;
export function probabilityAlive(
  model: BuyingModel | BgBbModel,
  history: PurchaseHistory | OccasionHistory,
  ahead?: number,
): Estimate {
  oneOf(model.model, PURCHASE_MODELS, ['model', 'model']);
  return model.model === 'bgBb'
    ? compileClv(model).probabilityAlive(history as OccasionHistory, ahead)
    : compileClv(model).probabilityAlive(history as PurchaseHistory);
}
