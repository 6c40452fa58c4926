import { oneOf } from '../../../core/oneOf.js';
import type { BgBbModel, ParetoNbdModel } from '../model/clvModel.js';
import { compileClv } from '../model/compileClv.js';
import type { Finite } from '../model/finite.js';
import type { OccasionHistory, PurchaseHistory } from '../model/history.js';
import type { DertOptions } from '../model/paretoNbd.js';

/**
 * Returns the discounted expected residual transactions of a customer: all purchases to come, each worth less the later it is,
 * an estimate. At a rate of 0 they are finite where s > 1 or gamma > 1 only, below 0 nowhere.
 *
 * @param model `paretoNbd` discounts continuously (Fader, Hardie and Lee, 2005), `bgBb` by occasions (Fader, Hardie and Shang, 2010)
 * @param history of the customer
 * @param options rate a year with the model's units in a year, or rate an occasion
 * @returns `{ ok: false, reasons }` with `infinite` where the sum has no end
 * @throws SalesModelError `segmentation.clv.parameter`, `segmentation.clv.history`, `segmentation.clv.occasions`,
 *   `segmentation.clv.rate`, `segmentation.clv.positive`, `option.unknown`
 * @example
 * import { dert } from 'salesmodel/segmentation/clv';
 *
 * const model = { model: 'paretoNbd', params: { r: 0.6, alpha: 12, s: 0.5, beta: 9 } } as const;
 * const to = dert(model, { x: 3, tx: 21.5, T: 38 }, { annualRate: 0.1, unitsPerYear: 52 });
 * to.ok && to.value.toFixed(6); // => '9.706191'
 */
export function dert(model: ParetoNbdModel, history: PurchaseHistory, options: DertOptions): Finite;
/** At occasions. */
export function dert(model: BgBbModel, history: OccasionHistory, options: { readonly ratePerOccasion: number }): Finite;
export function dert(
  model: ParetoNbdModel | BgBbModel,
  history: PurchaseHistory | OccasionHistory,
  options: DertOptions | { readonly ratePerOccasion: number },
): Finite {
  oneOf(model.model, ['paretoNbd', 'bgBb'], ['model', 'model']);
  return model.model === 'bgBb'
    ? compileClv(model).dert(history as OccasionHistory, options as { readonly ratePerOccasion: number })
    : compileClv(model).dert(history as PurchaseHistory, options as DertOptions);
}
