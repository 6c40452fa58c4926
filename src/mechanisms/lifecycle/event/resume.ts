import type { Path } from '../../../core/errors.js';
import type { LifecycleDefinition } from '../definition/lifecycleDefinition.js';
import type { StateGraph } from '../definition/stateGraph.js';
import { fail } from '../fail.js';
import { type Draft, draftOf } from './advance.js';
import type { LifecycleState } from './lifecycleState.js';

/** A draft of a state under a definition, which may be a later version of the one that made it. */
export function resume(definition: LifecycleDefinition, graph: StateGraph, state: LifecycleState, path: Path): Draft {
  if (state.definitionId !== definition.id) {
    fail('lifecycle.definition', [...path, 'definitionId'], { expected: definition.id, value: state.definitionId });
  }
  if (!graph.has(state.state)) {
    fail('lifecycle.unknownState', [...path, 'state'], { state: state.state, expected: [...graph.keys()].join(' | ') });
  }
  return { ...draftOf(state), definitionVersion: definition.version };
}
