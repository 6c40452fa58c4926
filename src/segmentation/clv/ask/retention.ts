import type { Estimate } from '../../../core/estimate.js';
import { oneOf } from '../../../core/oneOf.js';
import type { SBgModel } from '../model/clvModel.js';
import { compileClv } from '../model/compileClv.js';

/**
 * Returns the share of those there after t − 1 renewals who renew for the t-th time, an estimate. It rises with t though nobody
 * changes: who leaves easily has left.
 *
 * @param model `sBg`
 * @param t number of the renewal, a whole number from 1 to 100,000
 * @throws SalesModelError `segmentation.clv.parameter`, `segmentation.clv.count`, `option.unknown`
 * @example
 * import { retention } from 'salesmodel/segmentation/clv';
 *
 * const model = { model: 'sBg', params: { alpha: 0.8, beta: 2.5 } } as const;
 * [1, 2, 12].map((t) => retention(model, t).toFixed(4)); // => ['0.7576', '0.8140', '0.9441']
 */
export function retention(model: SBgModel, t: number): Estimate {
  oneOf(model.model, ['sBg'], ['model', 'model']);
  return compileClv(model).retention(t);
}
