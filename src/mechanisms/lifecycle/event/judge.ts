import { parsedTime } from '../time.js';
import type { Check, Edge, Requirement, StateGraph, StateNode } from '../definition/stateGraph.js';
import { unknownFields } from '../../rules/unknownFields.js';
import type { Fields, LifecycleEvent, ReopenEvent, TransitionEvent } from './lifecycleEvent.js';
import type { LifecycleState } from './lifecycleState.js';
import { refuse, type Refusal, type RefusalCode, sortedRefusals } from './refusal.js';

/** What an event does, and everything that speaks against it. */
export interface Judgement {
  /** The state that the event leads to; the present one for `set`; `null` where nothing can be done at all. */
  readonly to: StateNode | null;
  /** Id of the listed transition, `move`, or `null` where the state is not left by one. */
  readonly transition: string | null;
  readonly fields: Fields;
  readonly refusals: readonly Refusal[] | null;
}

const NO_FIELDS: Fields = {};

/** What speaks against the place of a well-formed event in time: it has to come after everything the state knows. */
export function misplaced({ lastAt, lastSeq }: LifecycleState, { seq }: LifecycleEvent, time: number): Refusal | null {
  const order = time - parsedTime(lastAt) || seq - lastSeq;
  if (order > 0) return null;
  return order < 0 ? refuse('outOfOrder', { lastAt, lastSeq }) : refuse('conflictingEvent');
}

/** Judges a well-formed event. A misplaced one has no effect, whatever else may be said of it. */
export function judge(
  graph: StateGraph,
  initial: readonly string[],
  state: LifecycleState | null,
  event: LifecycleEvent,
  late: Refusal | null,
): Judgement {
  const judgement = judgeInOrder(graph, initial, state, event);
  if (late === null) return judgement;
  const { refusals } = judgement;
  const isPathless = refusals?.some(({ code }) => code === 'noTransition' || code === 'closed') ?? false;
  return { ...judgement, to: null, refusals: isPathless ? refusals : sortedRefusals([late, ...(refusals ?? [])]) };
}

function judgeInOrder(
  graph: StateGraph,
  initial: readonly string[],
  state: LifecycleState | null,
  event: LifecycleEvent,
): Judgement {
  if (event.type === 'create')
    return judgeCreation(graph, initial, state, event.state ?? initial[0]!, { ...event.set });
  if (state === null) return impossible('notCreated');
  const from = graph.get(state.state)!;
  switch (event.type) {
    case 'set':
      return { to: from, transition: null, fields: { ...state.fields, ...event.set }, refusals: null };
    case 'reopen':
      return judgeReopening(graph, from, state, event);
    case 'transition':
      return judgeTransition(graph, from, state, event);
  }
}

function judgeCreation(
  graph: StateGraph,
  initial: readonly string[],
  state: LifecycleState | null,
  target: string,
  fields: Fields,
): Judgement {
  if (state !== null) return impossible('alreadyCreated');
  const to = graph.get(target);
  if (to === undefined) return impossible('unknownState', { state: target });
  let refusals = withMissing(null, to.required, fields);
  if (!initial.includes(target)) {
    refusals = [...(refusals ?? []), refuse('badInitialState', { state: target, expected: initial })];
  }
  return { to, transition: null, fields, refusals: refusals === null ? null : sortedRefusals(refusals) };
}

function judgeTransition(graph: StateGraph, from: StateNode, state: LifecycleState, event: TransitionEvent): Judgement {
  const { to, on, set } = event;
  const target = to === undefined ? null : graph.get(to);
  if (target === undefined) return impossible('unknownState', { state: to });
  const fields = set === undefined ? state.fields : { ...state.fields, ...set };
  const taken = openEdge(from, target, fields, event);
  if (taken !== null) return { to: taken.to, transition: taken.transition, fields, refusals: null };
  const tried = from.edges.filter((edge) => isAsked(edge, target, on));
  const [first] = tried;
  if (first !== undefined) {
    const refusals = sortedRefusals(tried.flatMap((edge) => edgeRefusals(edge, fields, event) ?? []));
    return { to: first.to, transition: first.transition, fields, refusals };
  }
  const asked = { ...(to === undefined ? {} : { to }), ...(on === undefined ? {} : { on }) };
  return { to: target, transition: null, fields, refusals: [pathless(from, asked)] };
}

/** The first of the ways asked for against which nothing speaks, or `null`; `target` is `null` where only `on` says the way. */
export function openEdge(
  from: StateNode,
  target: StateNode | null,
  fields: Fields,
  event: Pick<TransitionEvent, 'on' | 'roles' | 'reason'>,
): Edge | null {
  const { on } = event;
  for (const edge of from.edges) {
    if (isAsked(edge, target, on) && edgeRefusals(edge, fields, event) === null) return edge;
  }
  return null;
}

