import { compileLifecycle } from '../compileLifecycle.js';
import type { LifecycleDefinition } from '../definition/lifecycleDefinition.js';
import type { AllowedEvent, AllowedOptions } from './allowedFrom.js';
import type { LifecycleState } from './lifecycleState.js';

/**
 * Returns every way on from a state, and what it still asks for: listed transitions in their order, then moves and
 * reopenings in the order of their targets. From `null` they are the initial states.
 *
 * @param definition states, transitions and their conditions
 * @param state state of the entity, `null` before its creation
 * @param options roles, reason and fields that the event would bring along
 * @throws SalesModelError the errors of `compileLifecycle`, `lifecycle.definition`
 * @example
 * import { allowedEvents, applyEvent, defineLifecycle } from 'salesmodel/mechanisms/lifecycle';
 *
 * const deal = defineLifecycle({
 *   id: 'deal', version: 1, initial: ['offer'], moves: {},
 *   states: [{ id: 'offer', kind: 'open', order: 1 }, { id: 'won', kind: 'success', requiredFields: ['contract'] }, { id: 'lost', kind: 'failure' }],
 * });
 * const offer = applyEvent(deal, null, { type: 'create', entityId: 'D1', at: '2026-03-02', seq: 1 });
 * allowedEvents(deal, offer.ok ? offer.state : null).map(({ to, ok }) => [to, ok]); // => [['won', false], ['lost', true]]
 */
export function allowedEvents<S extends string, E extends string>(
  definition: LifecycleDefinition<S, E>,
  state: LifecycleState<NoInfer<S>> | null,
  options: AllowedOptions = {},
): readonly AllowedEvent<S, E>[] {
  return compileLifecycle(definition).allowed(state, options);
}
