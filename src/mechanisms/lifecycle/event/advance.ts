import type { StateNode } from '../definition/stateGraph.js';
import type { Fields, LifecycleEvent } from './lifecycleEvent.js';
import type { LifecycleOutcome, LifecycleState, LifecycleVisit } from './lifecycleState.js';

/** A state that is being built and belongs to whoever builds it. */
export type Draft = {
  -readonly [Key in keyof LifecycleState]: Key extends 'visits'
    ? { -readonly [Field in keyof LifecycleVisit]: LifecycleVisit[Field] }[]
    : Key extends 'outcomes'
      ? (LifecycleOutcome & { readonly state: string })[]
      : Key extends 'fields'
        ? Record<string, unknown>
        : LifecycleState[Key];
};

/** A copy that can be built on while the state stays as it is. */
export function draftOf(state: LifecycleState): Draft {
  const visits = state.visits.slice();
  const last = visits.pop();
  return { ...state, visits: last === undefined ? [] : [...visits, { ...last }], outcomes: [...state.outcomes] };
}

/** The state after its creation; the fields are its own from now on. */
export function created(
  definition: { readonly id: string; readonly version: number },
  to: StateNode,
  fields: Fields,
  { entityId, at, seq }: LifecycleEvent,
): Draft {
  const outcome = to.kind === 'open' ? null : { kind: to.kind, at, reason: null };
  return {
    definitionId: definition.id,
    definitionVersion: definition.version,
    entityId,
    state: to.id,
    fields,
    createdAt: at,
    enteredAt: at,
    visits: [{ state: to.id, enteredAt: at, leftAt: null }],
    outcome,
    outcomes: outcome === null ? [] : [{ ...outcome, state: to.id }],
    reopenCount: 0,
    lastOpenState: to.isOpen ? to.id : null,
    lastSeq: seq,
    lastAt: at,
  };
}

/** Lets an event of an existing entity take effect on all but the fields. */
export function advance(draft: Draft, from: StateNode, to: StateNode, event: LifecycleEvent): void {
  const { at, seq } = event;
  draft.lastSeq = seq;
  draft.lastAt = at;
  if (event.type === 'set' || event.type === 'create') return;
  enter(draft, from, to, at, event.reason || null);
}

/** Lets an entity go on to a state, in all but its fields and its last event. */
export function enter(
  draft: Draft,
  from: StateNode,
  to: StateNode,
  at: LifecycleEvent['at'],
  reason: string | null,
): void {
  const { id, kind } = to;
  const { visits } = draft;
  visits[visits.length - 1]!.leftAt = at;
  visits.push({ state: id, enteredAt: at, leftAt: null });
  draft.state = id;
  draft.enteredAt = at;
  if (kind === 'open') {
    if (!from.isOpen) draft.reopenCount += 1;
    draft.outcome = null;
    draft.lastOpenState = id;
  } else if (from.isOpen || kind !== 'ended') {
    draft.outcome = { kind, at, reason };
    draft.outcomes.push({ kind, at, reason, state: id });
  }
}
