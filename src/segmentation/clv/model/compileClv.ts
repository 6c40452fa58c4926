import { match } from 'ts-pattern';
import { oneOf } from '../../../core/oneOf.js';
import { bgBb, type BgBbEvaluator } from './bgBb.js';
import { betaGeometricNbd } from './betaGeometricNbd.js';
import type { BuyingEvaluator } from './buyingEvaluator.js';
import type { BgBbModel, ClvModel, GammaGammaModel, ParetoNbdModel, SBgModel } from './clvModel.js';
import { gammaGamma, type GammaGammaEvaluator } from './gammaGamma.js';
import { paretoNbd, type ParetoNbdEvaluator } from './paretoNbd.js';
import { sBg, type SBgEvaluator } from './sBg.js';

/** What a model of its kind can say. */
export type ClvEvaluator<M extends ClvModel> = M extends ParetoNbdModel
  ? ParetoNbdEvaluator
  : M extends BgBbModel
    ? BgBbEvaluator
    : M extends GammaGammaModel
      ? GammaGammaEvaluator
      : M extends SBgModel
        ? SBgEvaluator
        : BuyingEvaluator;

const MODELS = ['bgNbd', 'mbgNbd', 'paretoNbd', 'bgBb', 'gammaGamma', 'sBg'] as const;

/**
 * Returns what a model says, its parameters checked once: for many customers of one model.
 *
 * @param model its name and parameters; a fitted model is one
 * @throws SalesModelError `segmentation.clv.parameter`, `option.unknown`
 * @example
 * import { compileClv } from 'salesmodel/segmentation/clv';
 *
 * const model = compileClv({ model: 'bgNbd', params: { r: 0.3, alpha: 5, a: 0.7, b: 2.2 } });
 * model.probabilityAlive({ x: 1, tx: 4, T: 30 }).toFixed(6); // => '0.349684'
 * model.conditionalExpectedPurchases(26, { x: 1, tx: 4, T: 30 }).toFixed(6); // => '0.296788'
 */
export function compileClv<M extends ClvModel>(model: M): ClvEvaluator<M> {
  oneOf(model.model, MODELS, ['model', 'model']);
  return match<ClvModel, unknown>(model)
    .with({ model: 'bgNbd' }, ({ params }) => betaGeometricNbd(params, 0))
    .with({ model: 'mbgNbd' }, ({ params }) => betaGeometricNbd(params, 1))
    .with({ model: 'paretoNbd' }, ({ params }) => paretoNbd(params))
    .with({ model: 'bgBb' }, ({ params }) => bgBb(params))
    .with({ model: 'gammaGamma' }, ({ params }) => gammaGamma(params))
    .with({ model: 'sBg' }, ({ params }) => sBg(params))
    .exhaustive() as ClvEvaluator<M>;
}
