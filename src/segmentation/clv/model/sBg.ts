import type { Estimate } from '../../../core/estimate.js';
import { exp, ln } from '../../../core/elementary.js';
import { risingLog } from '../numerics/risingLog.js';
import { unitHypergeometric } from '../numerics/unitHypergeometric.js';
import { checkCount, checkParams, checkRate } from './checks.js';
import type { SBgModel } from './clvModel.js';
import { fail } from '../fail.js';
import { type Finite, finite } from './finite.js';
import { isFalling } from './survivors.js';

/** What a model of renewals says, its parameters checked once. */
export interface SBgEvaluator {
  /** Logarithm of the likelihood of a cohort: how many were there at the start and after each renewal. */
  logLikelihood(survivors: readonly number[]): Estimate;
  /** Share of the customers who are there after t renewals. */
  survival(t: number): Estimate;
  /** Share of those there after t − 1 renewals who renew for the t-th time. */
  retention(t: number): Estimate;
  /** Discounted mean number of periods of a new customer, the first counted in full. */
  del(rate: number): Finite;
  /** Discounted mean number of periods to come of a customer about to renew for the n-th time. */
  derl(n: number, rate: number): Finite;
}

/** The model of renewals of a contract. */
export function sBg(params: SBgModel['params']): SBgEvaluator {
  checkParams({ ...params }, ['alpha', 'beta']);
  const { alpha, beta } = params;
  const logSurvival = (t: number): number => risingLog(beta, t) - risingLog(alpha + beta, t);
  const retention = (t: number): number => (beta + t - 1) / (alpha + beta + t - 1);
  /** Σ S(t)/S(n) zᵗ⁻ⁿ from t = n. */
  const residual = (n: number, rate: number): number =>
    rate < 0 ? Infinity : unitHypergeometric(beta + n, alpha + beta + n, 1 / (1 + rate));
  return {
    logLikelihood(survivors) {
      if (!isFalling(survivors)) fail('segmentation.clv.survivors', ['survivors'], { value: survivors });
      let sum = survivors.at(-1)! * logSurvival(survivors.length - 1);
      for (let t = 1; t < survivors.length; t++) {
        const lost = survivors[t - 1]! - survivors[t]!;
        if (lost > 0) sum += lost * (logSurvival(t - 1) + ln(alpha / (alpha + beta + t - 1)));
      }
      return sum;
    },
    survival(t) {
      checkCount(t, ['t']);
      return exp(logSurvival(t));
    },
    retention(t) {
      checkCount(t, ['t'], 1);
      return retention(t);
    },
    del(rate) {
      checkRate(rate, ['rate']);
      return finite(residual(0, rate));
    },
    derl(n, rate) {
      checkCount(n, ['n'], 1);
      checkRate(rate, ['rate']);
      return finite(retention(n) * residual(n, rate));
    },
  };
}
