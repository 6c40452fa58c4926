import { compareText } from '../../../core/compareText.js';
import { fail as failCore } from '../../../core/fail.js';
import type { LifecycleDefinition } from '../definition/lifecycleDefinition.js';
import type { StateGraph } from '../definition/stateGraph.js';
import { advance, created, type Draft } from '../event/advance.js';
import { judge, misplaced } from '../event/judge.js';
import type { LifecycleEvent } from '../event/lifecycleEvent.js';
import type { LifecycleState } from '../event/lifecycleState.js';
import { resume } from '../event/resume.js';
import { refuse } from '../event/refusal.js';
import { parsedTime } from '../time.js';
import { contentOf, distinctEvents } from './distinctEvents.js';
import { eventOrder } from './eventOrder.js';
import type { FoldOptions, LifecycleHistory, RejectedEvent, Violation } from './lifecycleHistory.js';

/** Folds the events up to a time, in milliseconds, into the states of their entities. */
export function foldEvents(
  definition: LifecycleDefinition,
  graph: StateGraph,
  events: readonly LifecycleEvent[],
  { enforce = 'strict', start = [] }: FoldOptions,
  until = Infinity,
): LifecycleHistory {
  const { entities, starts, order, times, malformed } = eventOrder(events, start, until);
  const known = startStates(start);
  const states: LifecycleState[] = [];
  const rejected: RejectedEvent[] = [...malformed];
  const violations: Violation[] = [];
  let duplicates = 0;

  for (const [rank, entityId] of entities.entries()) {
    const before = known.get(entityId);
    let draft: Draft | null = before === undefined ? null : resume(definition, graph, before, ['start']);
    const lastTime = before === undefined ? -Infinity : parsedTime(before.lastAt);
    const end = starts[rank + 1]!;
    for (let at = starts[rank]!; at < end; at++) {
      const index = order[at]!;
      const time = times[index]!;
      let event = events[index]!;
      if (at + 1 < end && times[order[at + 1]!] === time && events[order[at + 1]!]!.seq === event.seq) {
        const alike = [event];
        while (at + 1 < end && times[order[at + 1]!] === time && events[order[at + 1]!]!.seq === event.seq) {
          alike.push(events[order[++at]!]!);
        }
        const different = distinctEvents(alike, time);
        duplicates += alike.length - different.length;
        event = different[0]!;
        if (different.length > 1) {
          rejected.push(...different.map((each) => ({ event: each, reasons: [refuse('conflictingEvent')] })));
          continue;
        }
      }
      const late = before === undefined || time > lastTime ? null : misplaced(before, event, time);
      const { to, fields, refusals } = judge(graph, definition.initial, draft, event, late);
      if (refusals !== null && (to === null || enforce === 'strict')) {
        rejected.push({ event, reasons: refusals });
        continue;
      }
      if (refusals !== null) violations.push({ entityId, at: event.at, seq: event.seq, reasons: refusals });
      if (draft === null) draft = created(definition, to!, fields, event);
      else advance(draft, graph.get(draft.state)!, to!, fields, event);
    }
    if (draft !== null) states.push(draft);
  }
  return { states, rejected: malformed.length === 0 ? rejected : sortedRejections(rejected), duplicates, violations };
}

function startStates(start: readonly LifecycleState[]): ReadonlyMap<string, LifecycleState> {
  const states = new Map<string, LifecycleState>();
  for (const [at, state] of start.entries()) {
    if (states.has(state.entityId)) failCore('ids.duplicate', ['start', at, 'entityId'], { id: state.entityId });
    states.set(state.entityId, state);
  }
  return states;
}

/** By entity, time and `seq`; what has no time comes first, and nothing depends on the order of the input. */
export function sortedRejections<S extends string, E extends string>(
  rejected: readonly RejectedEvent<S, E>[],
): RejectedEvent<S, E>[] {
  return rejected
    .map((each) => {
      const { entityId, at, seq } = each.event as Partial<LifecycleEvent>;
      const time = parsedTime(at);
      return {
        each,
        entityId: typeof entityId === 'string' ? entityId : '',
        time: Number.isNaN(time) ? -Infinity : time,
        seq: typeof seq === 'number' && !Number.isNaN(seq) ? seq : -Infinity,
        content: contentOf(each.event, time),
      };
    })
    .toSorted(
      (a, b) =>
        compareText(a.entityId, b.entityId) ||
        compareNumbers(a.time, b.time) ||
        compareNumbers(a.seq, b.seq) ||
        compareText(a.content, b.content),
    )
    .map(({ each }) => each);
}

function compareNumbers(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
