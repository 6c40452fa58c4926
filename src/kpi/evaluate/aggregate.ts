import type { KpiMeasure } from '../catalogue/kpi.js';
import type { FactColumn, FactTable } from './factTable.js';

/** A measure of each group as `numerator / (denominator × 10^scale)`; `null` where the group has no fact of it. */
export interface Totals {
  readonly scale: number;
  readonly numerator: readonly (number | bigint | null)[];
  /** Without it all are 1. */
  readonly denominator?: readonly bigint[];
  /** Groups of several members, of a measure that is not put together over members. */
  readonly notAdditive?: readonly boolean[];
}

/** Rows in groups, and below them in cells: a cell is one member of a group. */
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
export function groupingOf({ n, member, members }: FactTable, groupOf: Int32Array, count: number): Grouping {
  let cells: Cells | undefined;
  const find = (): Cells => {
    const cellOf = new Int32Array(n);
    const groupOfCell: number[] = [];
    const known = new Map<number, number>();
    for (let row = 0; row < n; row++) {
      const key = groupOf[row]! * members.length + member[row]!;
      let cell = known.get(key);
      if (cell === undefined) {
        cell = groupOfCell.length;
        known.set(key, cell);
        groupOfCell.push(groupOf[row]!);
      }
      cellOf[row] = cell;
    }
    return { cellOf, groupOfCell };
  };
  return { count, groupOf, cells: () => (cells ??= find()) };
}

/** Puts the facts of a measure together: first those of a member over time, then the members. */
export function aggregate(table: FactTable, grouping: Grouping, measure: KpiMeasure): Totals {
  const column = table.columns.get(measure.source ?? measure.id);
  if (column === undefined) return { scale: 0, numerator: Array<null>(grouping.count).fill(null) };
  const { overTime, overMembers } = measure;
  if (overTime === 'sum' && overMembers === 'sum') {
    return { scale: column.scale, numerator: sumBy(column, table.n, grouping.groupOf, grouping.count) };
  }
  const { cellOf, groupOfCell } = grouping.cells();
  const cells =
    overTime === 'sum' || overTime === 'mean'
      ? sumBy(column, table.n, cellOf, groupOfCell.length)
      : pickBy(column, table, cellOf, groupOfCell.length, overTime);
  const counts = overTime === 'mean' ? countBy(column, table.n, cellOf, groupOfCell.length) : undefined;
  return { scale: column.scale, ...overCells(cells, counts, groupOfCell, grouping.count, overMembers) };
}

function sumBy({ values, has }: FactColumn, n: number, keyOf: Int32Array, count: number): (number | bigint | null)[] {
  const doubles = values instanceof Float64Array ? sumDoubles(values, n, keyOf, count) : null;
  if (doubles !== null) return doubles;
  const present = new Uint8Array(count);
  const sums = Array<bigint>(count).fill(0n);
  for (let row = 0; row < n; row++) {
    if (!has(row)) continue;
    sums[keyOf[row]!]! += BigInt(values[row]!);
    present[keyOf[row]!] = 1;
  }
  return sums.map((sum, key) => (present[key] === 1 ? sum : null));
}

/** Doubles add up exactly as long as nothing leaves the safe integers, else `null`; a row without a value is NaN. */
function sumDoubles(values: Float64Array, n: number, keyOf: Int32Array, count: number): (number | null)[] | null {
  const sums = new Float64Array(count);
  const present = new Uint8Array(count);
  let most = 0;
  for (let row = 0; row < n; row++) {
    const value = values[row]!;
    if (value !== value) continue;
    const key = keyOf[row]!;
    sums[key]! += value;
    present[key] = 1;
    most = Math.max(most, Math.abs(value));
  }
  if (most * n > Number.MAX_SAFE_INTEGER) return null;
  return Array.from(sums, (sum, key) => (present[key] === 1 ? sum : null));
}

function countBy({ has }: FactColumn, n: number, keyOf: Int32Array, count: number): Int32Array {
  const counts = new Int32Array(count);
  for (let row = 0; row < n; row++) if (has(row)) counts[keyOf[row]!]!++;
  return counts;
}

/** The first, last or greatest fact of a cell. */
function pickBy(
  { values, has }: FactColumn,
  { n, period }: FactTable,
  cellOf: Int32Array,
  count: number,
  which: 'first' | 'last' | 'max',
): (number | bigint | null)[] {
  const best = new Int32Array(count).fill(-1);
  for (let row = 0; row < n; row++) {
    if (!has(row)) continue;
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
  return Array.from(best, (row) => (row === -1 ? null : values[row]!));
}

function overCells(
  cells: readonly (number | bigint | null)[],
  counts: Int32Array | undefined,
  groupOfCell: readonly number[],
  count: number,
  overMembers: KpiMeasure['overMembers'],
): Omit<Totals, 'scale'> {
  const numerator = Array<bigint | null>(count).fill(null);
  const denominator = Array<bigint>(count).fill(1n);
  const members = new Int32Array(count);
  cells.forEach((value, cell) => {
    if (value === null) return;
    const group = groupOfCell[cell]!;
    const by = BigInt(counts?.[cell] ?? 1);
    const held = denominator[group]!;
    const common = held === by ? held : (held / commonDivisor(held, by)) * by;
    numerator[group] = (numerator[group] ?? 0n) * (common / held) + BigInt(value) * (common / by);
    denominator[group] = common;
    members[group]!++;
  });
  if (overMembers === 'mean') members.forEach((each, group) => (denominator[group]! *= BigInt(each || 1)));
  if (overMembers !== 'none') return { numerator, denominator };
  return { numerator, denominator, notAdditive: Array.from(members, (each) => each > 1) };
}

function commonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : commonDivisor(b, a % b);
}
