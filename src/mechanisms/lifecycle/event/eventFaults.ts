import type { LifecycleEvent } from './lifecycleEvent.js';
import { refuse, type Refusal, sortedRefusals } from './refusal.js';

/**
 * Everything that an event of unknown origin lacks to be one, or `null`.
 *
 * @param seq that of the event, NaN where it is no number
 * @param time that of its `at`, NaN where it is none
 */
export function eventFaults(
  event: LifecycleEvent,
  entityId: unknown,
  seq: number,
  time: number,
): readonly Refusal[] | null {
  const { type } = event;
  let faults = placeFaults(entityId, 'entityId', event, seq, time);
  if (type === 'reopen') return faults;
  if (type !== 'create' && type !== 'transition' && type !== 'set') {
    return withFault(faults, 'type', 'create, transition, set or reopen', type);
  }
  const set: unknown = event.set;
  if (!(set === undefined && type !== 'set') && !isFields(set)) {
    faults = withFault(faults, 'set', 'fields and their values', set);
  }
  return faults;
}

/**
 * What an event lacks to have a place in the history of an entity, or `null`.
 *
 * @param idField where the events of this kind name their entity
 */
export function placeFaults(
  entityId: unknown,
  idField: string,
  event: { readonly at: unknown; readonly seq: unknown; readonly roles?: unknown },
  seq: number,
  time: number,
): readonly Refusal[] | null {
  const { roles } = event;
  // Mostly all is well: nothing is made before there is something to say.
  if (typeof entityId === 'string' && entityId !== '' && time - time === 0 && Number.isSafeInteger(seq)) {
    if (roles === undefined || Array.isArray(roles)) return null;
  }
  let faults: readonly Refusal[] | null = null;
  if (typeof entityId !== 'string' || entityId === '') faults = withFault(faults, idField, 'a text', entityId);
  if (Number.isNaN(time)) faults = withFault(faults, 'at', 'a date or an instant', event.at);
  if (!Number.isSafeInteger(seq)) faults = withFault(faults, 'seq', 'a whole number', event.seq);
  if (roles !== undefined && !Array.isArray(roles)) faults = withFault(faults, 'roles', 'a list', roles);
  return faults;
}

/** Whether something is a record of fields. */
export function isFields(set: unknown): boolean {
  return typeof set === 'object' && set !== null && !Array.isArray(set) && !Object.hasOwn(set, '__proto__');
}

/** Adds what a field of an event should have been. */
export function withFault(
  faults: readonly Refusal[] | null,
  field: string,
  expected: string,
  value: unknown,
): readonly Refusal[] {
  const fault = refuse('badEvent', { field, expected, value: value ?? null });
  return faults === null ? [fault] : sortedRefusals([...faults, fault]);
}
