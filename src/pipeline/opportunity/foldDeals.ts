import type { StateGraph } from '../../mechanisms/lifecycle/definition/stateGraph.js';
import { foldEvents, type Follower } from '../../mechanisms/lifecycle/history/foldEvents.js';
import type { PipelineDefinition, StageDefinition } from '../definition/pipelineDefinition.js';
import { markEvent, type MarkPolicy, marksOf } from './dealMarks.js';
import { dealSource } from './dealSource.js';
import type { Opportunity } from './opportunity.js';
import type { OpportunityEvent } from './opportunityEvent.js';
import type { OpportunityHistory, OpportunityPolicy } from './opportunityHistory.js';
import { opportunityOf, stateOf } from './opportunityOf.js';

/**
 * Folds the events of deals: the engine judges and applies, the marks count beside it.
 *
 * @param until the last millisecond that counts
 */
export function foldDeals(
  definition: PipelineDefinition,
  graph: StateGraph,
  stages: ReadonlyMap<string, StageDefinition>,
  events: readonly OpportunityEvent[],
  { enforce = 'strict', start = [] }: OpportunityPolicy,
  marking: MarkPolicy,
  until: number,
): OpportunityHistory {
  const known = new Map(start.map((deal) => [deal.id, deal]));
  let marks = marksOf(undefined);
  const follower: Follower<Opportunity> = {
    begin: (earlier) => {
      marks = marksOf(earlier === null ? undefined : known.get(earlier.entityId));
    },
    after: (draft, type, at) => markEvent(marks, draft, type, at, marking),
    end: (draft) => opportunityOf(draft, marks, stages),
  };
  const options = { enforce, start: start.map(stateOf) };
  const folded = foldEvents(definition, graph, events, dealSource, options, until, follower);
  return {
    deals: folded.states,
    rejected: folded.rejected,
    duplicates: folded.duplicates,
    violations: folded.violations.map(({ entityId, at, seq, reasons }) => ({ dealId: entityId, at, seq, reasons })),
  };
}
