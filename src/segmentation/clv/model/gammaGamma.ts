import type { Estimate } from '../../../core/estimate.js';
import { ln } from '../../../core/elementary.js';
import { logGamma } from '../../../core/gamma.js';
import { checkParams } from './checks.js';
import type { GammaGammaModel } from './clvModel.js';
import { type Finite, finite } from './finite.js';
import { readSpend, type SpendHistory } from './spendHistory.js';

/** What a model of spending says, its parameters checked once. */
export interface GammaGammaEvaluator {
  /** Logarithm of the likelihood of a customer's mean spend; `x` above 0. */
  logLikelihood(history: SpendHistory): Estimate;
  /** Mean spend a purchase in the long run, of a customer with this history. */
  expectedSpend(history: SpendHistory): Finite;
}

/** The model of what customers spend a purchase. */
export function gammaGamma(params: GammaGammaModel['params']): GammaGammaEvaluator {
  checkParams({ ...params }, ['p', 'q', 'gamma']);
  const { p, q, gamma } = params;
  return {
    logLikelihood(history) {
      const { x, z } = readSpend(history, ['history'], 1);
      const shape = p * x;
      const total = ln(gamma + x * z);
      return (
        logGamma(shape + q) -
        logGamma(shape) -
        logGamma(q) +
        q * (ln(gamma) - total) +
        shape * (ln(x * z) - total) -
        ln(z)
      );
    },
    expectedSpend(history) {
      const { x, z } = readSpend(history, ['history']);
      const below = p * x + q - 1;
      return finite(below > 0 ? (p * (gamma + x * z)) / below : Infinity);
    },
  };
}
