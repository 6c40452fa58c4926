import type { Estimate } from '../../../core/estimate.js';
import { oneOf } from '../../../core/oneOf.js';
import type { SBgModel } from '../model/clvModel.js';
import { compileClv } from '../model/compileClv.js';

/**
 * Returns the share of a cohort that is there after so many renewals, an estimate.
 *
 * @param model `sBg`
 * @param t renewals, a whole number from 0 to 100,000
 * @throws SalesModelError `segmentation.clv.parameter`, `segmentation.clv.count`, `option.unknown`
 * @example
 * import { survival } from 'salesmodel/segmentation/clv';
 *
 * const model = { model: 'sBg', params: { alpha: 0.8, beta: 2.5 } } as const;
 * [0, 1, 3, 12].map((t) => survival(model, t).toFixed(4)); // => ['1.0000', '0.7576', '0.5236', '0.2390']
 */
export function survival(model: SBgModel, t: number): Estimate {
  oneOf(model.model, ['sBg'], ['model', 'model']);
  return compileClv(model).survival(t);
}
