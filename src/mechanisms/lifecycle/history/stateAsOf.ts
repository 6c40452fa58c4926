import type { PlainDate } from '../../../core/date.js';
import type { Instant } from '../../../core/instant.js';
import { type AsOfOptions, compileLifecycle } from '../compileLifecycle.js';
import type { LifecycleDefinition } from '../definition/lifecycleDefinition.js';
import type { LifecycleEvent } from '../event/lifecycleEvent.js';
import type { LifecycleHistory } from './lifecycleHistory.js';

/**
 * Returns the states as they were known at a time: the fold of the events up to it. A day counts to its end.
 *
 * @param definition states, transitions and their conditions
 * @param events of any number of entities, all with dates or all with instants
 * @param asOf a date, or an instant where the events have instants
 * @param options those of `foldHistory`, and the offset at which a day of a history of instants ends
 * @throws SalesModelError the errors of `foldHistory`, `lifecycle.time`, `lifecycle.offset`
 * @example
 * import { defineLifecycle, stateAsOf } from 'salesmodel/mechanisms/lifecycle';
 *
 * const loan = defineLifecycle({
 *   id: 'loan', version: 1, initial: ['lent'],
 *   states: [{ id: 'lent', kind: 'open' }, { id: 'returned', kind: 'success' }],
 *   transitions: [{ id: 'return', from: 'lent', to: 'returned' }],
 * });
 * const log = [
 *   { entityId: 'F1', at: '2026-03-02T09:00:00+08:00', seq: 1, type: 'create' },
 *   { entityId: 'F1', at: '2026-03-09T22:00:00Z', seq: 2, type: 'transition', to: 'returned' },
 * ] as const;
 * stateAsOf(loan, log, '2026-03-09').states[0]?.state; // => 'returned'
 * stateAsOf(loan, log, '2026-03-09', { offset: '+08:00' }).states[0]?.state; // => 'lent'
 */
export function stateAsOf<S extends string, E extends string>(
  definition: LifecycleDefinition<S, E>,
  events: readonly LifecycleEvent<NoInfer<S>, NoInfer<E>>[],
  asOf: PlainDate | Instant,
  options: AsOfOptions<NoInfer<S>> = {},
): LifecycleHistory<S, E> {
  return compileLifecycle(definition).stateAsOf(events, asOf, options);
}
