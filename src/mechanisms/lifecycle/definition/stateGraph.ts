import type { Path } from '../../../core/errors.js';
import { compileRule } from '../../rules/compileRule.js';
import { type FieldCatalogue, readField } from '../../rules/field.js';
import { ruleFields } from '../../rules/leaves.js';
import type { Rule, Truth } from '../../rules/rule.js';
import type { Fields } from '../event/lifecycleEvent.js';
import { checkDefinition } from './checkDefinition.js';
import { generatedMoves } from './generatedMoves.js';
import type {
  LifecycleDefinition,
  NamedRule,
  StateDefinition,
  StateKind,
  TransitionDefinition,
} from './lifecycleDefinition.js';

/** A guard or criterion that was compiled. */
export interface Check {
  readonly id: string;
  readonly rule: Rule;
  readonly fields: readonly string[];
  readonly holds: (fields: Fields) => Truth;
}

/** A field that has to have a value. */
export interface Requirement {
  readonly field: string;
  readonly read: (fields: object) => unknown;
}

/** A way out of a state with everything it asks for, that of its target and of the states it leaves included. */
export interface Edge {
  /** Id of the listed transition, or `move` for one that follows from the order. */
  readonly transition: string;
  readonly on: string | undefined;
  readonly to: StateNode;
  readonly guards: readonly Check[];
  readonly criteria: readonly Check[];
  readonly required: readonly Requirement[];
  readonly roles: readonly string[] | undefined;
  readonly needsReason: boolean;
}

/** A state with the ways out of it. */
export interface StateNode {
  readonly id: string;
  /** Its place among the states, from 0 on. */
  readonly place: number;
  readonly kind: StateKind;
  readonly isOpen: boolean;
  readonly order: number | undefined;
  readonly required: readonly Requirement[];
  /** The reasons to enter it and the fields they need; `null` when any text will do. */
  readonly reasons: ReadonlyMap<string, readonly Requirement[]> | null;
  /** In the order of the definition; those of one target are all listed or one move. */
  readonly edges: Edge[];
  /** From a terminal state to open ones, when moves allow it. */
  readonly reopenings: Edge[];
  /** Whether they lead to the open state that the entity held last and to no other. */
  readonly reopensLastOnly: boolean;
}

/** The states by id. */
export type StateGraph = ReadonlyMap<string, StateNode>;

/** Checks a definition and connects its states, so that an event only has to look up its way. */
export function stateGraph(definition: LifecycleDefinition, fields?: FieldCatalogue): StateGraph {
  checkDefinition(definition);
  const { states, transitions = [] } = definition;
  const nodes = new Map(states.map((state, place) => [state.id, nodeOf(definition, state, place)]));
  const criteria = new Map(
    states.map(({ id, exitCriteria = [] }, at) => [id, checks(exitCriteria, fields, ['states', at, 'exitCriteria'])]),
  );
  const connect = (
    from: StateNode,
    to: StateNode,
    listed?: TransitionDefinition,
    guards: readonly Check[] = [],
  ): Edge => ({
    transition: listed?.id ?? 'move',
    on: listed?.on,
    to,
    guards,
    criteria: criteriaBetween(definition, from, to).flatMap((id) => criteria.get(id)!),
    required: requirements([...to.required.map(({ field }) => field), ...(listed?.requiredFields ?? [])]),
    roles: listed?.roles,
    needsReason:
      listed?.reason === 'required' || (listed?.reason !== 'optional' && to.kind === 'failure' && to.reasons !== null),
  });

  for (const [at, listed] of transitions.entries()) {
    const guards = checks(listed.guard ?? [], fields, ['transitions', at, 'guard']);
    for (const from of nodes.values()) {
      if (comesFrom(listed, from)) from.edges.push(connect(from, nodes.get(listed.to)!, listed, guards));
    }
  }
  for (const from of nodes.values()) {
    const isListed = new Set(from.edges.map(({ to }) => to));
    const { moves, reopenings } = generatedMoves(definition, from, [...nodes.values()]);
    from.edges.push(...moves.filter((to) => !isListed.has(to)).map((to) => connect(from, to)));
    from.reopenings.push(...reopenings.filter((to) => !isListed.has(to)).map((to) => connect(from, to)));
  }
  return nodes;
}

function nodeOf({ reasons = [], moves = {} }: LifecycleDefinition, state: StateDefinition, place: number): StateNode {
  const own = reasons.filter((reason) => reason.for.includes(state.id));
  return {
    id: state.id,
    place,
    kind: state.kind,
    isOpen: state.kind === 'open',
    order: state.order,
    required: requirements(state.requiredFields ?? []),
    reasons:
      own.length === 0 ? null : new Map(own.map(({ id, requiredFields = [] }) => [id, requirements(requiredFields)])),
    edges: [],
    reopenings: [],
    reopensLastOnly: (moves.reopen ?? 'lastOpen') === 'lastOpen',
  };
}

function comesFrom({ from }: TransitionDefinition, { id, isOpen }: StateNode): boolean {
  if (from === '*') return isOpen;
  return typeof from === 'string' ? from === id : from.includes(id);
}

/**
 * The states whose exit criteria a way asks for. Forward is whatever is not known to lead back; an `ended` state lies
 * ahead only when its order says so.
 */
function criteriaBetween({ states, skippedCriteria }: LifecycleDefinition, from: StateNode, to: StateNode): string[] {
  const isOrdered = from.order !== undefined && to.order !== undefined;
  const isAhead = isOrdered && to.order > from.order;
  const isForward = from.isOpen && from !== to && (isAhead || !isOrdered);
  if (to.kind === 'failure' || (to.kind === 'ended' && !isAhead) || (to.isOpen && !isForward)) return [];
  const { order } = from;
  if (skippedCriteria !== 'require' || order === undefined) return [from.id];
  const skipped = states.filter(
    (state) =>
      state.kind === 'open' && state.order !== undefined && state.order > order && state.order < (to.order ?? Infinity),
  );
  return [from.id, ...skipped.map(({ id }) => id)];
}

function checks(named: readonly NamedRule[], fields: FieldCatalogue | undefined, path: Path): readonly Check[] {
  return named.map(({ id, rule }, at) => {
    const options = { path: [...path, at, 'rule'], ...(fields === undefined ? {} : { fields }) };
    return { id, rule, fields: ruleFields(rule), holds: compileRule<Fields>(rule, options) };
  });
}

function requirements(fields: readonly string[]): readonly Requirement[] {
  return [...new Set(fields)].map((field) => ({ field, read: readField(field) }));
}
