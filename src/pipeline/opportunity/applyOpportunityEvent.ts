import type { PipelineDefinition } from '../definition/pipelineDefinition.js';
import { compilePipeline, type DealApplication } from './compilePipeline.js';
import type { Opportunity } from './opportunity.js';
import type { OpportunityEvent } from './opportunityEvent.js';
import type { OpportunityPolicy } from './opportunityHistory.js';

/**
 * Returns a deal after one event, or everything that speaks against it. Use `compilePipeline` for many events.
 *
 * @param pipeline stages and the ways between them
 * @param deal the deal, `null` before its creation
 * @param event what happened
 * @param policy what becomes of judgements and of close dates
 * @throws SalesModelError the errors of `compilePipeline`, `lifecycle.definition`, `lifecycle.entity`, `lifecycle.mixedTime`
 * @example
 * import { applyOpportunityEvent, presets } from 'salesmodel/pipeline';
 *
 * const pipeline = presets['project-selling'];
 * const created = applyOpportunityEvent(pipeline, null, { dealId: 'D1', at: '2026-03-02', seq: 1, type: 'created' });
 * const moved = applyOpportunityEvent(pipeline, created.ok ? created.deal : null, {
 *   dealId: 'D1', at: '2026-03-09', seq: 2, type: 'stageChanged', to: 'solution-fit', set: { need: 'cold chain' },
 * });
 * moved.ok || moved.reasons.map(({ field }) => field); // => ['solutionBrief']
 */
export function applyOpportunityEvent<S extends string>(
  pipeline: PipelineDefinition<S>,
  deal: Opportunity<NoInfer<S>> | null,
  event: OpportunityEvent<NoInfer<S>>,
  policy: Pick<OpportunityPolicy, 'overrides' | 'closeDateOnClose' | 'offset'> = {},
): DealApplication<S> {
  return compilePipeline(pipeline).apply(deal, event, policy);
}
