import type { LifecycleDefinition } from './lifecycleDefinition.js';

/**
 * Returns a definition as it is, with the names of its states and events kept as types: a misspelt one does not compile.
 *
 * @param definition states, transitions and their conditions; `compileLifecycle` checks it
 * @example
 * import { defineLifecycle } from 'salesmodel/mechanisms/lifecycle';
 *
 * const loan = defineLifecycle({
 *   id: 'loan', version: 1, initial: ['lent'],
 *   states: [{ id: 'lent', kind: 'open' }, { id: 'returned', kind: 'success' }],
 *   transitions: [{ id: 'return', on: 'bringBack', from: 'lent', to: 'returned' }],
 * });
 * loan.states.map(({ id }) => id); // => ['lent', 'returned']
 */
export function defineLifecycle<const S extends string, const E extends string = never>(
  definition: LifecycleDefinition<S, E>,
): LifecycleDefinition<S, E> {
  return definition;
}
