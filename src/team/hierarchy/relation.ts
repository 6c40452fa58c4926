import { dayNumber, fromDayNumber } from '../../core/date.js';
import type { Path } from '../../core/errors.js';
import { fail as failCore } from '../../core/fail.js';
import { fail } from '../fail.js';
import type { HierarchyLink } from '../schema.js';
import { disjoint, impliedRoots, OPEN, ROOT, type Version } from './version.js';

/** In the place of a version: not in the tree on that day. */
export const ABSENT = -1;

/**
 * The links of one kind as columns. A node is the rank of its id in UTF-16 order, so that node order is id order.
 * The versions of node i are `start[i]` … `start[i + 1] − 1`: disjoint, ascending, and no two that touch have the
 * same parent.
 */
export interface Relation {
  readonly kind: string;
  readonly ids: readonly string[];
  readonly nodes: ReadonlyMap<string, number>;
  readonly start: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly parent: Int32Array;
  /** Position in the caller's list of the link that a version comes from, or {@link IMPLIED}. */
  readonly entry: Int32Array;
}

/** The version of a node that holds on a day, or {@link ABSENT}. */
export function versionAt(relation: Relation, node: number, day: number): number {
  const { start, from, to } = relation;
  let low = start[node]!;
  let high = start[node + 1]!;
  // Most questions are about a day of the last version.
  if (high > low && from[high - 1]! <= day) return day < to[high - 1]! ? high - 1 : ABSENT;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (from[middle]! <= day) low = middle + 1;
    else high = middle;
  }
  const version = low - 1;
  return version >= start[node]! && day < to[version]! ? version : ABSENT;
}

/**
 * Sorts the links of one kind into columns. An id that is named as a parent on days without a link of its own gets
 * versions for those days: a root without an entry.
 *
 * @throws SalesModelError `hierarchy.overlap`, `hierarchy.selfParent`, `period.order`, `date.invalid`
 */
export function toRelation(
  kind: string,
  links: readonly HierarchyLink[],
  entries: readonly number[],
  path: Path,
): Relation {
  const names = new Set<string>();
  for (const entry of entries) {
    const { child, parent } = links[entry]!;
    if (child === parent) fail('hierarchy.selfParent', [...path, entry, 'parent'], { child, kind });
    names.add(child);
    if (parent !== null) names.add(parent);
  }
  const ids = [...names].toSorted();
  const nodes = new Map(ids.map((id, node) => [id, node]));

  const given = entries.map((entry): Version => {
    const { child, parent, from, to } = links[entry]!;
    const first = dayNumber(from, [...path, entry, 'from']);
    const end = to === null || to === undefined ? OPEN : dayNumber(to, [...path, entry, 'to']);
    if (end <= first) failCore('period.order', [...path, entry, 'to'], { start: from, end: to });
    return {
      node: nodes.get(child)!,
      parent: parent === null ? ROOT : nodes.get(parent)!,
      from: first,
      to: end,
      entry,
    };
  });
  const { versions, clash } = disjoint(given);
  if (clash !== undefined) {
    const params = { child: ids[clash.node]!, kind, other: clash.other, on: fromDayNumber(clash.day) };
    fail('hierarchy.overlap', [...path, clash.entry], params);
  }
  return toColumns(kind, ids, nodes, [...versions, ...impliedRoots(versions)]);
}

function toColumns(kind: string, ids: string[], nodes: Map<string, number>, versions: Version[]): Relation {
  versions.sort((a, b) => a.node - b.node || a.from - b.from);
  const start = new Int32Array(ids.length + 1);
  for (const { node } of versions) start[node + 1]! += 1;
  for (let node = 0; node < ids.length; node += 1) start[node + 1]! += start[node]!;
  const column = (of: (version: Version) => number): Int32Array => Int32Array.from(versions, of);
  return {
    kind,
    ids,
    nodes,
    start,
    from: column((v) => v.from),
    to: column((v) => v.to),
    parent: column((v) => v.parent),
    entry: column((v) => v.entry),
  };
}
