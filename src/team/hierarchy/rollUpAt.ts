import type { PlainDate } from '../../core/date.js';
import type { DecimalLike } from '../../core/decimal.js';
import type { HierarchyLink } from '../schema.js';
import { compileHierarchy } from './compileHierarchy.js';
import type { RollUp } from './snapshot.js';

/**
 * Returns values by id summed up the tree of one day: for each id its own value and its total with everybody below.
 *
 * @param links at most one parent for each child, kind and day
 * @param date the day of the tree
 * @param values a decimal by id; ids without one count as 0, ids outside of the tree are listed as absent
 * @param kind the relation; default `reportsTo`
 * @throws SalesModelError `hierarchy.overlap`, `hierarchy.cycle`, `hierarchy.selfParent`, `period.order`,
 * `date.invalid`, `decimal.invalid`
 * @example
 * ```ts
 * import { rollUpAt } from 'salesmodel/team';
 * const links = [{ child: 'rep', parent: 'manager', from: '2026-01-01' }];
 * rollUpAt(links, '2026-06-30', { rep: '10.50', manager: 2 }).rows[0]; // => { id: 'manager', own: '2', total: '12.5' }
 * ```
 */
export function rollUpAt(
  links: readonly HierarchyLink[],
  date: PlainDate,
  values: Readonly<Record<string, DecimalLike>>,
  kind?: string,
): RollUp {
  return compileHierarchy(links).at(date, kind).rollUp(values);
}
