import type { KpiMeasure } from '../catalogue/kpi.js';
import { distinct } from './distinct.js';
import { type FactColumn, type FactTable, valueAt } from './factTable.js';
import { addRows } from './addRows.js';

/** A measure of each group, as `numerator / (denominator × 10^scale)`; `null` where the group has no fact of it. */
export interface GroupSums {
  readonly scale: number;
  readonly numerator: readonly (number | bigint | null)[];
  /** Without it all are 1. */
  readonly denominator?: readonly bigint[];
  /** How many members have a fact; of a measure for which it makes no difference, not said. */
  readonly members?: readonly number[];
}

/** Rows in groups, and below them in cells: a cell is one member of a group. A row that was rejected is in group `count`. */
export interface Grouping {
  readonly count: number;
  readonly groupOf: Int32Array;
  readonly cells: () => Cells;
}

interface Cells {
  readonly cellOf: Int32Array;
  readonly groupOfCell: readonly number[];
}

/** Groups rows; the cells are found when a measure first asks for them. */
export function groupingOf(table: FactTable, groupOf: Int32Array, count: number): Grouping {
  let cells: Cells | undefined;
  const find = (): Cells => {
    const { members, member, dropped } = table;
    const codes = Float64Array.from(groupOf, (group, row) => group * members.length + member[row]!);
    const { found, placeOf } = distinct(codes, (count + 1) * members.length, dropped);
    return { cellOf: placeOf, groupOfCell: found.map((code) => Math.floor(code / members.length)) };
  };
  return { count, groupOf, cells: () => (cells ??= find()) };
}

/** Puts the facts of a measure together: first those of a member over time, then the members. */
export function aggregate(table: FactTable, grouping: Grouping, measure: KpiMeasure): GroupSums {
  const column = table.columns.get(measure.source ?? measure.id);
  if (column === undefined) return { scale: 0, numerator: Array<null>(grouping.count).fill(null) };
  const { overTime, overMembers } = measure;
  if (overTime === 'sum' && overMembers === 'sum') {
    return { scale: column.scale, numerator: sumBy(column, grouping.groupOf, grouping.count, table.dropped) };
  }
  const { cellOf, groupOfCell } = grouping.cells();
  const count = groupOfCell.length;
  const cells =
    overTime === 'sum' || overTime === 'mean'
      ? sumBy(column, cellOf, count, table.dropped)
      : pickBy(column, table, cellOf, count, overTime);
  const counts = overTime === 'mean' ? countBy(column, cellOf, count) : undefined;
  return { scale: column.scale, ...overCells(cells, counts, groupOfCell, grouping.count) };
}

function sumBy(
  column: FactColumn,
  keyOf: Int32Array,
  count: number,
  dropped: Uint8Array | null,
): readonly (number | bigint | null)[] {
  const { values, size } = column;
  if (values instanceof Float64Array && size <= Number.MAX_SAFE_INTEGER) {
    const sums = new Float64Array(count + 1);
    addRows(sums, keyOf, values);
    // Every row has a value, so only where there is no row can a group be without.
    const isAny = dropped === null ? values.length > 0 : dropped.includes(0);
    return Array.from(sums.subarray(0, count), (sum) => (isAny ? sum : null));
  }
  const sums = Array<bigint | null>(count + 1).fill(null);
  for (let row = 0; row < values.length; row++) {
    const value = valueAt(column, row);
    if (value !== null) sums[keyOf[row]!] = (sums[keyOf[row]!] ?? 0n) + BigInt(value);
  }
  return sums.slice(0, count);
}

function countBy(column: FactColumn, keyOf: Int32Array, count: number): Int32Array {
  const counts = new Int32Array(count + 1);
  for (let row = 0; row < keyOf.length; row++) if (valueAt(column, row) !== null) counts[keyOf[row]!]!++;
  return counts;
}

/** The first, last or greatest fact of a cell. */
function pickBy(
  column: FactColumn,
  { n, period }: FactTable,
  cellOf: Int32Array,
  count: number,
  which: 'first' | 'last' | 'max',
): readonly (number | bigint | null)[] {
  const { values } = column;
  const best = new Int32Array(count + 1).fill(-1);
  for (let row = 0; row < n; row++) {
    if (valueAt(column, row) === null) continue;
    const held = best[cellOf[row]!]!;
    const isBetter =
      held === -1 ||
      (which === 'max'
        ? values[row]! > values[held]!
        : which === 'first'
          ? period[row]! < period[held]!
          : period[row]! > period[held]!);
    if (isBetter) best[cellOf[row]!] = row;
  }
  return Array.from(best.subarray(0, count), (row) => (row === -1 ? null : values[row]!));
}

function overCells(
  cells: readonly (number | bigint | null)[],
  counts: Int32Array | undefined,
  groupOfCell: readonly number[],
  count: number,
): Omit<GroupSums, 'scale'> {
  const numerator = Array<bigint | null>(count).fill(null);
  const denominator = Array<bigint>(count).fill(1n);
  const members = Array<number>(count).fill(0);
  cells.forEach((value, cell) => {
    if (value === null) return;
    const group = groupOfCell[cell]!;
    const [n, d] = addQuotients(numerator[group]!, denominator[group]!, BigInt(value), BigInt(counts?.[cell] ?? 1));
    numerator[group] = n;
    denominator[group] = d;
    members[group]!++;
  });
  return { numerator, denominator, members };
}

/** a/b + c/d over the least common denominator, so that the order of a sum changes nothing; a is `null` for no sum yet. */
export function addQuotients(a: bigint | null, b: bigint, c: bigint, d: bigint): [n: bigint, d: bigint] {
  const common = b === d ? b : (b / commonDivisor(b, d)) * d;
  return [(a ?? 0n) * (common / b) + c * (common / d), common];
}

function commonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : commonDivisor(b, a % b);
}
