import { compileLifecycle } from '../compileLifecycle.js';
import type { LifecycleDefinition } from '../definition/lifecycleDefinition.js';
import type { LifecycleEvent } from '../event/lifecycleEvent.js';
import type { FoldOptions, LifecycleHistory } from './lifecycleHistory.js';

/**
 * Returns the states that events lead to, with the events that had no effect. The order of the input changes nothing:
 * events count by `at`, then by `seq`. The same event twice counts once; two different ones with the same entity, time
 * and `seq` are both rejected.
 *
 * @param definition states, transitions and their conditions
 * @param events of any number of entities, all with dates or all with instants
 * @param options what becomes of refused events, states to go on from
 * @throws SalesModelError the errors of `compileLifecycle`, `lifecycle.mixedTime`, `lifecycle.definition`
 * @example
 * import { defineLifecycle, foldHistory } from 'salesmodel/mechanisms/lifecycle';
 *
 * const loan = defineLifecycle({
 *   id: 'loan', version: 1, initial: ['lent'],
 *   states: [{ id: 'lent', kind: 'open' }, { id: 'returned', kind: 'success' }],
 *   transitions: [{ id: 'return', from: 'lent', to: 'returned' }],
 * });
 * const log = [
 *   { entityId: 'F1', at: '2026-03-09', seq: 2, type: 'transition', to: 'returned' },
 *   { entityId: 'F1', at: '2026-03-09', seq: 3, type: 'transition', to: 'lent' },
 *   { entityId: 'F1', at: '2026-03-02', seq: 1, type: 'create' },
 * ] as const;
 * foldHistory(loan, log).rejected.map(({ reasons }) => reasons[0]?.code); // => ['closed']
 * const recorded = foldHistory(loan, log, { enforce: 'record' });
 * recorded.states[0]?.state; // => 'lent'
 * recorded.violations.map(({ seq }) => seq); // => [3]
 */
export function foldHistory<S extends string, E extends string>(
  definition: LifecycleDefinition<S, E>,
  events: readonly LifecycleEvent<NoInfer<S>, NoInfer<E>>[],
  options: FoldOptions<NoInfer<S>> = {},
): LifecycleHistory<S, E> {
  return compileLifecycle(definition).fold(events, options);
}
