import type { LifecycleDefinition } from '../definition/lifecycleDefinition.js';
import type { Edge, StateGraph } from '../definition/stateGraph.js';
import { edgeRefusals, judge, reopeningEdges } from './judge.js';
import type { Fields } from './lifecycleEvent.js';
import type { LifecycleState } from './lifecycleState.js';
import { type Refusal, sortedRefusals } from './refusal.js';
import { resume } from './resume.js';

/** What the event would bring along. */
export interface AllowedOptions {
  readonly roles?: readonly string[];
  readonly reason?: string;
  readonly set?: Fields;
}

/** A way on from a state, and whether it is open. */
export type AllowedEvent<S extends string = string, E extends string = string> = {
  readonly type: 'create' | 'transition' | 'reopen';
  readonly to: S;
  /** The event that a listed transition waits for. */
  readonly on?: E;
  /** Id of the listed transition, `move`, or `null` for a creation. */
  readonly transition: string | null;
} & ({ readonly ok: true } | { readonly ok: false; readonly reasons: readonly Refusal[] });

/** Every way on from a state: listed transitions in their order, then moves and reopenings in the order of their targets. */
export function allowedFrom(
  definition: LifecycleDefinition,
  graph: StateGraph,
  state: LifecycleState | null,
  options: AllowedOptions,
): AllowedEvent[] {
  if (state === null) {
    return definition.initial.map((to) => {
      const event = { type: 'create', entityId: '', at: '', seq: 0, state: to, set: options.set ?? {} } as const;
      const { refusals } = judge(graph, definition.initial, null, event, null);
      return { type: 'create', to, transition: null, ...verdict(refusals) };
    });
  }
  const draft = resume(definition, graph, state, ['state']);
  const from = graph.get(draft.state)!;
  const fields = { ...draft.fields, ...options.set };
  const entry = (type: 'transition' | 'reopen', edge: Edge, facts: Fields): AllowedEvent => ({
    type,
    to: edge.to.id,
    ...(edge.on === undefined ? {} : { on: edge.on }),
    transition: edge.transition,
    ...verdict(edgeRefusals(edge, facts, options)),
  });
  const reopenings = reopeningEdges(from, draft).filter((edge) => from.reopenings.includes(edge));
  return [
    ...from.edges.map((edge) => entry('transition', edge, fields)),
    // A reopening sets nothing.
    ...reopenings.map((edge) => entry('reopen', edge, draft.fields)),
  ];
}

function verdict(refusals: readonly Refusal[] | null): { ok: true } | { ok: false; reasons: readonly Refusal[] } {
  return refusals === null ? { ok: true } : { ok: false, reasons: sortedRefusals(refusals) };
}
