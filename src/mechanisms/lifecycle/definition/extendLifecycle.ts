import { fail } from '../fail.js';
import type { LifecycleDefinition, StateDefinition, TransitionDefinition } from './lifecycleDefinition.js';

/** What an application changes of a preset; everything else stays. */
export interface LifecycleOverrides<S extends string = string, E extends string = string> {
  readonly id?: string;
  readonly version?: number;
  readonly initial?: readonly S[];
  /** Changes of states, by their id. */
  readonly states?: Readonly<Partial<Record<S, Partial<Omit<StateDefinition<S>, 'id'>>>>>;
  /** Replaces the listed transitions. */
  readonly transitions?: readonly TransitionDefinition<S, E>[];
  readonly moves?: LifecycleDefinition['moves'];
  /** Replaces the reasons. */
  readonly reasons?: LifecycleDefinition<S, E>['reasons'];
  readonly skippedCriteria?: LifecycleDefinition['skippedCriteria'];
}

/**
 * Returns a preset with changes: fields of states by their id, and whole lists in the place of others. A misspelt state
 * or event does not compile.
 *
 * @param preset definition to begin with
 * @param overrides what is different
 * @throws SalesModelError `lifecycle.unknownState`
 * @example
 * import { defineLifecycle, extendLifecycle } from 'salesmodel/mechanisms/lifecycle';
 *
 * const loan = defineLifecycle({ id: 'loan', version: 1, initial: ['lent'], states: [{ id: 'lent', kind: 'open' }] });
 * extendLifecycle(loan, { id: 'short-loan', states: { lent: { maxDays: 7 } } }).states; // => [{ id: 'lent', kind: 'open', maxDays: 7 }]
 */
export function extendLifecycle<S extends string, E extends string>(
  preset: LifecycleDefinition<S, E>,
  overrides: LifecycleOverrides<NoInfer<S>, NoInfer<E>>,
): LifecycleDefinition<S, E> {
  const { states = {}, ...others } = overrides as LifecycleOverrides;
  const ids = preset.states.map(({ id }) => id as string);
  for (const state of Object.keys(states)) {
    if (!ids.includes(state))
      fail('lifecycle.unknownState', ['overrides', 'states', state], { state, expected: ids.join(' | ') });
  }
  const changed = preset.states.map((state) => ({ ...state, ...states[state.id] }));
  return { ...preset, ...(others as Partial<LifecycleDefinition<S, E>>), states: changed };
}
