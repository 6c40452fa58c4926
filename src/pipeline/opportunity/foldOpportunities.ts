import type { PipelineDefinition } from '../definition/pipelineDefinition.js';
import { compilePipeline } from './compilePipeline.js';
import type { OpportunityEvent } from './opportunityEvent.js';
import type { OpportunityHistory, OpportunityPolicy } from './opportunityHistory.js';

/**
 * Returns the deals that events lead to, with the events that had no effect. The order of the input changes nothing: events
 * count by `at`, then by `seq`. The same event twice counts once; two different ones with the same deal, time and `seq` are
 * both rejected.
 *
 * @param pipeline stages and the ways between them
 * @param events of any number of deals, all with dates or all with instants
 * @param policy what becomes of refused events, of judgements and of close dates
 * @throws SalesModelError the errors of `compilePipeline`, `lifecycle.mixedTime`, `lifecycle.definition`, `lifecycle.offset`,
 *   `option.unknown`
 * @example
 * import { foldOpportunities, presets } from 'salesmodel/pipeline';
 *
 * const { deals } = foldOpportunities(presets['hubspot-like'], [
 *   { dealId: 'D1', at: '2026-01-12', seq: 1, type: 'created', closeDate: '2026-02-28' },
 *   { dealId: 'D1', at: '2026-02-25', seq: 2, type: 'closeDateChanged', closeDate: '2026-03-20' },
 *   { dealId: 'D1', at: '2026-03-18', seq: 3, type: 'stageChanged', to: 'won' },
 * ]);
 * deals[0]?.outcome; // => 'won'
 * deals[0]?.pushCount; // => 1
 * deals[0]?.closeDate; // => '2026-03-18'
 */
export function foldOpportunities<S extends string>(
  pipeline: PipelineDefinition<S>,
  events: readonly OpportunityEvent<NoInfer<S>>[],
  policy: OpportunityPolicy<NoInfer<S>> = {},
): OpportunityHistory<S> {
  return compilePipeline(pipeline).fold(events, policy);
}
