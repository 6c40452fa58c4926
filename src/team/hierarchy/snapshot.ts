import { plus, toDecimal, toText, type Decimal, type DecimalLike, type DecimalString } from '../../core/decimal.js';
import { ABSENT, versionAt, type Relation } from './relation.js';

/** One id of a tree and the people below it. */
export interface SpanOfControl {
  readonly id: string;
  /** The id above; null at the top. */
  readonly parent: string | null;
  /** Number of ancestors: 0 at the top. */
  readonly level: number;
  /** Direct reports. */
  readonly reports: number;
  /** Levels below: 0 without reports. */
  readonly layers: number;
  /** Ids in this part of the tree, this one included. */
  readonly members: number;
}

/** Values summed up a tree. The totals of the roots and the absent values add up to the sum of all values. */
export interface RollUp {
  /** By id: `own` is the id's value ("0" without one), `total` its own and everything below. */
  readonly rows: readonly { readonly id: string; readonly own: DecimalString; readonly total: DecimalString }[];
  /** Values of ids that are not in the tree on that day, by id. */
  readonly absent: readonly { readonly id: string; readonly own: DecimalString }[];
}

/** The tree of one day. */
export interface HierarchySnapshot {
  /** Every id of the tree, depth first, siblings by id. */
  readonly spans: readonly SpanOfControl[];
  /** The direct reports of an id, by id. */
  children(id: string): string[];
  /** An id and everybody below it, depth first, siblings by id; without an id the whole tree; empty if it is not in it. */
  members(id?: string): string[];
  /** Exact sums of values by id up the tree. */
  rollUp(values: Readonly<Record<string, DecimalLike>>): RollUp;
}

/** Reads the tree of one day in one pass over the ids. */
export function snapshotAt(relation: Relation, day: number): HierarchySnapshot {
  const { ids, nodes } = relation;
  const size = ids.length;
  const parent = new Int32Array(size).fill(-2);
  const firstChild = new Int32Array(size).fill(-1);
  const nextSibling = new Int32Array(size).fill(-1);
  let firstRoot = -1;
  for (let node = size - 1; node >= 0; node -= 1) {
    const version = versionAt(relation, node, day);
    if (version === ABSENT) continue;
    const above = (parent[node] = relation.parent[version]!);
    nextSibling[node] = above < 0 ? firstRoot : firstChild[above]!;
    if (above < 0) firstRoot = node;
    else firstChild[above] = node;
  }

  const order: number[] = [];
  const position = new Int32Array(size).fill(-1);
  const level = new Int32Array(size);
  for (let node = firstRoot; node >= 0;) {
    const above = parent[node]!;
    if (above >= 0) level[node] = level[above]! + 1;
    position[node] = order.length;
    order.push(node);
    let next = firstChild[node]!;
    for (let at = node; next < 0 && at >= 0; at = parent[at]!) next = nextSibling[at]!;
    node = next;
  }

  const reports = new Int32Array(size);
  const layers = new Int32Array(size);
  const members = new Int32Array(size);
  for (const node of order.toReversed()) {
    members[node]! += 1;
    const above = parent[node]!;
    if (above < 0) continue;
    reports[above]! += 1;
    members[above]! += members[node]!;
    layers[above] = Math.max(layers[above]!, layers[node]! + 1);
  }

  const inTree = (id: string): number => {
    const node = nodes.get(id);
    return node === undefined || position[node]! < 0 ? -1 : node;
  };
  const idsOf = (list: readonly number[]): string[] => list.map((node) => ids[node]!);

  return {
    spans: order.map((node) => ({
      id: ids[node]!,
      parent: parent[node]! < 0 ? null : ids[parent[node]!]!,
      level: level[node]!,
      reports: reports[node]!,
      layers: layers[node]!,
      members: members[node]!,
    })),
    children(id) {
      const list: number[] = [];
      const node = inTree(id);
      if (node >= 0) for (let child = firstChild[node]!; child >= 0; child = nextSibling[child]!) list.push(child);
      return idsOf(list);
    },
    members(id) {
      if (id === undefined) return idsOf(order);
      const node = inTree(id);
      return node < 0 ? [] : idsOf(order.slice(position[node], position[node]! + members[node]!));
    },
    rollUp(values) {
      const own = new Map<number, Decimal>();
      const absent: { id: string; own: DecimalString }[] = [];
      for (const id of Object.keys(values).toSorted()) {
        const value = toDecimal(values[id]!, [id]);
        const node = inTree(id);
        if (node < 0) absent.push({ id, own: toText(value) });
        else own.set(node, value);
      }
      const total = new Map(own);
      for (const node of order.toReversed()) {
        const above = parent[node]!;
        const value = total.get(node);
        if (above < 0 || value === undefined) continue;
        const sum = total.get(above);
        total.set(above, sum === undefined ? value : plus(sum, value));
      }
      const rows = order.toSorted((a, b) => a - b);
      return {
        rows: rows.map((node) => ({ id: ids[node]!, own: textOf(own.get(node)), total: textOf(total.get(node)) })),
        absent,
      };
    },
  };
}

function textOf(value: Decimal | undefined): DecimalString {
  return value === undefined ? '0' : toText(value);
}
