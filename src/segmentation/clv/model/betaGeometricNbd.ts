import { exp, ln, ln1p } from '../../../core/elementary.js';
import { checkCount, checkParams, checkTime } from './checks.js';
import type { BetaGeometricParams } from './clvModel.js';
import { type Finite, finite } from './finite.js';
import { checkPurchaseHistory, type PurchaseHistory } from './history.js';
import type { BuyingEvaluator } from './buyingEvaluator.js';
import { purchasesWhileAlive } from './purchasesWhileAlive.js';
import { risingLog } from '../numerics/risingLog.js';

/**
 * The models in which a customer may drop out after a purchase.
 *
 * @param first 1 where the first purchase counts among those after which a customer may drop out, else 0
 */
export function betaGeometricNbd(params: BetaGeometricParams, first: 0 | 1): BuyingEvaluator {
  checkParams({ ...params }, ['r', 'alpha', 'a', 'b']);
  const { r, alpha, a, b } = params;

  /** The chance of having dropped out at the last purchase over that of being alive, its logarithm; −Infinity for none. */
  const logOdds = ({ x, tx, T }: PurchaseHistory): number => {
    const survived = x + first;
    if (survived === 0) return -Infinity;
    return ln(a) - ln(b + survived - 1) + (r + x) * (ln(alpha + T) - ln(alpha + tx));
  };

  const probabilityAlive = (history: PurchaseHistory): number => 1 / (1 + exp(logOdds(history)));

  return {
    logLikelihood(history) {
      checkPurchaseHistory(history);
      const { x, T } = history;
      const odds = logOdds(history);
      const survived = x + first;
      return (
        risingLog(r, x) +
        r * ln(alpha) +
        risingLog(b, survived) -
        risingLog(a + b, survived) -
        (r + x) * ln(alpha + T) +
        (odds > 0 ? odds + ln1p(exp(-odds)) : ln1p(exp(odds)))
      );
    },
    probabilityAlive(history) {
      checkPurchaseHistory(history);
      return probabilityAlive(history);
    },
    expectedPurchases(t) {
      checkTime(t);
      if (first === 0) return purchasesWhileAlive(params, t);
      return (b / (a + b)) * purchasesWhileAlive({ r, alpha, a, b: b + 1 }, t);
    },
    lifetimePurchases(): Finite {
      return finite(a > 1 ? (first === 1 ? b : a + b - 1) / (a - 1) : Infinity);
    },
    conditionalExpectedPurchases(t, history) {
      checkTime(t);
      checkPurchaseHistory(history);
      const { x, T } = history;
      const later = { r: r + x, alpha: alpha + T, a, b: b + x + first };
      return probabilityAlive(history) * purchasesWhileAlive(later, t);
    },
    probabilityOfCount(n, t) {
      checkCount(n, ['n']);
      checkTime(t);
      const survived = n + first;
      const alive = exp(risingLog(b, survived) - risingLog(a + b, survived));
      const { mass, below } = negativeBinomial({ r, alpha }, n, t);
      if (survived === 0) return alive * mass;
      return alive * mass + ((alive * a) / (b + survived - 1)) * Math.max(0, 1 - below);
    },
  };
}

/** The chance of n occasions in a time, and of fewer. */
function negativeBinomial({ r, alpha }: { r: number; alpha: number }, n: number, t: number) {
  const z = t / (alpha + t);
  let logMass = -r * ln1p(t / alpha);
  let below = 0;
  for (let i = 0; i < n; i++) {
    below += exp(logMass);
    logMass += z === 0 ? -Infinity : ln(((r + i) / (i + 1)) * z);
  }
  return { mass: logMass === -Infinity ? 0 : exp(logMass), below };
}
