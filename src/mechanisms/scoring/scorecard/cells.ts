import { type DecimalLike, toDecimal, toText } from '../../../core/decimal.js';
import { SalesModelError } from '../../../core/errors.js';
import { fixedColumn } from '../../../core/fixed/column.js';
import { scaledText } from '../../../core/fixed/scaledText.js';

/** Decimals of rows as integers of 10⁻ˢᶜᵃˡᵉ units; in a `Float64Array` NaN stands for none. */
export interface Cells {
  readonly values: Float64Array | BigInt64Array | readonly bigint[];
  readonly scale: number;
  /** By row: 1 where there is a value. Without it every cell that is not NaN is one. */
  readonly present?: Uint8Array;
}

/** A value that is no decimal. */
export interface WrongCell {
  readonly row: number;
  readonly error: SalesModelError;
}

/** No value in any row. */
export function noCells(n: number): Cells {
  return { values: new Float64Array(n).fill(NaN), scale: 0 };
}

/** Reads values of which some may be missing or wrong; a wrong one is told and has no cell. */
export function readCells(values: readonly unknown[], wrong: (cell: WrongCell) => void): Cells {
  const present = new Uint8Array(values.length);
  const texts = values.map((value, row) => {
    if (value === null || value === undefined) return '0';
    try {
      const text = toText(toDecimal(value as DecimalLike));
      present[row] = 1;
      return text;
    } catch (error) {
      if (!(error instanceof SalesModelError)) throw error;
      wrong({ row, error });
      return '0';
    }
  });
  const column = fixedColumn(texts);
  if (!(column.values instanceof Float64Array)) return { ...column, present };
  present.forEach((is, row) => {
    if (is === 0) (column.values as Float64Array)[row] = NaN;
  });
  return column;
}

export function hasCell({ values, present }: Cells, row: number): boolean {
  const value = values[row]!;
  return value === value && (present === undefined || present[row] === 1);
}

/** The integer of a cell that is there, at the same or a finer scale. */
export function integerAt({ values, scale }: Cells, row: number, to: number = scale): bigint {
  return BigInt(values[row]!) * 10n ** BigInt(to - scale);
}

/** The canonical text of a cell; `null` where there is none. */
export function cellText(cells: Cells, row: number): string | null {
  return hasCell(cells, row) ? scaledText(cells.values[row]!, cells.scale) : null;
}
