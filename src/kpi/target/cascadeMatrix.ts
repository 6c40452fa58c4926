import { compareText } from '../../core/compareText.js';
import type { DecimalLike, DecimalString } from '../../core/decimal.js';
import type { Reason } from '../../core/errors.js';
import { fail } from '../fail.js';
import { type UnitOptions, unitScale } from './unit.js';

/** The total of a row or a column. */
export interface MarginTotal {
  readonly id: string;
  /** Not negative, a multiple of the unit. */
  readonly amount: DecimalLike;
}

/** Cells by the ids of row and column, both ascending; or why there are none. */
export type CascadeMatrix =
  | {
      readonly ok: true;
      readonly rows: readonly string[];
      readonly columns: readonly string[];
      readonly cells: readonly (readonly DecimalString[])[];
    }
  | { readonly ok: false; readonly reasons: readonly Reason[] };

/**
 * Returns a table whose rows and columns both add up exactly, as team targets by months have to: each cell is
 * row × column ÷ total, cut or raised to a whole unit.
 * Method: controlled rounding, after Cox, A constructive procedure for unbiased controlled rounding (1987), by
 * augmenting paths in a fixed order.
 *
 * @param rows totals of the rows
 * @param columns totals of the columns, with the same sum
 * @param options unit
 * @throws SalesModelError `target.duplicateNode`, `target.negative`, `target.unit`, `currency.unknown`,
 *   `rounding.increment`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { cascadeMatrix } from 'salesmodel/kpi';
 *
 * const teams = [{ id: 'north', amount: 5 }, { id: 'south', amount: 5 }];
 * const months = ['01', '02', '03'].map((id, at) => ({ id, amount: at === 0 ? 4 : 3 }));
 * const table = cascadeMatrix(teams, months);
 * table.ok && table.cells; // => [['2', '2', '1'], ['2', '1', '2']]
 */
export function cascadeMatrix(
  rows: readonly MarginTotal[],
  columns: readonly MarginTotal[],
  options: UnitOptions = {},
): CascadeMatrix {
  const scale = unitScale(options);
  const read = (list: readonly MarginTotal[], side: string): { ids: string[]; units: bigint[] } => {
    const seen = new Set<string>();
    const margin = list
      .map(({ id, amount }, at) => {
        if (seen.has(id)) fail('target.duplicateNode', [side, at, 'id'], { node: id });
        seen.add(id);
        const units = scale.read(amount, [side, at, 'amount']);
        if (units < 0n) fail('target.negative', [side, at, 'amount'], { value: String(amount) });
        return { id, units };
      })
      .toSorted((a, b) => compareText(a.id, b.id));
    return { ids: margin.map(({ id }) => id), units: margin.map(({ units }) => units) };
  };
  const down = read(rows, 'rows');
  const across = read(columns, 'columns');
  const total = sum(down.units);
  const other = sum(across.units);
  if (total !== other) {
    const params = { rows: scale.text(total), columns: scale.text(other) };
    return { ok: false, reasons: [{ code: 'marginsDiffer', params }] };
  }
  const cells = controlledRounding(down.units, across.units, total);
  return { ok: true, rows: down.ids, columns: across.ids, cells: cells.map((row) => row.map(scale.text)) };
}

function controlledRounding(rows: readonly bigint[], columns: readonly bigint[], total: bigint): bigint[][] {
  const whole = total === 0n ? 1n : total;
  const cells = rows.map((row) => columns.map((column) => (row * column) / whole));
  const isCut = rows.map((row) => columns.map((column) => (row * column) % whole !== 0n));
  const rowLeft = rows.map((row, r) => row - sum(cells[r]!));
  const columnLeft = columns.map((column, c) => cells.reduce((left, row) => left - row[c]!, column));
  const isRaised = isCut.map((row) => row.map(() => false));
  // What was cut off is a way to place all units in parts, so there is one to place them whole, and a path to it.
  for (const [row, left] of rowLeft.entries()) {
    for (let unit = 0n; unit < left; unit++) raise(row, isCut, isRaised, columnLeft);
  }
  return cells.map((row, r) => row.map((cell, c) => (isRaised[r]![c] === true ? cell + 1n : cell)));
}

/** Raises one more cell of a row; where its free columns are full, others give way along the shortest path. */
function raise(
  start: number,
  isCut: readonly (readonly boolean[])[],
  isRaised: readonly boolean[][],
  columnLeft: bigint[],
): void {
  const rowBefore = new Map<number, number>();
  const columnBefore = new Map<number, number>();
  const queue = [start];
  const seen = new Set(queue);
  for (const row of queue) {
    for (const [column, left] of columnLeft.entries()) {
      if (isCut[row]![column] !== true || isRaised[row]![column] === true || rowBefore.has(column)) continue;
      rowBefore.set(column, row);
      if (left > 0n) {
        columnLeft[column] = left - 1n;
        for (let at: number | undefined = column; at !== undefined;) {
          const taker: number = rowBefore.get(at)!;
          isRaised[taker]![at] = true;
          at = columnBefore.get(taker);
          if (at !== undefined) isRaised[taker]![at] = false;
        }
        return;
      }
      isRaised.forEach((other, next) => {
        if (other[column] !== true || seen.has(next)) return;
        seen.add(next);
        columnBefore.set(next, column);
        queue.push(next);
      });
    }
  }
}

function sum(values: readonly bigint[]): bigint {
  return values.reduce((all, each) => all + each, 0n);
}
