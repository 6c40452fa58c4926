import type { StateGraph } from '../../mechanisms/lifecycle/definition/stateGraph.js';
import type { LifecycleEvent } from '../../mechanisms/lifecycle/event/lifecycleEvent.js';
import type { LifecycleState } from '../../mechanisms/lifecycle/event/lifecycleState.js';
import { foldEvents } from '../../mechanisms/lifecycle/history/foldEvents.js';
import type { RejectedEvent } from '../../mechanisms/lifecycle/history/lifecycleHistory.js';
import { sortedRejections } from '../../mechanisms/lifecycle/history/sortedRejections.js';
import type { PipelineDefinition, StageDefinition } from '../definition/pipelineDefinition.js';
import { type DealMarks, markEvent, type MarkPolicy } from './dealMarks.js';
import type { OpportunityEvent } from './opportunityEvent.js';
import type { OpportunityHistory, OpportunityPolicy } from './opportunityHistory.js';
import { opportunityOf, stateOf } from './opportunityOf.js';
import { toLifecycleEvent } from './toLifecycleEvent.js';

/**
 * Folds the events of deals: the engine judges and applies, the marks count beside it.
 *
 * @param until gives the last millisecond that counts
 */
export function foldDeals(
  definition: PipelineDefinition,
  graph: StateGraph,
  stages: ReadonlyMap<string, StageDefinition>,
  events: readonly OpportunityEvent[],
  { enforce = 'strict', start = [] }: OpportunityPolicy,
  marking: MarkPolicy,
  until: (translated: readonly LifecycleEvent[], start: readonly LifecycleState[]) => number,
): OpportunityHistory {
  const translated: LifecycleEvent[] = [];
  const bad: { readonly event: OpportunityEvent; readonly reasons: RejectedEvent['reasons'] }[] = [];
  for (const event of events) {
    const translation = toLifecycleEvent(event);
    if ('entityId' in translation) translated.push(translation);
    else bad.push({ event, reasons: translation });
  }
  const known = new Map<string, DealMarks>();
  for (const { id, amountChanges, closeDateChanges, pushCount } of start) {
    known.set(id, { amountChanges, closeDateChanges, pushCount });
  }
  const earlier = start.map(stateOf);
  // The events of a deal come one after another, so that its marks are looked up once.
  let current: unknown = null;
  let marks: DealMarks = NO_MARKS;
  const history = foldEvents(
    definition,
    graph,
    translated,
    { enforce, start: earlier },
    until(translated, earlier),
    (draft, event, before, closings) => {
      if (draft !== current) {
        current = draft;
        const old = known.get(draft.entityId);
        marks = old ?? { amountChanges: 0, closeDateChanges: 0, pushCount: 0 };
        if (old === undefined) known.set(draft.entityId, marks);
      }
      markEvent(marks, draft, event, before, closings, marking);
    },
  );
  return {
    deals: history.states.map((state) => opportunityOf(state, known.get(state.entityId)!, stages)),
    rejected: rejections(events, history.rejected, bad),
    duplicates: history.duplicates,
    violations: history.violations.map(({ entityId, at, seq, reasons }) => ({ dealId: entityId, at, seq, reasons })),
  };
}

const NO_MARKS: DealMarks = { amountChanges: 0, closeDateChanges: 0, pushCount: 0 };

/** The events that the engine rejected as they were given, among those that it never saw. */
function rejections(
  events: readonly OpportunityEvent[],
  rejected: readonly RejectedEvent[],
  bad: readonly { readonly event: OpportunityEvent; readonly reasons: RejectedEvent['reasons'] }[],
): OpportunityHistory['rejected'] {
  if (rejected.length === 0 && bad.length === 0) return [];
  // Mostly nothing is rejected: only now it is worth knowing which event became which.
  const given = new Map<string, OpportunityEvent>();
  for (const event of events) {
    const translation = toLifecycleEvent(event);
    if ('entityId' in translation) {
      const key = JSON.stringify(translation);
      const old = given.get(key);
      if (old === undefined || JSON.stringify(event) < JSON.stringify(old)) given.set(key, event);
    }
  }
  const unseen = bad.map(({ event, reasons }) => ({
    event: {
      ...(event as object),
      entityId: (event as Partial<OpportunityEvent> | null)?.dealId,
    } as unknown as LifecycleEvent,
    source: event,
    reasons,
  }));
  const seen = rejected.map(({ event, reasons }) => ({ event, source: given.get(JSON.stringify(event))!, reasons }));
  return sortedRejections([...unseen, ...seen]).map(({ source, reasons }) => ({ event: source, reasons }));
}
