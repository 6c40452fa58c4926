import { fail as failCore } from '../../../core/fail.js';
import type { LifecycleDefinition } from '../definition/lifecycleDefinition.js';
import type { StateGraph, StateNode } from '../definition/stateGraph.js';
import { advance, created, type Draft } from '../event/advance.js';
import { judge, misplaced, openEdge } from '../event/judge.js';
import type { Fields, LifecycleEvent } from '../event/lifecycleEvent.js';
import type { LifecycleState } from '../event/lifecycleState.js';
import { resume } from '../event/resume.js';
import { refuse, type Refusal } from '../event/refusal.js';
import { parsedTime } from '../time.js';
import { distinctEvents } from './distinctEvents.js';
import { eventOrder } from './eventOrder.js';
import type { EventSource, TimedEvent } from './eventSource.js';
import { readAhead } from './readAhead.js';
import type { FoldOptions, Violation } from './lifecycleHistory.js';
import { sortedRejections } from './sortedRejections.js';

/** What is made of the entities while they are folded, one after another. */
export interface Follower<R> {
  /** Before the events of an entity, with what earlier ones had made of it. */
  readonly begin: (earlier: Draft | null) => void;
  /** After an event that took effect. It may change the fields of the draft. */
  readonly after: (draft: Draft, event: LifecycleEvent) => void;
  /** What an entity that came into being counts as in the result. */
  readonly end: (draft: Draft) => R;
}

/** What events made of their entities. */
export interface Folded<E, R> {
  readonly states: R[];
  readonly rejected: { readonly event: E; readonly reasons: readonly Refusal[] }[];
  readonly duplicates: number;
  readonly violations: Violation[];
}

/**
 * Folds the events up to a time, in milliseconds, into their entities. A draft and its fields belong to the fold, which
 * changes them in place: copies of them cost more than all the rest.
 */
export function foldEvents<E extends TimedEvent, R>(
  definition: LifecycleDefinition,
  graph: StateGraph,
  events: readonly E[],
  source: EventSource<E>,
  { enforce = 'strict', start = [] }: FoldOptions,
  until: number,
  follower: Follower<R>,
): Folded<E, R> {
  const { entities, starts, order, times, seqs, mayRepeat, malformed } = eventOrder(events, source, start, until);
  const known = startStates(start);
  const states: R[] = [];
  const rejected: Folded<E, R>['rejected'] = [...malformed];
  const violations: Violation[] = [];
  const seen = new Float64Array(1);
  let duplicates = 0;

  for (let rank = 0; rank < entities.length; rank++) {
    const entityId = entities[rank]!;
    const before = known.get(entityId);
    let draft: Draft | null = null;
    let node: StateNode | null = null;
    let lastTime = -Infinity;
    if (before !== undefined) {
      draft = resume(definition, graph, before, ['start']);
      draft.fields = { ...draft.fields };
      node = graph.get(draft.state)!;
      lastTime = parsedTime(before.lastAt);
    }
    follower.begin(draft);
    const end = starts[rank + 1]!;
    readAhead(events, order, starts[rank]!, end, seen);
    for (let at = starts[rank]!; at < end; at++) {
      const index = order[at]!;
      let given = events[index]!;
      if (mayRepeat[rank] === 1) {
        const first = at;
        while (at + 1 < end && samePlace(index, order[at + 1]!, times, seqs)) at++;
        if (at > first) {
          const alike = Array.from(order.subarray(first, at + 1), (each) => events[each]!);
          const different = distinctEvents(alike, source, times[index]!);
          duplicates += alike.length - different.length;
          if (different.length > 1) {
            rejected.push(...different.map((event) => ({ event, reasons: [refuse('conflictingEvent')] })));
            continue;
          }
          given = different[0]!;
        }
      }
      const event = source.translate(given);
      const late = before === undefined || times[index]! > lastTime ? null : misplaced(before, event, times[index]!);
      if (draft !== null && node !== null && late === null) {
        const to = quickTarget(graph, node, draft, event);
        if (to !== null) {
          if (event.type === 'set') assign(draft.fields, event.set);
          advance(draft, node, to, event);
          node = to;
          follower.after(draft, event);
          continue;
        }
      }
      const { to, fields, refusals } = judge(graph, definition.initial, draft, event, late);
      if (refusals !== null && (to === null || enforce === 'strict')) {
        rejected.push({ event: given, reasons: refusals });
        continue;
      }
      if (refusals !== null) violations.push({ entityId, at: event.at, seq: event.seq, reasons: refusals });
      if (draft === null) draft = created(definition, to!, fields, event);
      else {
        draft.fields = fields;
        advance(draft, node!, to!, event);
      }
      node = to;
      follower.after(draft, event);
    }
    if (draft !== null) states.push(follower.end(draft));
  }
  return {
    states,
    rejected: malformed.length === 0 ? rejected : sortedRejections(rejected, source.entityOf),
    duplicates,
    violations,
  };
}

function samePlace(a: number, b: number, times: Float64Array, seqs: Float64Array): boolean {
  return times[a] === times[b] && seqs[a] === seqs[b];
}

/** Where the most common events lead at once: those that set fields, and moves without any that nothing speaks against. */
function quickTarget(graph: StateGraph, node: StateNode, { fields }: Draft, event: LifecycleEvent): StateNode | null {
  if (event.type === 'set') return node;
  if (event.type !== 'transition' || event.set !== undefined) return null;
  const target = event.to === undefined ? null : graph.get(event.to);
  return target === undefined ? null : (openEdge(node, target, fields, event)?.to ?? null);
}

function assign(fields: Draft['fields'], set: Fields): void {
  for (const field in set) if (Object.hasOwn(set, field)) fields[field] = set[field];
}

function startStates(start: readonly LifecycleState[]): ReadonlyMap<string, LifecycleState> {
  const states = new Map<string, LifecycleState>();
  for (const [at, state] of start.entries()) {
    if (states.has(state.entityId)) failCore('ids.duplicate', ['start', at, 'entityId'], { id: state.entityId });
    states.set(state.entityId, state);
  }
  return states;
}
