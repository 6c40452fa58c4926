import type { PlainDate } from '../../core/date.js';
import type { HierarchyLink } from '../schema.js';
import { compileHierarchy } from './compileHierarchy.js';
import type { AncestorOptions } from './hierarchy.js';

/**
 * Returns the ids above one id on a day, nearest first, without the id itself. For many questions about the same
 * links compile them once with {@link compileHierarchy}.
 *
 * @param links at most one parent for each child, kind and day
 * @param id whose ancestors
 * @param date the day of the tree
 * @param options `kind` of relation (default `reportsTo`), number of `levels` (default all)
 * @throws SalesModelError `hierarchy.overlap`, `hierarchy.cycle`, `hierarchy.selfParent`, `period.order`, `date.invalid`
 * @example
 * ```ts
 * import { ancestorsAt } from 'salesmodel/team';
 * const links = [
 *   { child: 'rep', parent: 'manager', from: '2026-01-01' },
 *   { child: 'manager', parent: 'director', from: '2026-01-01' },
 * ];
 * ancestorsAt(links, 'rep', '2026-06-30', { levels: 1 }); // => ['manager']
 * ```
 */
export function ancestorsAt(
  links: readonly HierarchyLink[],
  id: string,
  date: PlainDate,
  options?: AncestorOptions,
): string[] {
  return compileHierarchy(links).ancestorsAt(id, date, options);
}
