import type { Estimate } from '../../../core/estimate.js';
import { oneOf } from '../../../core/oneOf.js';
import type { BgBbModel, BuyingModel } from '../model/clvModel.js';
import { compileClv } from '../model/compileClv.js';
import type { OccasionHistory, PurchaseHistory } from '../model/history.js';
import { PURCHASE_MODELS } from './purchaseModels.js';

/**
 * Returns how often a customer with a history is going to buy on average within a time after the end of observation, an estimate.
 *
 * @param model its name and parameters
 * @param t time in the unit of the model, from 0 on; for `bgBb` a whole number of occasions
 * @param history of the customer
 * @throws SalesModelError `segmentation.clv.parameter`, `segmentation.clv.time`, `segmentation.clv.history`,
 *   `segmentation.clv.occasions`, `segmentation.clv.count`, `option.unknown`
 * @example
 * import { conditionalExpectedPurchases } from 'salesmodel/segmentation/clv';
 *
 * const model = { model: 'bgNbd', params: { r: 0.3, alpha: 5, a: 0.7, b: 2.2 } } as const;
 * conditionalExpectedPurchases(model, 26, { x: 3, tx: 21.5, T: 38 }).toFixed(6); // => '0.959326'
 */
export function conditionalExpectedPurchases(model: BuyingModel, t: number, history: PurchaseHistory): Estimate;
/** At the next occasions. */
export function conditionalExpectedPurchases(model: BgBbModel, t: number, history: OccasionHistory): Estimate;
export function conditionalExpectedPurchases(
  model: BuyingModel | BgBbModel,
  t: number,
  history: PurchaseHistory | OccasionHistory,
): Estimate {
  oneOf(model.model, PURCHASE_MODELS, ['model', 'model']);
  return model.model === 'bgBb'
    ? compileClv(model).conditionalExpectedPurchases(t, history as OccasionHistory)
    : compileClv(model).conditionalExpectedPurchases(t, history as PurchaseHistory);
}
