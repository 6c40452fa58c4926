import type { Estimate } from '../../../core/estimate.js';
import type { Finite } from './finite.js';
import type { PurchaseHistory } from './history.js';

/** What a model of purchases in continuous time says, its parameters checked once. Times are in the unit of the parameters. */
export interface BuyingEvaluator {
  /** Logarithm of the likelihood of a history. */
  logLikelihood(history: PurchaseHistory): Estimate;
  /** Probability that the customer has not dropped out by the end of observation. */
  probabilityAlive(history: PurchaseHistory): Estimate;
  /** Mean number of purchases of a new customer in a time t after the first. */
  expectedPurchases(t: number): Estimate;
  /** Mean number of purchases of a new customer, ever. */
  lifetimePurchases(): Finite;
  /** Mean number of purchases in a time t after the end of observation, of a customer with this history. */
  conditionalExpectedPurchases(t: number, history: PurchaseHistory): Estimate;
  /** Probability that a new customer makes n purchases in a time t after the first. */
  probabilityOfCount(n: number, t: number): Estimate;
}
