import { oneOf } from '../../../core/oneOf.js';
import type { SBgModel } from '../model/clvModel.js';
import { compileClv } from '../model/compileClv.js';
import type { Finite } from '../model/finite.js';

/**
 * Returns the discounted expected lifetime of a new customer in periods, the first counted in full, an estimate. Times the
 * margin of a period it is what a new contract is worth.
 *
 * @param model `sBg`
 * @param rate discount a period, above −1
 * @returns `{ ok: false, reasons }` with `infinite` where the sum has no end: at 0 where alpha ≤ 1, and below 0
 * @throws SalesModelError `segmentation.clv.parameter`, `segmentation.clv.rate`, `option.unknown`
 * @example
 * import { del } from 'salesmodel/segmentation/clv';
 *
 * const periods = del({ model: 'sBg', params: { alpha: 0.8, beta: 2.5 } }, 0.1);
 * periods.ok && periods.value.toFixed(6); // => '4.600584'
 */
export function del(model: SBgModel, rate: number): Finite {
  oneOf(model.model, ['sBg'], ['model', 'model']);
  return compileClv(model).del(rate);
}
