import type { Estimate } from '../../../core/estimate.js';
import { exp, ln } from '../../../core/elementary.js';
import { risingLog } from '../numerics/risingLog.js';
import { unitHypergeometric } from '../numerics/unitHypergeometric.js';
import { checkCount, checkParams, checkRate } from './checks.js';
import type { BgBbModel } from './clvModel.js';
import { type Finite, finite } from './finite.js';
import { checkOccasionHistory, type OccasionHistory } from './history.js';

/** What a model of purchases at a row of occasions says, its parameters checked once. */
export interface BgBbEvaluator {
  /** Logarithm of the likelihood of a history: of one order of purchases, not of all with the same counts. */
  logLikelihood(history: OccasionHistory): Estimate;
  /** Probability that the customer is alive at the occasion n + ahead; default the next one. */
  probabilityAlive(history: OccasionHistory, ahead?: number): Estimate;
  /** Mean number of purchases of a new customer at n occasions. */
  expectedPurchases(n: number): Estimate;
  /** Mean number of purchases of a new customer, ever. */
  lifetimePurchases(): Finite;
  /** Mean number of purchases at the next occasions, of a customer with this history. */
  conditionalExpectedPurchases(ahead: number, history: OccasionHistory): Estimate;
  /** Probability that a new customer makes x purchases at n occasions. */
  probabilityOfCount(x: number, n: number): Estimate;
  /** Discounted mean number of all purchases to come, at a rate an occasion, of a customer with this history. */
  dert(history: OccasionHistory, options: { readonly ratePerOccasion: number }): Finite;
}

/** The model of purchases at a row of occasions. */
export function bgBb(params: BgBbModel['params']): BgBbEvaluator {
  checkParams({ ...params }, ['alpha', 'beta', 'gamma', 'delta']);
  const { alpha, beta, gamma, delta } = params;

  /** ln of the chance of one order of x purchases among n occasions at which the customer is alive. */
  const bought = (x: number, n: number): number =>
    risingLog(alpha, x) + risingLog(beta, n - x) - risingLog(alpha + beta, n);
  /** ln of the chance of being alive at n occasions or more. */
  const lasted = (n: number): number => risingLog(delta, n) - risingLog(gamma + delta, n);
  /** ln of the chance of being alive at n occasions and not at the next. */
  const dropped = (n: number): number => ln(gamma) + risingLog(delta, n) - risingLog(gamma + delta, n + 1);

  const logLikelihood = ({ x, tx, n }: OccasionHistory): number => {
    const parts = [bought(x, n) + lasted(n)];
    for (let m = tx; m < n; m++) parts.push(bought(x, m) + dropped(m));
    const most = Math.max(...parts);
    return most + ln(parts.reduce((sum, part) => sum + exp(part - most), 0));
  };
  const alive = (history: OccasionHistory): number =>
    Math.min(1, exp(bought(history.x, history.n) + lasted(history.n) - logLikelihood(history)));
  /** Mean number of the next occasions, up to so many, at which a customer is alive who is so at the n-th. */
  const occasionsAlive = (n: number, ahead: number): number => {
    let stays = 1;
    let sum = 0;
    for (let k = 0; k < ahead; k++) {
      stays *= (delta + n + k) / (gamma + delta + n + k);
      sum += stays;
    }
    return sum;
  };

  return {
    logLikelihood(history) {
      checkOccasionHistory(history);
      return logLikelihood(history);
    },
    probabilityAlive(history, ahead = 1) {
      checkOccasionHistory(history);
      checkCount(ahead, ['ahead']);
      const { n } = history;
      return alive(history) * exp(risingLog(delta + n, ahead) - risingLog(gamma + delta + n, ahead));
    },
    expectedPurchases(n) {
      checkCount(n, ['n']);
      return (alpha / (alpha + beta)) * occasionsAlive(0, n);
    },
    lifetimePurchases() {
      return finite(gamma > 1 ? ((alpha / (alpha + beta)) * delta) / (gamma - 1) : Infinity);
    },
    conditionalExpectedPurchases(ahead, history) {
      checkOccasionHistory(history);
      checkCount(ahead, ['ahead']);
      const { x, n } = history;
      return ((alive(history) * (alpha + x)) / (alpha + beta + n)) * occasionsAlive(n, ahead);
    },
    probabilityOfCount(x, n) {
      checkCount(x, ['x']);
      checkCount(n, ['n']);
      if (x > n) return 0;
      const ways = (m: number): number => risingLog(m - x + 1, x) - risingLog(1, x);
      let sum = exp(ways(n) + bought(x, n) + lasted(n));
      for (let m = x; m < n; m++) sum += exp(ways(m) + bought(x, m) + dropped(m));
      return sum;
    },
    dert(history, { ratePerOccasion }) {
      checkOccasionHistory(history);
      checkRate(ratePerOccasion, ['options', 'ratePerOccasion']);
      if (ratePerOccasion < 0) return finite(Infinity);
      const { x, n } = history;
      const z = 1 / (1 + ratePerOccasion);
      const next = (delta + n) / (gamma + delta + n);
      const occasions = next * z * unitHypergeometric(delta + n + 1, gamma + delta + n + 1, z);
      return finite(((alive(history) * (alpha + x)) / (alpha + beta + n)) * occasions);
    },
  };
}
