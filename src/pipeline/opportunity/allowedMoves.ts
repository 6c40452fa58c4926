import type { AllowedEvent, AllowedOptions } from '../../mechanisms/lifecycle/event/allowedFrom.js';
import type { PipelineDefinition } from '../definition/pipelineDefinition.js';
import { compilePipeline } from './compilePipeline.js';
import type { Opportunity } from './opportunity.js';

/**
 * Returns every stage that a deal can move to, and what the move still asks for. From `null` they are the stages in which
 * a deal may begin.
 *
 * @param pipeline stages and the ways between them
 * @param deal the deal, `null` before its creation
 * @param options roles, reason and fields that the move would bring along
 * @throws SalesModelError the errors of `compilePipeline`, `lifecycle.definition`
 * @example
 * import { allowedMoves, applyOpportunityEvent, presets } from 'salesmodel/pipeline';
 *
 * const pipeline = presets['cn-4-stage'];
 * const created = applyOpportunityEvent(pipeline, null, { dealId: 'D1', at: '2026-03-02', seq: 1, type: 'created' });
 * const [carryOut] = allowedMoves(pipeline, created.ok ? created.deal : null);
 * carryOut?.to; // => 'carry-out'
 * carryOut && !carryOut.ok && carryOut.reasons.length; // => 8
 */
export function allowedMoves<S extends string>(
  pipeline: PipelineDefinition<S>,
  deal: Opportunity<NoInfer<S>> | null,
  options: AllowedOptions = {},
): readonly AllowedEvent<S>[] {
  return compilePipeline(pipeline).allowed(deal, options);
}
