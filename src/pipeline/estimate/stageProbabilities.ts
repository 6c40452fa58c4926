import type { Estimate } from '../../core/estimate.js';
import { oneOf } from '../../core/oneOf.js';
import { ratio, type Ratio } from '../../core/ratio.js';
import { type ShareInterval, wilsonInterval } from '../../core/wilsonInterval.js';
import { checkDeals } from '../deal/checkDeals.js';
import type { PipelineDefinition } from '../definition/pipelineDefinition.js';
import { stageLine } from '../definition/stageLine.js';
import { dealWay, type WayDeal } from '../funnel/dealWay.js';

const REACHES = ['touched', 'atOrBeyond'] as const;

/** Which deals tell of a stage. */
export interface StageHistoryOptions {
  /** `touched` (default): deals that were in the stage. `atOrBeyond`: also those that were in a later one. */
  readonly reach?: (typeof REACHES)[number];
  /** Of the interval, above 0 and below 1. Default 0.95. */
  readonly confidence?: Estimate;
  /** Fewer closed deals than these are marked as few. Default 30. */
  readonly minSample?: number;
}

/** How many of the deals of a stage were won in the end. */
export interface StageProbability<S extends string = string> {
  readonly stage: S;
  readonly won: number;
  /** Won and lost deals that were in the stage. */
  readonly closed: number;
  /** `null` for the reason `noDeals` where none closed. */
  readonly probability: Ratio;
  /** Wilson interval of it. */
  readonly interval: ShareInterval;
  readonly smallSample: boolean;
}

/**
 * Returns for each open stage the share of its closed deals that were won, in the order of the stages. Open and deleted deals
 * and deals that ended without a judgement are left out.
 *
 * @param pipeline stages in their order
 * @param deals with their visits
 * @param options which deals tell of a stage, confidence, sample
 * @throws SalesModelError `pipeline.duplicateDeal`, `pipeline.unknownStage`, `option.unknown`, `estimate.probability`
 * @example
 * import { presets, stageProbabilities } from 'salesmodel/pipeline';
 *
 * const deal = (id: string, outcome: 'won' | 'lost', ...stages: string[]) =>
 *   ({ id, outcome, visits: stages.map((state) => ({ state })) });
 * const rates = stageProbabilities(presets['cn-4-stage'], [
 *   deal('D1', 'won', 'prepare', 'carry-out', 'follow-up'),
 *   deal('D2', 'lost', 'prepare', 'lost'),
 *   deal('D3', 'lost', 'prepare', 'carry-out', 'lost'),
 * ]);
 * rates.map(({ stage, probability }) => [stage, probability.value]); // => [['prepare', '0.333333333333'], ['carry-out', '0.5']]
 */
export function stageProbabilities<S extends string>(
  pipeline: PipelineDefinition<S>,
  deals: readonly (WayDeal & { readonly id: string })[],
  options: StageHistoryOptions = {},
): readonly StageProbability<S>[] {
  const { confidence = 0.95, minSample = 30 } = options;
  const reach = oneOf(options.reach ?? 'touched', REACHES, ['options', 'reach']);
  const line = stageLine(pipeline);
  checkDeals(deals);
  const closed = line.stages.map(() => 0);
  const won = line.stages.map(() => 0);
  const wayOf = dealWay(line);
  for (const [at, deal] of deals.entries()) {
    const { outcome, deletedAt = null } = deal;
    if (deletedAt !== null || (outcome !== 'won' && outcome !== 'lost')) continue;
    const { visited, furthest } = wayOf(deal, at);
    for (let place = 0; place < closed.length; place++) {
      if (reach === 'touched' ? visited[place] !== 1 : furthest < place) continue;
      closed[place]!++;
      if (outcome === 'won') won[place]!++;
    }
  }
  return line.stages.map(({ id }, at): StageProbability<S> => {
    const [wins, n] = [won[at]!, closed[at]!];
    const probability = ratio(wins, n);
    return {
      stage: id,
      won: wins,
      closed: n,
      probability: probability.value === null ? { ...probability, reason: 'noDeals' } : probability,
      interval: wilsonInterval(wins, n, confidence),
      smallSample: n < minSample,
    };
  });
}
