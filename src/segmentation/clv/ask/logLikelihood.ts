import type { Estimate } from '../../../core/estimate.js';
import type { BgBbModel, BuyingModel, GammaGammaModel, SBgModel } from '../model/clvModel.js';
import { compileClv } from '../model/compileClv.js';
import type { OccasionHistory, PurchaseHistory } from '../model/history.js';
import type { SpendHistory } from '../model/spendHistory.js';

/**
 * Returns the logarithm of the likelihood of what is known of a customer, or of a cohort for `sBg`, an estimate.
 *
 * @param model its name and parameters
 * @param facts a history for a model of purchases, count and mean for `gammaGamma`, survivors for `sBg`
 * @throws SalesModelError `segmentation.clv.parameter`, `segmentation.clv.history`, `segmentation.clv.occasions`,
 *   `segmentation.clv.survivors`, `segmentation.clv.count`, `segmentation.clv.positive`, `option.unknown`
 * @example
 * import { logLikelihood } from 'salesmodel/segmentation/clv';
 *
 * const model = { model: 'paretoNbd', params: { r: 0.6, alpha: 12, s: 0.5, beta: 9 } } as const;
 * logLikelihood(model, { x: 3, tx: 21.5, T: 38 }).toFixed(6); // => '-12.061933'
 */
export function logLikelihood(model: BuyingModel, facts: PurchaseHistory): Estimate;
/** Of a row of occasions. */
export function logLikelihood(model: BgBbModel, facts: OccasionHistory): Estimate;
/** Of a mean spend. */
export function logLikelihood(model: GammaGammaModel, facts: SpendHistory): Estimate;
/** Of a cohort. */
export function logLikelihood(model: SBgModel, facts: readonly number[]): Estimate;
export function logLikelihood(
  model: BuyingModel | BgBbModel | GammaGammaModel | SBgModel,
  facts: PurchaseHistory | OccasionHistory | SpendHistory | readonly number[],
): Estimate {
  const evaluator = compileClv(model) as { logLikelihood(facts: unknown): Estimate };
  return evaluator.logLikelihood(facts);
}
