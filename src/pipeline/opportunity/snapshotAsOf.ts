import type { PlainDate } from '../../core/date.js';
import type { Instant } from '../../core/instant.js';
import type { PipelineDefinition } from '../definition/pipelineDefinition.js';
import { compilePipeline } from './compilePipeline.js';
import type { Snapshot } from './opportunity.js';
import type { OpportunityEvent } from './opportunityEvent.js';
import type { OpportunityHistory, OpportunityPolicy } from './opportunityHistory.js';

/**
 * Returns the deals as they were known at a time: the fold of the events up to it. A day counts to its end. What was taken
 * down on that day and what is made of the events today are the same.
 *
 * @param pipeline stages and the ways between them
 * @param events of any number of deals, all with dates or all with instants
 * @param asOf a date, or an instant where the events have instants
 * @param policy that of `foldOpportunities`
 * @throws SalesModelError the errors of `foldOpportunities`, `lifecycle.time`
 * @example
 * import { presets, snapshotAsOf } from 'salesmodel/pipeline';
 *
 * const events = [
 *   { dealId: 'D1', at: '2026-01-12', seq: 1, type: 'created' },
 *   { dealId: 'D1', at: '2026-02-02', seq: 2, type: 'stageChanged', to: 'contract' },
 * ] as const;
 * snapshotAsOf(presets['hubspot-like'], events, '2026-01-31').deals[0]?.stage; // => 'appointment'
 * snapshotAsOf(presets['hubspot-like'], events, '2026-02-28').deals[0]?.stage; // => 'contract'
 */
export function snapshotAsOf<S extends string>(
  pipeline: PipelineDefinition<S>,
  events: readonly OpportunityEvent<NoInfer<S>>[],
  asOf: PlainDate | Instant,
  policy: OpportunityPolicy<NoInfer<S>> = {},
): Snapshot<S> & OpportunityHistory<S> {
  return compilePipeline(pipeline).snapshotAsOf(events, asOf, policy);
}
