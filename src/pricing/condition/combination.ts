import { fail } from '../fail.js';
import type { CompiledCondition } from './compileCondition.js';
import type { Condition } from './condition.js';
import { classOf } from './procedure.js';

/** Whether two conditions may apply together. */
export function combine(a: Condition, b: Condition): boolean {
  return (
    (a.combinesWith === undefined || a.combinesWith.includes(classOf(b))) &&
    (b.combinesWith === undefined || b.combinesWith.includes(classOf(a)))
  );
}

/** The most sets that are compared. */
const MAX_SETS = 4096;

/** The sets of conditions that all combine and take in no other, in the order of the conditions. */
export function maximalSets(conditions: readonly CompiledCondition[]): CompiledCondition[][] {
  const sets: CompiledCondition[][] = [];
  const goesWith = (a: CompiledCondition, b: CompiledCondition): boolean => combine(a.condition, b.condition);
  const extend = (
    set: readonly CompiledCondition[],
    candidates: readonly CompiledCondition[],
    seen: readonly CompiledCondition[],
  ): void => {
    if (candidates.length === 0) {
      if (seen.length > 0) return;
      sets.push(conditions.filter((one) => set.includes(one)));
      if (sets.length > MAX_SETS) fail('pricing.tooManySets', ['quote', 'conditions'], { max: MAX_SETS });
      return;
    }
    // Some set takes in the pivot or one that does not go with it, so only these have to be tried.
    const pivot = candidates[0]!;
    let open = candidates;
    let closed = seen;
    for (const one of candidates.filter((other) => other === pivot || !goesWith(other, pivot))) {
      extend(
        [...set, one],
        open.filter((other) => other !== one && goesWith(other, one)),
        closed.filter((other) => goesWith(other, one)),
      );
      open = open.filter((other) => other !== one);
      closed = [...closed, one];
    }
  };
  extend([], conditions, []);
  return sets;
}

/** Whether some of the conditions do not combine. */
export function haveConflict(conditions: readonly CompiledCondition[]): boolean {
  const choosy = conditions.filter(({ condition }) => condition.combinesWith !== undefined);
  return choosy.some((a) => conditions.some((b) => a !== b && !combine(a.condition, b.condition)));
}
