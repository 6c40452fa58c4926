import { exp, ln, ln1p } from '../../../core/elementary.js';
import { gaussLegendre } from '../numerics/gaussLegendre.js';
import { risingLog } from '../numerics/risingLog.js';
import { shrinkage } from '../numerics/shrinkage.js';
import type { BuyingEvaluator } from './buyingEvaluator.js';
import { checkCount, checkParams, checkRate, checkTime } from './checks.js';
import type { ParetoNbdModel } from './clvModel.js';
import { dropoutIntegral } from './dropoutIntegral.js';
import { fail } from '../fail.js';
import { type Finite, finite } from './finite.js';
import { checkPurchaseHistory, type PurchaseHistory } from './history.js';

/** How purchases to come are discounted. */
export interface DertOptions {
  /** A share a year, above −1. */
  readonly annualRate: number;
  /** Units of the model's time in a year, above 0; default 52, for weeks. */
  readonly unitsPerYear?: number;
}

/** What the Pareto/NBD model says, its parameters checked once. */
export interface ParetoNbdEvaluator extends BuyingEvaluator {
  /** Discounted mean number of all purchases to come, of a customer with this history. */
  dert(history: PurchaseHistory, options: DertOptions): Finite;
}

/** The model in which a customer drops out at any time. */
export function paretoNbd(params: ParetoNbdModel['params']): ParetoNbdEvaluator {
  checkParams({ ...params }, ['r', 'alpha', 's', 'beta']);
  const { r, alpha, s, beta } = params;

  /** The chance of having dropped out over that of being alive, its logarithm. */
  const logOdds = ({ x, tx, T }: PurchaseHistory): number =>
    dropoutIntegral(params, x, tx, T).log +
    (r + x) * (ln(alpha + T) - ln(alpha + tx)) +
    s * (ln(beta + T) - ln(beta + tx));

  const alive = (history: PurchaseHistory): number => 1 / (1 + exp(logOdds(history)));

  return {
    logLikelihood(history) {
      checkPurchaseHistory(history);
      const { x, T } = history;
      const odds = logOdds(history);
      return (
        risingLog(r, x) +
        r * ln(alpha) -
        (r + x) * ln(alpha + T) -
        s * ln1p(T / beta) +
        (odds > 0 ? odds + ln1p(exp(-odds)) : ln1p(exp(odds)))
      );
    },
    probabilityAlive(history) {
      checkPurchaseHistory(history);
      return alive(history);
    },
    expectedPurchases(t) {
      checkTime(t);
      return (r / alpha) * timeAlive(s, beta, t);
    },
    lifetimePurchases() {
      return finite(s > 1 ? (r * beta) / (alpha * (s - 1)) : Infinity);
    },
    conditionalExpectedPurchases(t, history) {
      checkTime(t);
      checkPurchaseHistory(history);
      const { x, T } = history;
      return ((alive(history) * (r + x)) / (alpha + T)) * timeAlive(s, beta + T, t);
    },
    probabilityOfCount(n, t) {
      checkCount(n, ['n']);
      checkTime(t);
      return probabilityOfCount(params, n, t);
    },
    dert(history, { annualRate, unitsPerYear = 52 }) {
      checkPurchaseHistory(history);
      checkRate(annualRate, ['options', 'annualRate']);
      if (!(Number.isFinite(unitsPerYear) && unitsPerYear > 0)) {
        fail('segmentation.clv.positive', ['options', 'unitsPerYear'], { value: String(unitsPerYear) });
      }
      const { x, T } = history;
      const rate = ln1p(annualRate) / unitsPerYear;
      return finite(((alive(history) * (r + x)) / (alpha + T)) * discountedTimeAlive(s, beta + T, rate));
    },
  };
}

/** Mean time within the next t that a customer is alive: ∫ (β/(β + u))ˢ du, which is no quotient by s − 1. */
function timeAlive(s: number, beta: number, t: number): number {
  const length = ln1p(t / beta);
  return beta * length * shrinkage((s - 1) * length);
}

/** The same without an end and discounted at a continuous rate: ∫ e^(−rate·u) (β/(β + u))ˢ du. */
function discountedTimeAlive(s: number, beta: number, rate: number): number {
  if (rate < 0) return Infinity;
  if (rate === 0) return s > 1 ? beta / (s - 1) : Infinity;
  const y = rate * beta;
  // Over v = ln(1 + u/β) the integrand ends like e^(−y·eᵛ).
  const length = ln1p(60 / y);
  let sum = 0;
  gaussLegendre(length, Math.ceil(2 * length + (s * length) / 12), (v, weight) => {
    sum += weight * exp((1 - s) * v - y * (exp(v) - 1));
  });
  return beta * sum;
}

/** Alive at the end with n purchases, or dropped out before with n. */
function probabilityOfCount({ r, alpha, s, beta }: ParetoNbdModel['params'], n: number, t: number): number {
  if (t === 0) return n === 0 ? 1 : 0;
  const ways = risingLog(r, n) - risingLog(1, n);
  const logCount = (u: number): number => ways - r * ln1p(u / alpha) + (n === 0 ? 0 : n * (ln(u) - ln(alpha + u)));
  const least = Math.min(alpha, beta);
  const length = ln1p(t / least);
  let sum = exp(logCount(t) - s * ln1p(t / beta));
  gaussLegendre(length, Math.ceil(2 * length + n / 4), (v, weight) => {
    const u = least * (exp(v) - 1);
    if (u > 0) sum += weight * exp(logCount(u) - s * ln1p(u / beta)) * ((s * (least + u)) / (beta + u));
  });
  return sum;
}
