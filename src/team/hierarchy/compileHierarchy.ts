import { dayNumber, type PlainDate } from '../../core/date.js';
import type { HierarchyLink } from '../schema.js';
import { DEFAULT_KIND, type Hierarchy } from './hierarchy.js';
import { ABSENT, toRelation, versionAt, type Relation } from './relation.js';
import { toRelations } from './relations.js';
import { snapshotAt } from './snapshot.js';
import { idsAbove, isAbove } from './upline.js';
import { IMPLIED, ROOT } from './version.js';

/**
 * Returns reporting lines that can be asked about any day, after checking every day at once.
 *
 * @param links at most one parent for each child, kind and day, in any order; spans are half-open
 * @throws SalesModelError `hierarchy.overlap`, `hierarchy.cycle` (also one that holds between two changes only),
 * `hierarchy.selfParent`, `period.order`, `date.invalid`
 * @example
 * ```ts
 * import { compileHierarchy } from 'salesmodel/team';
 * const hierarchy = compileHierarchy([
 *   { child: 'rep', parent: 'manager', from: '2026-01-01', to: '2026-04-01' },
 *   { child: 'rep', parent: 'otherManager', from: '2026-04-01' },
 *   { child: 'manager', parent: 'director', from: '2026-01-01' },
 * ]);
 * hierarchy.ancestorsAt('rep', '2026-03-31'); // => ['manager', 'director']
 * hierarchy.ancestorsAt('rep', '2026-04-01'); // => ['otherManager']
 * hierarchy.parentAt('director', '2026-04-01'); // => { status: 'absent' }
 * ```
 */
export function compileHierarchy(links: readonly HierarchyLink[]): Hierarchy {
  const relations = toRelations(links, []);
  const nothing = toRelation(DEFAULT_KIND, [], [], []);
  const relationOf = (kind: string = DEFAULT_KIND): Relation => relations.get(kind) ?? nothing;

  const above = (id: string, date: PlainDate, kind?: string, levels = Infinity): string[] | undefined => {
    const day = dayNumber(date, ['date']);
    const relation = relationOf(kind);
    const node = relation.nodes.get(id);
    return node === undefined ? undefined : idsAbove(relation, node, day, levels);
  };

  return {
    kinds: [...relations.keys()],
    parentAt(id, date, kind) {
      const day = dayNumber(date, ['date']);
      const relation = relationOf(kind);
      const node = relation.nodes.get(id);
      const version = node === undefined ? ABSENT : versionAt(relation, node, day);
      if (version === ABSENT || relation.entry[version] === IMPLIED) return { status: 'absent' };
      const parent = relation.parent[version]!;
      return parent === ROOT ? { status: 'root' } : { status: 'child', parent: relation.ids[parent]! };
    },
    ancestorsAt: (id, date, options = {}) => above(id, date, options.kind, options.levels) ?? [],
    pathAt(id, date, kind) {
      const ancestors = above(id, date, kind);
      return ancestors === undefined ? [] : [...ancestors.toReversed(), id];
    },
    isUnderAt(id, other, date, kind) {
      const day = dayNumber(date, ['date']);
      const relation = relationOf(kind);
      const [node, above] = [relation.nodes.get(id), relation.nodes.get(other)];
      return node !== undefined && above !== undefined && isAbove(relation, above, node, day);
    },
    levelAt: (id, date, kind) => above(id, date, kind)?.length ?? null,
    at: (date, kind) => snapshotAt(relationOf(kind), dayNumber(date, ['date'])),
  };
}
