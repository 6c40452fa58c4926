/** The day after every day: the end of an open span. */
export const OPEN = 0x7fffffff;
/** The parent of a root. */
export const ROOT = -1;
/** The entry of a version that no link states. */
export const IMPLIED = -1;

/** One parent of a node from a day until another. */
export interface Version {
  readonly node: number;
  readonly parent: number;
  readonly from: number;
  readonly to: number;
  /** Position of the link in the caller's list. */
  readonly entry: number;
}

/** Two links that give a node different parents on one day. */
export interface Clash {
  readonly node: number;
  readonly day: number;
  readonly entry: number;
  readonly other: number;
}

/** Joins versions of one node that touch or overlap and name the same parent; stops at the first clash. */
export function disjoint(given: Version[]): { readonly versions: Version[]; readonly clash?: Clash } {
  given.sort((a, b) => a.node - b.node || a.from - b.from || a.entry - b.entry);
  const versions: Version[] = [];
  for (const next of given) {
    const last = versions.at(-1);
    if (last === undefined || last.node !== next.node || next.from > last.to) versions.push(next);
    else if (last.parent === next.parent) {
      if (next.to > last.to) versions[versions.length - 1] = { ...last, to: next.to, entry: next.entry };
    } else if (next.from === last.to) versions.push(next);
    else return { versions, clash: { node: next.node, day: next.from, entry: next.entry, other: last.entry } };
  }
  return { versions };
}

/** Versions for the days on which a node is somebody's parent without a link of its own: it is a root then. */
export function impliedRoots(versions: readonly Version[]): Version[] {
  const named = versions
    .filter(({ parent }) => parent !== ROOT)
    .toSorted((a, b) => a.parent - b.parent || a.from - b.from);
  const roots: Version[] = [];
  let own = 0;
  let free = 0;
  let node = ROOT;
  for (const { parent, from, to } of named) {
    if (parent !== node) {
      node = parent;
      free = from;
      while (own < versions.length && versions[own]!.node < node) own += 1;
    }
    free = Math.max(free, from);
    for (; versions[own]?.node === node && versions[own]!.from < to; own += 1) {
      add(node, free, Math.min(versions[own]!.from, to));
      free = Math.max(free, versions[own]!.to);
      if (free >= to) break;
    }
    add(node, free, to);
    free = Math.max(free, to);
  }
  return roots;

  function add(root: number, from: number, to: number): void {
    if (from >= to) return;
    const last = roots.at(-1);
    if (last?.node === root && last.to === from) roots[roots.length - 1] = { ...last, to };
    else roots.push({ node: root, parent: ROOT, from, to, entry: IMPLIED });
  }
}
