import { toDecimal } from '../../core/decimal.js';
import type { Finding } from '../../core/errors.js';
import type { Cap, Floor, Modifier, PlanModifier, Quantity } from '../schema.js';
import type { LintContext } from './lintContext.js';
import { modifierLists } from './modifierLists.js';

/**
 * `cap.beforeFloor`: a floor stands behind a cap that it can lift pay over again. A floor that is not above the cap in
 * the same terms is harmless, and so is a floor of a whole span behind a cap of single transactions.
 */
export function capBeforeFloor({ plan }: LintContext): readonly Finding[] {
  return modifierLists(plan).flatMap(({ modifiers, component, path }) => {
    const scopeOf = ({ scope }: Cap | Floor): string =>
      scope ?? (component?.accumulate === 'toDate' ? 'window' : 'period');
    return modifiers.flatMap((floor, index) => {
      if (floor.kind !== 'floor') return [];
      const cap = modifiers
        .slice(0, index)
        .findIndex((before) => before.kind === 'cap' && lifts(before, floor, scopeOf) && meet(before, floor));
      if (cap < 0) return [];
      const params = { cap };
      return [{ code: 'cap.beforeFloor', severity: 'warning', path: [...path, index], params } as const];
    });
  });
}

function lifts(cap: Cap, floor: Floor, scopeOf: (limit: Cap | Floor) => string): boolean {
  // What is deferred stays earned: the order of the two then makes no difference.
  if (cap.excess === 'defer') return false;
  if (scopeOf(cap) !== scopeOf(floor)) return scopeOf(cap) !== 'transaction';
  const [basis, most] = partsOf(cap.limit);
  const [other, least] = partsOf(floor.limit);
  return basis !== other || toDecimal(least).gt(toDecimal(most));
}

function partsOf(quantity: Quantity): [string, string] {
  return Object.entries(quantity)[0] as [string, string];
}

/** Whether two modifiers of a list work on a component in common. */
function meet(a: Modifier | PlanModifier, b: Modifier | PlanModifier): boolean {
  const [ids, others] = [componentsOf(a), componentsOf(b)];
  return ids === undefined || others === undefined || ids.some((id) => others.includes(id));
}

function componentsOf(modifier: Modifier | PlanModifier): readonly string[] | undefined {
  return 'component' in modifier ? modifier.component : undefined;
}
