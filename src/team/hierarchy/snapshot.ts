import { compareText } from '../../core/compareText.js';
import { DECIMAL_PATTERN, toDecimal, toText, type DecimalLike, type DecimalString } from '../../core/decimal.js';
import { bigintsOf, fixedColumn, type FixedColumn } from '../../core/fixed/column.js';
import { scaledText } from '../../core/fixed/scaledText.js';
import { sumAbs } from '../../core/fixed/sumAbs.js';
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
    rollUp: (values) => {
      const absent = Object.keys(values)
        .filter((id) => inTree(id) < 0)
        .toSorted(compareText)
        .map((id) => ({ id, own: toText(toDecimal(values[id]!, [id])) }));
      const own = ids.map((id, node) =>
        position[node]! >= 0 && Object.hasOwn(values, id) ? textOf(values[id]!, id) : '0',
      );
      const column = fixedColumn(own);
      const total = sumUp(column, order, parent);
      const rows: { id: string; own: DecimalString; total: DecimalString }[] = [];
      for (let node = 0; node < size; node += 1) {
        if (position[node]! < 0) continue;
        const text = (value: number | bigint): DecimalString => scaledText(value, column.scale);
        rows.push({ id: ids[node]!, own: text(column.values[node]!), total: text(total[node]!) });
      }
      return { rows, absent };
    },
  };
}

/** The canonical reader of columns names places, so what it cannot read at once is read by its id first. */
function textOf(value: DecimalLike, id: string): DecimalString {
  return typeof value === 'string' && DECIMAL_PATTERN.test(value) ? value : toText(toDecimal(value, [id]));
}

/** Adds each value to those above it, in doubles as long as no sum can leave the safe integers. */
function sumUp(column: FixedColumn, order: readonly number[], parent: Int32Array): Float64Array | readonly bigint[] {
  const { values } = column;
  if (values instanceof Float64Array && sumAbs(values) <= Number.MAX_SAFE_INTEGER) {
    const total = values.slice();
    for (let place = order.length - 1; place >= 0; place -= 1) {
      const above = parent[order[place]!]!;
      if (above >= 0) total[above]! += total[order[place]!]!;
    }
    return total;
  }
  const total = bigintsOf(column);
  for (let place = order.length - 1; place >= 0; place -= 1) {
    const above = parent[order[place]!]!;
    if (above >= 0) total[above]! += total[order[place]!]!;
  }
  return total;
}
