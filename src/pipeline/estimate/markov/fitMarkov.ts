import { checkDeals } from '../../deal/checkDeals.js';
import type { PipelineDefinition } from '../../definition/pipelineDefinition.js';
import { placeIn, stageLine } from '../../definition/stageLine.js';
import type { WayDeal } from '../../funnel/dealWay.js';
import type { MarkovTransition } from './markovInput.js';

/** Moves that were counted, as `markovChain` takes them. */
export interface MarkovFit {
  /** The open stages in their order. */
  readonly stages: readonly string[];
  readonly outcomes: readonly ['won', 'lost'];
  /** Those seen, in the order of the stages with the outcomes last. */
  readonly transitions: readonly MarkovTransition[];
  /** Stages that no deal was seen to leave. */
  readonly neverLeft: readonly string[];
}

/** The outcomes of a fitted chain. */
const OUTCOMES = ['won', 'lost'] as const;

/**
 * Returns how often deals moved from each open stage to each other one, and how they ended. A closing that was undone by
 * reopening is no end: the deal moved from its stage before to the one after. An open deal has not left its stage, one that
 * ended without a judgement never did, and deleted deals are left out.
 *
 * @param pipeline stages in their order
 * @param deals with their visits
 * @throws SalesModelError `pipeline.duplicateDeal`, `pipeline.unknownStage`
 * @example
 * import { fitMarkov, markovChain, presets } from 'salesmodel/pipeline';
 *
 * const deal = (id: string, outcome: 'won' | 'lost', ...stages: string[]) =>
 *   ({ id, outcome, visits: stages.map((state) => ({ state })) });
 * const fit = fitMarkov(presets['cn-4-stage'], [
 *   deal('D1', 'won', 'prepare', 'carry-out', 'follow-up'),
 *   deal('D2', 'lost', 'prepare', 'lost'),
 *   deal('D3', 'lost', 'prepare', 'carry-out', 'lost'),
 * ]);
 * const chain = markovChain(fit);
 * chain.ok && chain.stages.map(({ stage, absorbed }) => [stage, absorbed[0]?.toFixed(4)]);
 * // => [['prepare', '0.3333'], ['carry-out', '0.5000']]
 */
export function fitMarkov<S extends string>(
  pipeline: PipelineDefinition<S>,
  deals: readonly (WayDeal & { readonly id: string })[],
): MarkovFit {
  const line = stageLine(pipeline);
  const stages = line.stages.map(({ id }) => id);
  checkDeals(deals);
  const n = stages.length;
  const width = n + OUTCOMES.length;
  const counts = new Float64Array(n * width);
  for (const [at, { visits, outcome, deletedAt = null }] of deals.entries()) {
    if (deletedAt !== null) continue;
    let before = -1;
    for (const [index, { state }] of visits.entries()) {
      const place = placeIn(line, state, ['deals', at, 'visits', index, 'state']);
      if (place < 0 || place >= n) continue;
      if (before >= 0) counts[before * width + place]!++;
      before = place;
    }
    if (before >= 0 && (outcome === 'won' || outcome === 'lost'))
      counts[before * width + n + OUTCOMES.indexOf(outcome)]!++;
  }
  const names = [...stages, ...OUTCOMES];
  const transitions = stages.flatMap((from, row) =>
    names.map((to, column) => ({ from, to, count: counts[row * width + column]! })).filter(({ count }) => count > 0),
  );
  const left = new Set<string>(transitions.map(({ from }) => from));
  return { stages, outcomes: OUTCOMES, transitions, neverLeft: stages.filter((stage) => !left.has(stage)) };
}
