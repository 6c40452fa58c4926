import { type DecimalLike, type DecimalString, times, toDecimal, toText } from '../../core/decimal.js';
import type { Reason } from '../../core/errors.js';
import { scaledDecimal } from '../../core/fixed/decimalColumn.js';
import { type Ratio, ratioOf } from '../../core/ratio.js';
import { toScaled } from '../../core/scaled.js';
import { toProbability } from '../definition/checkPipeline.js';
import { convolve, type Masses, MAX_OUTCOMES } from './convolve.js';
import { massesOf } from './pipelineDistribution.js';
import { type RiskDeal, riskGrid } from './riskDeals.js';

/** Most deals that are tried. */
const MOST_DEALS = 1000;

/** What is to be reached, how surely, and with which deals. */
export interface PipelineGoal {
  readonly target: DecimalLike;
  /** Chance of reaching it, 0 to 1. */
  readonly confidence: DecimalLike;
  /** The deals that can be found: amount above 0, chance above 0. */
  readonly profile: { readonly amount: DecimalLike; readonly probability: DecimalLike };
}

/** How many more deals are needed, or why no number is enough. */
export type PipelineNeed =
  | {
      readonly ok: true;
      readonly deals: number;
      /** Amount of these deals together. */
      readonly pipeline: DecimalString;
      /** Chance of the target with them. */
      readonly probability: Ratio;
    }
  | { readonly ok: false; readonly reasons: readonly Reason[] };

/**
 * Returns how many deals of a kind have to be found so that a pipeline reaches a target with a chance: the smallest number,
 * `0` where what is there is enough. The chances are exact.
 *
 * @param deals that are there, amounts of one currency
 * @param goal target, confidence, and the kind of deals
 * @throws SalesModelError the errors of `pipelineDistribution`
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
  if (start === null) return { ok: false, reasons: [{ code: 'tooManyOutcomes', params: { most: MAX_OUTCOMES } }] };
  const goalUnits = toScaled(target, grid.scale);
  const units = toScaled(amount, grid.scale);
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
    if (next === null) return { ok: false, reasons: [{ code: 'tooManyOutcomes', params: { most: MAX_OUTCOMES } }] };
    masses = next;
    decimals += scale;
  }
  return { ok: false, reasons: [{ code: 'goalOutOfReach', params: { target: toText(target), most: MOST_DEALS } }] };
}
