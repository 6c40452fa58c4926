import { compareText } from '../../core/compareText.js';
import type { PlainDate } from '../../core/date.js';
import type { Hierarchy, ParentAt } from './hierarchy.js';

/** Somebody whose place is another one. */
export interface HierarchyChange {
  readonly id: string;
  readonly before: ParentAt;
  readonly after: ParentAt;
}

/**
 * Returns whose place on one day is not that of another day, by id. What changed and changed back in between is no change.
 *
 * @param hierarchy reporting lines
 * @param before the one day
 * @param after the other day
 * @param kind the relation; default `reportsTo`
 * @throws SalesModelError `date.invalid`
 * @example
 * import { changesBetween, compileHierarchy } from 'salesmodel/team';
 *
 * const hierarchy = compileHierarchy([
 *   { child: 'rep', parent: 'east', from: '2026-01-01', to: '2026-04-01' },
 *   { child: 'rep', parent: 'west', from: '2026-04-01' },
 * ]);
 * changesBetween(hierarchy, '2026-03-31', '2026-04-01');
 * // => [ { id: 'rep', before: { status: 'child', parent: 'east' }, after: { status: 'child', parent: 'west' } } ]
 */
export function changesBetween(
  hierarchy: Hierarchy,
  before: PlainDate,
  after: PlainDate,
  kind?: string,
): readonly HierarchyChange[] {
  const ids = new Set([...hierarchy.at(before, kind).members(), ...hierarchy.at(after, kind).members()]);
  return [...ids].toSorted(compareText).flatMap((id): HierarchyChange[] => {
    const [one, other] = [hierarchy.parentAt(id, before, kind), hierarchy.parentAt(id, after, kind)];
    return isSame(one, other) ? [] : [{ id, before: one, after: other }];
  });
}

function isSame(a: ParentAt, b: ParentAt): boolean {
  return a.status === 'child' && b.status === 'child' ? a.parent === b.parent : a.status === b.status;
}
