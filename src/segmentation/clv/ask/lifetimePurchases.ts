import { oneOf } from '../../../core/oneOf.js';
import type { BgBbModel, BuyingModel } from '../model/clvModel.js';
import { compileClv } from '../model/compileClv.js';
import type { Finite } from '../model/finite.js';
import { PURCHASE_MODELS } from './purchaseModels.js';

/**
 * Returns how often a new customer comes back on average, ever, an estimate. There is a finite mean where a > 1 (`bgNbd`,
 * `mbgNbd`), s > 1 (`paretoNbd`) or gamma > 1 (`bgBb`).
 *
 * @param model its name and parameters
 * @returns `{ ok: false, reasons }` with `infinite` where there is none
 * @throws SalesModelError `segmentation.clv.parameter`, `option.unknown`
 * @example
 * import { lifetimePurchases } from 'salesmodel/segmentation/clv';
 *
 * lifetimePurchases({ model: 'paretoNbd', params: { r: 1, alpha: 10, s: 3, beta: 40 } }); // => { ok: true, value: 2 }
 * lifetimePurchases({ model: 'paretoNbd', params: { r: 1, alpha: 10, s: 1, beta: 40 } });
 * // => { ok: false, reasons: [{ code: 'infinite', params: {} }] }
 */
export function lifetimePurchases(model: BuyingModel | BgBbModel): Finite {
  oneOf(model.model, PURCHASE_MODELS, ['model', 'model']);
  return compileClv(model).lifetimePurchases();
}
