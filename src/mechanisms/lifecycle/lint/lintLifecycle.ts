import { compareText } from '../../../core/compareText.js';
import type { Finding } from '../../../core/errors.js';
import type { LifecycleOptions } from '../compileLifecycle.js';
import type { LifecycleDefinition } from '../definition/lifecycleDefinition.js';
import { stateGraph } from '../definition/stateGraph.js';
import { lintRequiredFields, lintUnknownFields, namedRules } from './lintFields.js';
import { lintTransitions } from './lintTransitions.js';
import { lintWays } from './lintWays.js';
import { satisfy } from './satisfy.js';

/**
 * Returns what is odd about a definition that is valid, sorted by code, then by place:
 *
 * - `unreachableState`: no way leads to it from an initial state;
 * - `deadEnd`, `cycleWithoutExit`: open states from which no terminal one is reached, and circles of such states;
 * - `noSuccess`, `noFailure`: there is no state of the kind;
 * - `guardNeverTrue`: guards of a transition or exit criteria of a state that can not hold together;
 * - `shadowedTransition`: an earlier one asks for no more and is always taken in its place;
 * - `ambiguousTransition`: the guards of two hold together, as for the `example`, and only their order decides;
 * - `reasonUnused`: nothing leads to a state that the reason is for;
 * - `unknownField`: a condition on a field that the catalogue lacks;
 * - `requiredFieldNeverSet`: a field is asked for that the catalogue, or without one every condition, leaves out.
 *
 * @param definition states, transitions and their conditions
 * @param options catalogue of fields
 * @throws SalesModelError the errors of `compileLifecycle`
 * @example
 * import { lintLifecycle } from 'salesmodel/mechanisms/lifecycle';
 *
 * const findings = lintLifecycle({
 *   id: 'loan', version: 1, initial: ['lent'],
 *   states: [{ id: 'lent', kind: 'open' }, { id: 'late', kind: 'open' }, { id: 'returned', kind: 'success' }, { id: 'lost', kind: 'failure' }],
 *   transitions: [{ id: 'return', from: 'lent', to: 'returned' }, { id: 'remind', from: 'lent', to: 'late' }],
 * });
 * findings.map(({ code, params }) => [code, params.state]); // => [['deadEnd', 'late'], ['unreachableState', 'lost']]
 */
export function lintLifecycle(definition: LifecycleDefinition, { fields }: LifecycleOptions = {}): readonly Finding[] {
  const unknown = fields === undefined ? [] : lintUnknownFields(definition, fields);
  // Rules over unknown fields are read as if there were no catalogue, so that the rest is linted too.
  const known = unknown.length === 0 ? fields : undefined;
  const graph = stateGraph(definition, known);
  const { transitions = [] } = definition;
  const impossible = namedRules(definition).flatMap(({ rules, path }): Finding[] => {
    const [list, at] = path as ['states' | 'transitions', number];
    const present = list === 'transitions' ? (transitions[at]?.requiredFields ?? []) : [];
    if (
      rules.length === 0 ||
      satisfy(
        rules.map(({ rule }) => rule),
        known,
        present,
      ) !== null
    )
      return [];
    const id = definition[list]![at]!.id;
    const params = { [list === 'states' ? 'state' : 'transition']: id, ids: rules.map((rule) => rule.id) };
    return [{ code: 'guardNeverTrue', severity: 'warning', path, params }];
  });
  const deadTransitions = new Set(impossible.flatMap(({ params }) => params['transition'] ?? []));
  return [
    ...unknown,
    ...impossible,
    ...lintWays(definition, graph, ({ transition }) => deadTransitions.has(transition)),
    ...lintTransitions(definition, graph, known),
    ...lintRequiredFields(definition, fields),
  ].sort((a, b) => compareText(a.code, b.code));
}
