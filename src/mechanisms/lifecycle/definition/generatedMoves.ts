import type { LifecycleDefinition } from './lifecycleDefinition.js';
import type { StateNode } from './stateGraph.js';

interface GeneratedMoves {
  readonly moves: readonly StateNode[];
  readonly reopenings: readonly StateNode[];
}

/** Where the moves of a definition lead from a state; `moves.reopen: 'lastOpen'` depends on the entity and is asked there. */
export function generatedMoves(
  { moves }: LifecycleDefinition,
  from: StateNode,
  states: readonly StateNode[],
): GeneratedMoves {
  if (moves === undefined) return { moves: [], reopenings: [] };
  const { forward = 'any', backward = 'any', success = 'any', failure = 'any', reopen = 'lastOpen' } = moves;
  const open = states.filter(({ isOpen }) => isOpen);
  if (!from.isOpen) return { moves: [], reopenings: reopen === 'none' ? [] : open };
  const line = open.filter(({ order }) => order !== undefined).toSorted((a, b) => a.order! - b.order!);
  const at = line.indexOf(from);
  const ahead = at < 0 ? [] : line.slice(at + 1, forward === 'next' ? at + 2 : undefined);
  const behind = at < 0 ? [] : line.slice(backward === 'previous' ? Math.max(at - 1, 0) : 0, at);
  const succeeds = success === 'any' || (success === 'last' && at >= 0 && at === line.length - 1);
  return {
    moves: states.filter(
      (to) =>
        (forward !== 'none' && ahead.includes(to)) ||
        (backward !== 'none' && behind.includes(to)) ||
        (succeeds && to.kind === 'success') ||
        (failure === 'any' && to.kind === 'failure'),
    ),
    reopenings: [],
  };
}
