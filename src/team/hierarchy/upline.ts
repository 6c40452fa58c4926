import { ABSENT, versionAt, type Relation } from './relation.js';
import { OPEN } from './version.js';

/** The ids above a child, nearest first, and the days `[from, to)` around the day asked for on which they are the same. */
export interface Upline {
  readonly ancestors: readonly string[];
  readonly from: number;
  readonly to: number;
}

/**
 * Reads uplines by day number, each computed once: the form for a loop over many rows.
 *
 * @param relation the links of one kind; undefined = nobody is above anybody
 * @param levels how many levels up, `Infinity` = all
 */
export function uplineReader(relation: Relation | undefined, levels: number): (child: string, day: number) => Upline {
  const nobody: Upline = { ancestors: [], from: -OPEN, to: OPEN };
  if (relation === undefined) return () => nobody;
  const known = new Map<string, Upline[]>();
  return (child, day) => {
    const node = relation.nodes.get(child);
    if (node === undefined) return nobody;
    let uplines = known.get(child);
    if (uplines === undefined) known.set(child, (uplines = []));
    for (const upline of uplines) if (upline.from <= day && day < upline.to) return upline;
    const upline = readUpline(relation, node, day, levels);
    uplines.push(upline);
    return upline;
  };
}

/** One upline, from the columns. */
function readUpline(relation: Relation, node: number, day: number, levels: number): Upline {
  const { ids, start, from, to, parent } = relation;
  const ancestors: string[] = [];
  let first = -OPEN;
  let end = OPEN;
  for (let at = node; at >= 0 && ancestors.length < levels;) {
    const version = versionAt(relation, at, day);
    if (version === ABSENT) {
      // Only the child itself can be absent: whoever is named as a parent has a version.
      for (let other = start[at]!; other < start[at + 1]!; other += 1) {
        if (to[other]! <= day) first = to[other]!;
        else {
          end = from[other]!;
          break;
        }
      }
      break;
    }
    first = Math.max(first, from[version]!);
    end = Math.min(end, to[version]!);
    at = parent[version]!;
    if (at >= 0) ancestors.push(ids[at]!);
  }
  return { ancestors, from: first, to: end };
}

/** The ids above a node on a day, nearest first, up to a number of levels; `undefined` where it is not in the tree. */
export function idsAbove(relation: Relation, node: number, day: number, levels: number): string[] | undefined {
  const { ids, parent } = relation;
  let version = versionAt(relation, node, day);
  if (version === ABSENT) return undefined;
  const above: string[] = [];
  for (let at = parent[version]!; at >= 0 && above.length < levels; at = parent[version]!) {
    above.push(ids[at]!);
    // Whoever is named as a parent has a version.
    version = versionAt(relation, at, day);
  }
  return above;
}

/** Whether one node is above another on a day: the same walk without a list of what it passes. */
export function isAbove(relation: Relation, above: number, node: number, day: number): boolean {
  const { parent } = relation;
  for (let at = node; ;) {
    const version = versionAt(relation, at, day);
    if (version === ABSENT) return false;
    at = parent[version]!;
    if (at === above) return true;
    if (at < 0) return false;
  }
}
