import { type DecimalLike, type DecimalString, times, toDecimal, toText } from '../../core/decimal.js';
import type { Reason } from '../../core/errors.js';
import type { Estimate } from '../../core/estimate.js';
import { scaledDecimal } from '../../core/fixed/decimalColumn.js';
import { type Ratio, ratioOf } from '../../core/ratio.js';
import { toScaled } from '../../core/scaled.js';
import { toProbability } from '../definition/checkPipeline.js';
import { convolve, type Masses, MAX_OUTCOMES } from './convolve.js';
import { massesOf } from './pipelineDistribution.js';
import { type RiskDeal, riskGrid } from './riskDeals.js';
import { simulatedNeed } from './simulatedNeed.js';

/** Most deals that are tried. */
const MOST_DEALS = 1000;

/** How a need is estimated. */
export interface NeedSimulation {
  /** Integer from 0 to 2³² − 1. */
  readonly seed: number;
  /** Number of runs, 1 to 2³¹. Default 10,000. */
  readonly runs?: number;
}

/** What is to be reached, how surely, and with which deals. */
export interface PipelineGoal {
  readonly target: DecimalLike;
  /** Chance of reaching it, 0 to 1. */
  readonly confidence: DecimalLike;
  /** The deals that can be found: amount above 0, chance above 0. */
  readonly profile: { readonly amount: DecimalLike; readonly probability: DecimalLike };
  /** Estimates the need where the results are too many for the exact chances. Without it that is the reason for no answer. */
  readonly simulation?: NeedSimulation;
}

/** How many more deals are needed, or why no number is enough. */
export type PipelineNeed =
  | {
      readonly ok: true;
      readonly deals: number;
      /** Amount of these deals together. */
      readonly pipeline: DecimalString;
      /** Chance of the target with them: exact, or the share of the runs. */
      readonly probability: Ratio;
      /** What the answer was estimated with, and the standard error of the chance; absent where it is exact. */
      readonly simulated?: { readonly seed: number; readonly runs: number; readonly standardError: Estimate };
    }
  | { readonly ok: false; readonly reasons: readonly Reason[] };

/**
 * Returns how many deals of a kind have to be found so that a pipeline reaches a target with a chance: the smallest number,
 * `0` where what is there is enough. The chances are exact up to a million different results; beyond, the need is simulated
 * where a seed is given, and `tooManyOutcomes` where none is.
 *
 * @param deals that are there, amounts of one currency
 * @param goal target, confidence, the kind of deals, and how the need may be estimated
 * @throws SalesModelError `simulate.runs`, `seed.invalid`, the errors of `pipelineDistribution`
 * @example
 * import { additionalPipelineNeeded } from 'salesmodel/pipeline';
 *
 * const need = additionalPipelineNeeded([{ id: 'A', amount: '100', probability: '0.5' }], {
 *   target: '200', confidence: '0.8', profile: { amount: '50', probability: '0.4' },
 * });
 * need.ok && [need.deals, need.pipeline, need.probability.value]; // => [ 11, '550', '0.8367413248' ]
 */
export function additionalPipelineNeeded(deals: readonly RiskDeal[], goal: PipelineGoal): PipelineNeed {
  const target = toDecimal(goal.target, ['goal', 'target']);
  const confidence = toProbability(goal.confidence, ['goal', 'confidence']);
  const amount = toDecimal(goal.profile.amount, ['goal', 'profile', 'amount']);
  const probability = toProbability(goal.profile.probability, ['goal', 'profile', 'probability']);
  const grid = riskGrid(deals, undefined, Math.max(amount.dp(), target.dp()));
  const start = massesOf(grid);
  const goalUnits = toScaled(target, grid.scale);
  const units = toScaled(amount, grid.scale);
  const outOfReach: PipelineNeed = {
    ok: false,
    reasons: [{ code: 'goalOutOfReach', params: { target: toText(target), most: MOST_DEALS } }],
  };
  const estimated = (): PipelineNeed => {
    const { simulation } = goal;
    if (simulation === undefined) {
      return { ok: false, reasons: [{ code: 'tooManyOutcomes', params: { most: MAX_OUTCOMES } }] };
    }
    const wanted = { target: goalUnits, confidence, units, amount, probability, most: MOST_DEALS };
    return simulatedNeed(grid, wanted, simulation) ?? outOfReach;
  };
  if (start === null) return estimated();
  const scale = probability.dp();
  const chance = toScaled(probability, scale);
  let masses: Masses = start.masses;
  let { decimals } = start;
  for (let count = 0; count <= MOST_DEALS; count++) {
    let above = 0n;
    for (const [sum, mass] of masses) if (sum >= goalUnits) above += mass;
    const reached = scaledDecimal(above, decimals);
    if (reached.gte(confidence)) {
      return {
        ok: true,
        deals: count,
        pipeline: toText(times(amount, toDecimal(count))),
        probability: ratioOf(reached, toDecimal(1)),
      };
    }
    if (units <= 0n || chance === 0n) break;
    const next = convolve(masses, units, chance, 10n ** BigInt(scale));
    if (next === null) return estimated();
    masses = next;
    decimals += scale;
  }
  return outOfReach;
}
