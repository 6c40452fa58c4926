import { fromDayNumber } from '../../core/date.js';
import type { Path } from '../../core/errors.js';
import { fail } from '../fail.js';
import type { HierarchyLink } from '../schema.js';
import { findCycles } from './findCycles.js';
import { DEFAULT_KIND } from './hierarchy.js';
import { toRelation, type Relation } from './relation.js';
import { OPEN } from './version.js';

/**
 * Sorts checked links into one relation a kind, kinds in UTF-16 order.
 *
 * @param path where the list stands in the caller's input
 * @throws SalesModelError `hierarchy.overlap`, `hierarchy.cycle`, `hierarchy.selfParent`, `period.order`, `date.invalid`
 */
export function toRelations(links: readonly HierarchyLink[], path: Path): ReadonlyMap<string, Relation> {
  const byKind = new Map<string, number[]>();
  for (const [entry, link] of links.entries()) {
    const kind = link.kind ?? DEFAULT_KIND;
    const entries = byKind.get(kind);
    if (entries === undefined) byKind.set(kind, [entry]);
    else entries.push(entry);
  }
  const relations = new Map<string, Relation>();
  for (const kind of [...byKind.keys()].toSorted()) {
    const relation = toRelation(kind, links, byKind.get(kind)!, path);
    const cycle = findCycles(relation)[0];
    if (cycle !== undefined) {
      fail('hierarchy.cycle', path, {
        members: cycle.members.map((node) => relation.ids[node]!),
        kind,
        from: fromDayNumber(cycle.from),
        to: cycle.to === OPEN ? null : fromDayNumber(cycle.to),
      });
    }
    relations.set(kind, relation);
  }
  return relations;
}
