import type { LifecycleDefinition } from '../definition/lifecycleDefinition.js';
import type { StateGraph } from '../definition/stateGraph.js';
import { fail } from '../fail.js';
import { checkSameKind, parsedTime } from '../time.js';
import { advance, created } from './advance.js';
import { eventFaults } from './eventFaults.js';
import { judge, misplaced } from './judge.js';
import type { LifecycleEvent } from './lifecycleEvent.js';
import type { LifecycleState } from './lifecycleState.js';
import type { Refusal } from './refusal.js';
import { resume } from './resume.js';

/** What an event made of an entity, or why it was refused. */
export type Application<S extends string = string> =
  | {
      readonly ok: true;
      readonly state: LifecycleState<S>;
      /** Id of the listed transition, `move` for one that follows from the order, `null` where no state was left by one. */
      readonly transition: string | null;
    }
  | {
      readonly ok: false;
      /** All of them, sorted by code, then id, then field. Without a way on from the state there is nothing else to say. */
      readonly reasons: readonly Refusal[];
    };

/** Applies one event to the state of its entity. */
export function applyTo(
  definition: LifecycleDefinition,
  graph: StateGraph,
  state: LifecycleState | null,
  event: LifecycleEvent,
): Application {
  const time = parsedTime(event.at);
  const faults = eventFaults(event, event.entityId, event.seq, time);
  if (faults !== null) return { ok: false, reasons: faults };
  const draft = state === null ? null : resume(definition, graph, state, ['state']);
  let late: Refusal | null = null;
  if (state !== null) {
    if (event.entityId !== state.entityId) {
      fail('lifecycle.entity', ['event', 'entityId'], { expected: state.entityId, value: event.entityId });
    }
    checkSameKind(event.at, state.lastAt, ['event', 'at']);
    late = misplaced(state, event, time);
  }
  const { to, transition, fields, refusals } = judge(graph, definition.initial, draft, event, late);
  if (refusals !== null || to === null) return { ok: false, reasons: refusals ?? [] };
  if (draft === null) return { ok: true, state: created(definition, to, fields, event), transition };
  draft.fields = fields;
  advance(draft, graph.get(draft.state)!, to, event);
  return { ok: true, state: draft, transition };
}
