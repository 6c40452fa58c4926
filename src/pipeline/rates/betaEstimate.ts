import type { Estimate } from '../../core/estimate.js';
import { checkPositive } from '../../core/estimate.js';
import { fail as failCore } from '../../core/fail.js';

/** What is believed of a win rate before any deal: as if so many had been won and lost. */
export interface BetaPrior {
  /** Above 0. Default 1. */
  readonly priorA?: number;
  /** Above 0. Default 1. */
  readonly priorB?: number;
}

/**
 * Returns the mean of a win rate after some deals under a Beta prior: few deals are drawn toward what was believed before.
 *
 * @param won number of won deals, from 0 to n
 * @param n number of deals
 * @param prior default: every rate equally likely
 * @throws SalesModelError `estimate.count`, `estimate.positive`
 * @example
 * import { betaEstimate } from 'salesmodel/pipeline';
 *
 * betaEstimate(7, 10).toFixed(6); // => '0.666667'
 * betaEstimate(0, 0, { priorA: 3, priorB: 7 }); // => 0.3
 */
export function betaEstimate(won: number, n: number, { priorA = 1, priorB = 1 }: BetaPrior = {}): Estimate {
  checkPositive(priorA, ['prior', 'priorA']);
  checkPositive(priorB, ['prior', 'priorB']);
  if (!Number.isSafeInteger(n) || n < 0)
    failCore('estimate.count', ['n'], { max: Number.MAX_SAFE_INTEGER, value: String(n) });
  if (!Number.isSafeInteger(won) || won < 0 || won > n)
    failCore('estimate.count', ['won'], { max: n, value: String(won) });
  return (priorA + won) / (priorA + priorB + n);
}
