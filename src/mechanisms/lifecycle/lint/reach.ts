import type { Edge, StateNode } from '../definition/stateGraph.js';

/** The states that one gets to from some, themselves included. */
export function reach(
  from: Iterable<StateNode>,
  edgesOf: (state: StateNode) => readonly Edge[],
): ReadonlySet<StateNode> {
  const reached = new Set(from);
  // A set goes on with what is added to it on the way.
  for (const state of reached) for (const { to } of edgesOf(state)) reached.add(to);
  return reached;
}
