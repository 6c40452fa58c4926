import type { PlainDate } from '../../core/date.js';
import type { HierarchyLink } from '../schema.js';
import { compileHierarchy } from './compileHierarchy.js';
import type { SpanOfControl } from './snapshot.js';

/**
 * Returns the tree of one day as a table, depth first, siblings by id: who is above, how many report directly, how
 * many layers and members are below.
 *
 * @param links at most one parent for each child, kind and day
 * @param date the day of the tree
 * @param kind the relation; default `reportsTo`
 * @throws SalesModelError `hierarchy.overlap`, `hierarchy.cycle`, `hierarchy.selfParent`, `period.order`, `date.invalid`
 * @example
 * ```ts
 * import { spansAt } from 'salesmodel/team';
 * const links = [
 *   { child: 'rep1', parent: 'manager', from: '2026-01-01' },
 *   { child: 'rep2', parent: 'manager', from: '2026-01-01' },
 * ];
 * spansAt(links, '2026-06-30')[0]; // => { id: 'manager', parent: null, level: 0, reports: 2, layers: 1, members: 3 }
 * ```
 */
export function spansAt(links: readonly HierarchyLink[], date: PlainDate, kind?: string): readonly SpanOfControl[] {
  return compileHierarchy(links).at(date, kind).spans;
}
