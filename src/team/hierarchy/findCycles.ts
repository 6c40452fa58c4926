import { createForest } from './forest.js';
import type { Relation } from './relation.js';
import { OPEN, ROOT } from './version.js';

/** Nodes that are each other's ancestors on every day of a span: smallest first, then along the parents. */
export interface Cycle {
  readonly members: readonly number[];
  readonly from: number;
  readonly to: number;
}

/**
 * Finds every cycle at every date in O(links · log links), sorted by its first day, then by its smallest member.
 *
 * One sweep over the days on which a link begins or ends keeps a forest of the links that hold. A link whose parent
 * is already below its child closes a cycle and waits outside of the forest. Each node has one parent, so the child
 * of a waiting link is the root of its tree and no tree has two of them. When another link of the cycle ends, the
 * waiting link takes its place in the forest.
 */
export function findCycles(relation: Relation): Cycle[] {
  const { ids, start, from, to, parent } = relation;
  const child = new Int32Array(parent.length);
  for (let node = 0; node < ids.length; node += 1) child.fill(node, start[node], start[node + 1]);

  const links = Array.from(parent.keys()).filter((version) => parent[version] !== ROOT);
  const byBegin = links.toSorted((a, b) => from[a]! - from[b]!);
  const byEnd = links.filter((version) => to[version] !== OPEN).toSorted((a, b) => to[a]! - to[b]!);

  const forest = createForest(ids.length);
  const current = new Int32Array(ids.length);
  const waiting = new Map<number, { readonly version: number; readonly members: number[]; readonly from: number }>();
  const cycles: Cycle[] = [];
  const finish = (root: number, day: number): void => {
    const { members, from: first } = waiting.get(root)!;
    waiting.delete(root);
    cycles.push({ members, from: first, to: day });
  };

  let ended = 0;
  for (const version of byBegin) {
    for (; ended < byEnd.length && to[byEnd[ended]!]! <= from[version]!; ended += 1) end(byEnd[ended]!);
    begin(version);
  }
  for (; ended < byEnd.length; ended += 1) end(byEnd[ended]!);
  for (const root of waiting.keys()) finish(root, OPEN);
  return cycles.toSorted((a, b) => a.from - b.from || a.members[0]! - b.members[0]!);

  function begin(version: number): void {
    const node = child[version]!;
    current[node] = version;
    if (forest.root(parent[version]!) === node) {
      waiting.set(node, { version, members: membersFrom(node), from: from[version]! });
    } else {
      forest.link(node, parent[version]!);
    }
  }

  function end(version: number): void {
    const node = child[version]!;
    const day = to[version]!;
    if (waiting.get(node)?.version === version) return finish(node, day);
    const root = forest.root(node);
    forest.cut(node);
    const open = waiting.get(root);
    if (open === undefined || forest.root(parent[open.version]!) === root) return;
    finish(root, day);
    forest.link(root, parent[open.version]!);
  }

  function membersFrom(node: number): number[] {
    const members = [node];
    for (let at = parent[current[node]!]!; at !== node; at = parent[current[at]!]!) members.push(at);
    const smallest = members.indexOf(members.reduce((least, member) => Math.min(least, member)));
    return [...members.slice(smallest), ...members.slice(0, smallest)];
  }
}
