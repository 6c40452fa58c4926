import { type DecimalLike, type DecimalString, minus, ONE, times, toDecimal, ZERO } from '../../core/decimal.js';
import { type Ratio, ratio, ratioOf } from '../../core/ratio.js';
import { toProbability } from '../definition/checkPipeline.js';
import type { PipelineDistribution } from './pipelineDistribution.js';
import type { PipelineSimulation } from './simulatePipeline.js';

/**
 * Returns the chance that a pipeline brings a target or more: exact from a distribution, the share of runs from a simulation.
 *
 * @param results distribution or simulation
 * @param target amount
 * @throws SalesModelError `decimal.invalid`
 * @example
 * import { goalProbability, pipelineDistribution } from 'salesmodel/pipeline';
 *
 * const result = pipelineDistribution([{ id: 'A', amount: '100', probability: '0.9' }]);
 * result.ok && goalProbability(result, '100').value; // => '0.9'
 */
export function goalProbability(results: PipelineDistribution | PipelineSimulation, target: DecimalLike): Ratio {
  const goal = toDecimal(target, ['target']);
  if ('counts' in results) {
    const reached = results.counts.reduce(
      (sum, { value, count }) => (toDecimal(value).gte(goal) ? sum + count : sum),
      0,
    );
    return ratio(reached, results.runs);
  }
  const below = results.outcomes.findLast(({ value }) => toDecimal(value).lt(goal));
  return ratioOf(minus(ONE, below === undefined ? ZERO : toDecimal(below.cumulative)), ONE);
}

/**
 * Returns the smallest result that is not exceeded with a chance: its cumulative chance is at least that.
 *
 * @param results distribution or simulation
 * @param p chance, 0 to 1
 * @throws SalesModelError `pipeline.probability`, `decimal.invalid`
 * @example
 * import { distributionQuantile, simulatePipeline } from 'salesmodel/pipeline';
 *
 * distributionQuantile(simulatePipeline([{ id: 'A', amount: '100', probability: '0.9' }], { seed: 7 }), '0.05'); // => '0'
 */
export function distributionQuantile(
  results: PipelineDistribution | PipelineSimulation,
  p: DecimalLike,
): DecimalString {
  const chance = toProbability(p, ['p']);
  if ('outcomes' in results) {
    return results.outcomes.find(({ cumulative }) => toDecimal(cumulative).gte(chance))?.value ?? '0';
  }
  const needed = times(chance, toDecimal(results.runs));
  let below = 0;
  for (const { value, count } of results.counts) {
    below += count;
    if (needed.lte(below)) return value;
  }
  return results.counts.at(-1)?.value ?? '0';
}