function isAsked(edge: Edge, target: StateNode | null, on: string | undefined): boolean {
  if (target === null && on === undefined) return false;
  return (target === null || edge.to === target) && (on === undefined || edge.on === on);
}

function judgeReopening(graph: StateGraph, from: StateNode, state: LifecycleState, event: ReopenEvent): Judgement {
  const wanted = event.to ?? state.lastOpenState;
  const to = wanted === null ? null : graph.get(wanted);
  if (to === undefined) return impossible('unknownState', { state: wanted });
  const { fields } = state;
  if (from.isOpen) return { to, transition: null, fields, refusals: [refuse('notClosed', { state: from.id })] };
  const tried = reopeningEdges(from, state)
    .filter((edge) => edge.to === to)
    .map((edge) => ({ transition: edge.transition, refusals: edgeRefusals(edge, fields, event) }));
  const taken = tried.find(({ refusals }) => refusals === null);
  if (taken !== undefined) return { to, fields, ...taken };
  const [first] = tried;
  if (first === undefined) {
    return { to, transition: null, fields, refusals: [pathless(from, wanted === null ? {} : { to: wanted })] };
  }
  const refusals = sortedRefusals(tried.flatMap((each) => each.refusals ?? []));
  return { to, transition: first.transition, fields, refusals };
}

/** The ways by which a terminal state can be reopened: listed ones into open states, and moves. */
export function reopeningEdges(from: StateNode, state: LifecycleState): readonly Edge[] {
  return [
    ...from.edges.filter(({ to }) => to.isOpen),
    ...from.reopenings.filter(({ to }) => !from.reopensLastOnly || to.id === state.lastOpenState),
  ];
}

/** Everything that speaks against a way, or `null`. */
export function edgeRefusals(
  edge: Edge,
  fields: Fields,
  { roles, reason = '' }: { readonly roles?: readonly string[]; readonly reason?: string },
): Refusal[] | null {
  // An event mostly passes: nothing is made before there is something to say.
  let refusals: Refusal[] | null = null;
  if (edge.roles !== undefined && !edge.roles.some((role) => roles?.includes(role))) {
    refusals = [refuse('roleNotAllowed', { expected: edge.roles })];
  }
  refusals = withUnmet(refusals, edge.guards, fields, GUARD);
  refusals = withUnmet(refusals, edge.criteria, fields, CRITERION);
  refusals = withMissing(refusals, edge.required, fields);
  const { reasons } = edge.to;
  if (reason === '') {
    if (!edge.needsReason) return refusals;
    return [...(refusals ?? []), refuse('reasonRequired', { expected: reasons === null ? null : [...reasons.keys()] })];
  }
  const needed = reasons?.get(reason);
  if (reasons === null || needed !== undefined) return withMissing(refusals, needed ?? [], fields);
  return [...(refusals ?? []), refuse('reasonUnknown', { reason, expected: [...reasons.keys()] })];
}

const GUARD = { failed: 'guardFailed', unknown: 'guardUnknown' } as const;
const CRITERION = { failed: 'exitCriterionFailed', unknown: 'exitCriterionUnknown' } as const;

function withUnmet(
  refusals: Refusal[] | null,
  checks: readonly Check[],
  fields: Fields,
  { failed, unknown }: typeof GUARD | typeof CRITERION,
): Refusal[] | null {
  let all = refusals;
  for (const { id, rule, fields: named, holds } of checks) {
    const truth = holds(fields);
    if (truth === true) continue;
    all ??= [];
    all.push(
      truth === false
        ? refuse(failed, { id, fields: named })
        : refuse(unknown, { id, fields: unknownFields<Fields>(rule, fields) }),
    );
  }
  return all;
}

function withMissing(refusals: Refusal[] | null, required: readonly Requirement[], fields: Fields): Refusal[] | null {
  let all = refusals;
  for (const { field, read } of required) {
    const value = read(fields);
    if (value !== undefined && value !== null) continue;
    all ??= [];
    all.push(refuse('missingField', { field }));
  }
  return all;
}

function pathless(from: StateNode, asked: Refusal['params']): Refusal {
  return refuse(from.isOpen ? 'noTransition' : 'closed', { state: from.id, ...asked });
}

function impossible(code: RefusalCode, params: Refusal['params'] = {}): Judgement {
  return { to: null, transition: null, fields: NO_FIELDS, refusals: [refuse(code, params)] };
}
