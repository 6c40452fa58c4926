import type { Finding } from '../../../core/errors.js';
import type { FieldCatalogue } from '../../rules/field.js';
import type { LifecycleDefinition, TransitionDefinition } from '../definition/lifecycleDefinition.js';
import type { Edge, StateGraph } from '../definition/stateGraph.js';
import { satisfy } from './satisfy.js';

/** Listed transitions that another one takes the place of, and such as only their order tells apart. */
export function lintTransitions(
  { transitions = [] }: LifecycleDefinition,
  graph: StateGraph,
  fields: FieldCatalogue | undefined,
): Finding[] {
  const edges = [...graph.values()].flatMap((from) => from.edges.map((edge) => ({ from, edge })));
  const edgesOf = (id: string): ReadonlyMap<string, Edge> =>
    new Map(edges.filter(({ edge }) => edge.transition === id).map(({ from, edge }) => [from.id, edge]));
  const all = transitions.map((transition, at) => ({ transition, at, edges: edgesOf(transition.id) }));
  return all.flatMap(({ transition, at, edges: own }): Finding[] => {
    const path = ['transitions', at];
    const earlier = all.slice(0, at).filter((each) => competes(each.transition, transition));
    const shadow = earlier.find(
      (each) => own.size > 0 && [...own].every(([from, edge]) => passesWith(each.edges.get(from), edge)),
    );
    if (shadow !== undefined) {
      const params = { transition: transition.id, by: shadow.transition.id };
      return [{ code: 'shadowedTransition', severity: 'warning', path, params }];
    }
    // Without a guard the later one takes what the earlier ones leave, which is what an order is for.
    if ((transition.guard ?? []).length === 0) return [];
    return earlier.flatMap((each): Finding[] => {
      const isShared = [...own.keys()].some((from) => each.edges.has(from));
      if (!isShared || each.transition.to === transition.to || areApart(each.transition, transition)) return [];
      const guards = [...(each.transition.guard ?? []), ...transition.guard!].map(({ rule }) => rule);
      const example = satisfy(guards, fields);
      if (example === null || example === undefined) return [];
      const params = { transition: transition.id, other: each.transition.id, on: transition.on ?? null, example };
      return [{ code: 'ambiguousTransition', severity: 'info', path, params }];
    });
  });
}

/** Whether an event that asks for the later transition always asks for the earlier one as well. */
function competes(earlier: TransitionDefinition, later: TransitionDefinition): boolean {
  if (later.on === undefined) return earlier.to === later.to;
  return earlier.on === later.on;
}

/** Whether the earlier way asks for nothing that the later one does not ask for. */
function passesWith(earlier: Edge | undefined, later: Edge): boolean {
  if (earlier === undefined) return false;
  const textsOf = (checks: Edge['guards']): string[] => checks.map(({ rule }) => JSON.stringify(rule));
  const fieldsOf = (edge: Edge): string[] => edge.required.map(({ field }) => field);
  const isWithin = (some: readonly string[], all: readonly string[]): boolean =>
    some.every((each) => all.includes(each));
  return (
    isWithin(textsOf(earlier.guards), textsOf(later.guards)) &&
    isWithin(textsOf(earlier.criteria), textsOf(later.criteria)) &&
    isWithin(fieldsOf(earlier), fieldsOf(later)) &&
    (earlier.roles === undefined || (later.roles !== undefined && isWithin(later.roles, earlier.roles))) &&
    (!earlier.needsReason || later.needsReason) &&
    (earlier.to === later.to || earlier.to.reasons === null)
  );
}

/** Whether no role may do both. */
function areApart({ roles: a }: TransitionDefinition, { roles: b }: TransitionDefinition): boolean {
  return a !== undefined && b !== undefined && !a.some((role) => b.includes(role));
}
