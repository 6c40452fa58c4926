import { oneOf } from '../../../core/oneOf.js';
import type { SBgModel } from '../model/clvModel.js';
import { compileClv } from '../model/compileClv.js';
import type { Finite } from '../model/finite.js';

/**
 * Returns the discounted expected residual lifetime in periods of a customer about to renew for the n-th time, an estimate.
 *
 * @param model `sBg`
 * @param n number of the renewal, a whole number from 1 to 100,000
 * @param rate discount a period, above −1
 * @returns `{ ok: false, reasons }` with `infinite` where the sum has no end: at 0 where alpha ≤ 1, and below 0
 * @throws SalesModelError `segmentation.clv.parameter`, `segmentation.clv.count`, `segmentation.clv.rate`, `option.unknown`
 * @example
 * import { derl } from 'salesmodel/segmentation/clv';
 *
 * const periods = derl({ model: 'sBg', params: { alpha: 0.8, beta: 2.5 } }, 3, 0.1);
 * periods.ok && periods.value.toFixed(6); // => '5.185296'
 */
export function derl(model: SBgModel, n: number, rate: number): Finite {
  oneOf(model.model, ['sBg'], ['model', 'model']);
  return compileClv(model).derl(n, rate);
}
