import type { Finding } from '../../../core/errors.js';
import type { LifecycleDefinition } from '../definition/lifecycleDefinition.js';
import type { Edge, StateGraph, StateNode } from '../definition/stateGraph.js';
import { reach } from './reach.js';

/** States that nobody gets to, and open ones that nobody gets out of. */
export function lintWays(
  definition: LifecycleDefinition,
  graph: StateGraph,
  isDead: (edge: Edge) => boolean,
): Finding[] {
  const edgesOf = (state: StateNode): readonly Edge[] =>
    // Reopening into the state held last leads nowhere new.
    [...state.edges, ...(state.reopensLastOnly ? [] : state.reopenings)].filter((edge) => !isDead(edge));
  const at = (state: StateNode): readonly [string, number] => [
    'states',
    definition.states.findIndex(({ id }) => id === state.id),
  ];
  const states = [...graph.values()];
  const findings: Finding[] = [];

  const reachable = reach(
    definition.initial.map((id) => graph.get(id)!),
    edgesOf,
  );
  for (const state of states.filter((each) => !reachable.has(each))) {
    findings.push({ code: 'unreachableState', severity: 'warning', path: at(state), params: { state: state.id } });
  }
  const from = new Map(states.map((state) => [state, reach([state], edgesOf)]));
  const stuck = states.filter((state) => [...from.get(state)!].every(({ isOpen }) => isOpen));
  for (const state of stuck) {
    findings.push({ code: 'deadEnd', severity: 'warning', path: at(state), params: { state: state.id } });
  }
  const circled = new Set<StateNode>();
  for (const state of stuck) {
    const back = edgesOf(state).some(({ to }) => from.get(to)!.has(state));
    if (!back || circled.has(state)) continue;
    const circle = stuck.filter((other) => from.get(state)!.has(other) && from.get(other)!.has(state));
    for (const each of circle) circled.add(each);
    const params = { states: circle.map(({ id }) => id) };
    findings.push({ code: 'cycleWithoutExit', severity: 'warning', path: at(state), params });
  }
  for (const [kind, code] of [
    ['success', 'noSuccess'],
    ['failure', 'noFailure'],
  ] as const) {
    if (!states.some((state) => state.kind === kind)) {
      findings.push({ code, severity: 'info', path: ['states'], params: {} });
    }
  }
  for (const [index, { id, for: states }] of (definition.reasons ?? []).entries()) {
    const isUsed = states.some((state) => {
      const node = graph.get(state)!;
      return [...reachable].some((each) => edgesOf(each).some(({ to }) => to === node));
    });
    if (!isUsed)
      findings.push({ code: 'reasonUnused', severity: 'warning', path: ['reasons', index], params: { reason: id } });
  }
  return findings;
}
