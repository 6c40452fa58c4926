import { fail as failCore } from '../../../core/fail.js';
import type { Path } from '../../../core/errors.js';
import { oneOf } from '../../../core/oneOf.js';
import { fail } from '../fail.js';
import { type LifecycleDefinition, STATE_KINDS } from './lifecycleDefinition.js';

/** The values of each policy of `moves`, the default first. */
export const MOVES = {
  forward: ['any', 'next', 'none'],
  backward: ['any', 'previous', 'none'],
  success: ['any', 'last', 'none'],
  failure: ['any', 'none'],
  reopen: ['lastOpen', 'any', 'none'],
} as const;

/** Refuses a definition that names what does not exist, repeats what has to be distinct, or has a policy nobody knows. */
export function checkDefinition(definition: LifecycleDefinition): void {
  const { version, initial, states, transitions = [], reasons = [], moves, skippedCriteria } = definition;
  if (!Number.isSafeInteger(version) || version < 1) fail('lifecycle.badVersion', ['version'], { value: version });
  checkStates(definition);
  const known = new Set<string>(states.map(({ id }) => id));
  const checkState = (state: string, path: Path): void => {
    if (!known.has(state)) fail('lifecycle.unknownState', path, { state, expected: [...known].join(' | ') });
  };

  if (initial.length === 0) fail('lifecycle.noInitial', ['initial']);
  initial.forEach((state, at) => checkState(state, ['initial', at]));
  const ids = new Set<string>();
  for (const [at, { id, from, to, guard = [], reason }] of transitions.entries()) {
    const path = ['transitions', at];
    if (ids.has(id)) fail('lifecycle.duplicateTransition', [...path, 'id'], { id });
    ids.add(id);
    if (typeof from !== 'string') from.forEach((state, index) => checkState(state, [...path, 'from', index]));
    else if (from !== '*') checkState(from, [...path, 'from']);
    checkState(to, [...path, 'to']);
    if (reason !== undefined) oneOf(reason, ['required', 'optional'], [...path, 'reason']);
    checkDistinct(guard, [...path, 'guard']);
  }
  for (const state of known) {
    const of = reasons.map((reason, at) => ({ ...reason, at })).filter((reason) => reason.for.includes(state));
    checkDistinct(
      of,
      ['reasons'],
      of.map(({ at }) => at),
    );
  }
  reasons.forEach((reason, at) =>
    reason.for.forEach((state, index) => checkState(state, ['reasons', at, 'for', index])),
  );
  for (const [move, options] of Object.entries(MOVES)) {
    const value = moves?.[move as keyof typeof MOVES];
    if (value !== undefined) oneOf<string>(value, options, ['moves', move]);
  }
  if (skippedCriteria !== undefined) oneOf(skippedCriteria, ['ignore', 'require'], ['skippedCriteria']);
}

function checkStates({ states }: LifecycleDefinition): void {
  const ids = new Set<string>();
  const orders = new Set<number>();
  for (const [at, { id, kind, order, exitCriteria = [], maxDays, rotDays }] of states.entries()) {
    const path = ['states', at];
    if (id === '' || id === '*') fail('lifecycle.stateId', [...path, 'id'], { value: id });
    if (ids.has(id)) fail('lifecycle.duplicateState', [...path, 'id'], { id });
    ids.add(id);
    oneOf(kind, STATE_KINDS, [...path, 'kind']);
    if (order !== undefined) {
      if (!Number.isFinite(order)) fail('lifecycle.order', [...path, 'order'], { value: order });
      if (kind === 'open' && orders.has(order)) fail('lifecycle.duplicateOrder', [...path, 'order'], { order });
      if (kind === 'open') orders.add(order);
    }
    checkDistinct(exitCriteria, [...path, 'exitCriteria']);
    for (const [field, days] of Object.entries({ maxDays, rotDays })) {
      if (days !== undefined && (!Number.isSafeInteger(days) || days < 0)) {
        fail('lifecycle.days', [...path, field], { value: days });
      }
    }
  }
}

function checkDistinct(named: readonly { readonly id: string }[], path: Path, places: readonly number[] = []): void {
  const ids = new Set<string>();
  for (const [at, { id }] of named.entries()) {
    if (ids.has(id)) failCore('ids.duplicate', [...path, places[at] ?? at, 'id'], { id });
    ids.add(id);
  }
}
