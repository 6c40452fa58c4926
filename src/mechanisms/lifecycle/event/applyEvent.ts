import { compileLifecycle } from '../compileLifecycle.js';
import type { LifecycleDefinition } from '../definition/lifecycleDefinition.js';
import type { Application } from './applyTo.js';
import type { LifecycleEvent } from './lifecycleEvent.js';
import type { LifecycleState } from './lifecycleState.js';

/**
 * Returns the state after one event, or everything that speaks against it. Use `compileLifecycle` for many events.
 *
 * A `set` is applied before the checks and dropped with a refused event. Without a way on from the state, `noTransition`
 * or `closed` is the only reason.
 *
 * @param definition states, transitions and their conditions
 * @param state state of the entity, `null` before its creation
 * @param event what happened
 * @throws SalesModelError the errors of `compileLifecycle`, `lifecycle.definition`, `lifecycle.entity`, `lifecycle.mixedTime`
 * @example
 * import { applyEvent, defineLifecycle } from 'salesmodel/mechanisms/lifecycle';
 *
 * const loan = defineLifecycle({
 *   id: 'loan', version: 1, initial: ['lent'],
 *   states: [{ id: 'lent', kind: 'open' }, { id: 'lost', kind: 'failure' }],
 *   transitions: [{ id: 'lose', from: 'lent', to: 'lost', roles: ['keeper'], requiredFields: ['report'] }],
 * });
 * const lent = applyEvent(loan, null, { type: 'create', entityId: 'F1', at: '2026-03-02', seq: 1 });
 * const lost = applyEvent(loan, lent.ok ? lent.state : null, { type: 'transition', to: 'lost', entityId: 'F1', at: '2026-04-01', seq: 2 });
 * lost.ok || lost.reasons.map(({ code }) => code); // => ['missingField', 'roleNotAllowed']
 */
export function applyEvent<S extends string, E extends string>(
  definition: LifecycleDefinition<S, E>,
  state: LifecycleState<NoInfer<S>> | null,
  event: LifecycleEvent<NoInfer<S>, NoInfer<E>>,
): Application<S> {
  return compileLifecycle(definition).apply(state, event);
}
