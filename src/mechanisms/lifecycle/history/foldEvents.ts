import { fail as failCore } from '../../../core/fail.js';
import type { LifecycleDefinition } from '../definition/lifecycleDefinition.js';
import type { StateGraph, StateNode } from '../definition/stateGraph.js';
import { advance, created, type Draft, enter } from '../event/advance.js';
import { judge, misplaced, openEdge } from '../event/judge.js';
import type { LifecycleEvent } from '../event/lifecycleEvent.js';
import type { LifecycleState } from '../event/lifecycleState.js';
import { resume } from '../event/resume.js';
import { refuse, type Refusal } from '../event/refusal.js';
import { parsedTime } from '../time.js';
import { distinctEvents } from './distinctEvents.js';
import { ELSE, eventOrder, SETS } from './eventOrder.js';
import type { EventSource, TimedEvent } from './eventSource.js';
import { readAhead } from './readAhead.js';
import type { FoldOptions, Violation } from './lifecycleHistory.js';
import { sortedRejections } from './sortedRejections.js';

/** What is made of the entities while they are folded, one after another. */
export interface Follower<R> {
  /** Before the events of an entity, with what earlier ones had made of it. */
  readonly begin: (earlier: Draft | null) => void;
  /** After an event that took effect. It may change the fields of the draft. */
  readonly after: (draft: Draft, type: LifecycleEvent['type'], at: LifecycleEvent['at']) => void;
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
  const ordered = eventOrder(events, source, graph, start, until);
  const { entities, starts, order, times, seqs, deeds, mayRepeat, malformed } = ordered;
  const nodes = [...graph.values()];
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
    // The last event that took effect as it stands: what it leaves in the draft alone is written once.
    let last = -1;
    const end = starts[rank + 1]!;
    readAhead(events, order, starts[rank]!, end, seen);
    for (let place = starts[rank]!; place < end; place++) {
      const index = order[place]!;
      const deed = deeds[index]!;
      let given: E | null = null;
      if (mayRepeat[rank] === 1) {
        const first = place;
        while (place + 1 < end && samePlace(index, order[place + 1]!, times, seqs)) place++;
        if (place > first) {
          const alike = Array.from(order.subarray(first, place + 1), (each) => events[each]!);
          const different = distinctEvents(alike, source, times[index]!);
          duplicates += alike.length - different.length;
          if (different.length > 1) {
            rejected.push(...different.map((event) => ({ event, reasons: [refuse('conflictingEvent')] })));
            continue;
          }
          given = different[0]!;
        }
      }
      const isAfter = before === undefined || times[index]! > lastTime;
      if (isAfter && draft !== null && node !== null && given === null && deed !== ELSE) {
        const { at } = events[index]!;
        if (deed === SETS) {
          source.assign(draft.fields, events[index]!);
          last = index;
          follower.after(draft, 'set', at);
          continue;
        }
        const to = nodes[deed]!;
        if (openEdge(node, to, draft.fields, PLAIN) !== null) {
          enter(draft, node, to, at, null);
          node = to;
          last = index;
          follower.after(draft, 'transition', at);
          continue;
        }
      }
      given ??= events[index]!;
      const event = source.translate(given);
      const late = isAfter ? null : misplaced(before, event, times[index]!);
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
      last = -1;
      follower.after(draft, event.type, event.at);
    }
    if (draft === null) continue;
    if (last >= 0) {
      draft.lastSeq = seqs[last]!;
      draft.lastAt = events[last]!.at;
    }
    states.push(follower.end(fitted(draft)));
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

/** A move of which nothing is said but where it leads. */
const PLAIN = {};

/** Without the room that lists keep for growth: histories are many, and what is kept costs more than what is made. */
function fitted(draft: Draft): Draft {
  draft.visits = draft.visits.slice();
  draft.outcomes = draft.outcomes.slice();
  return draft;
}

function startStates(start: readonly LifecycleState[]): ReadonlyMap<string, LifecycleState> {
  const states = new Map<string, LifecycleState>();
  for (const [at, state] of start.entries()) {
    if (states.has(state.entityId)) failCore('ids.duplicate', ['start', at, 'entityId'], { id: state.entityId });
    states.set(state.entityId, state);
  }
  return states;
}
