import { FIRST_DAY, LAST_DAY } from '../../../core/civil.js';
import { MAX_DIGITS } from '../../../core/decimal.js';
import type { Path } from '../../../core/errors.js';
import { scaledText } from '../../../core/fixed/scaledText.js';
import { fail } from '../../fail.js';
import { ABSENT_DAY, type DecimalColumn, type DictionaryColumn } from '../transactionColumns.js';
import { invalid, type RowFault } from './rowFault.js';

/** A column of rows, or of their splits or collections, as far as reading goes. */
export interface CellColumn {
  /** Where it stands in the columns. */
  readonly path: Path;
  /** What is wrong with a cell, with the path from the cell on; `null` for a sound one. */
  readonly fault: (at: number) => RowFault | null;
  /** Whether two cells say the same. */
  readonly same: (a: number, b: number) => boolean;
  /** No cell is wrong, as one loop over all has found out in less time than it takes to ask for each fault. */
  readonly sound?: boolean;
}

/** A column of cells that are compared as they are. */
export function cellColumn(path: Path, cells: ArrayLike<unknown>, fault: CellColumn['fault']): CellColumn {
  return { path, fault, same: (a, b) => Object.is(cells[a], cells[b]) };
}

/**
 * A column of decimals.
 *
 * @param code what a cell that is none is rejected with
 * @param absent whether a cell may be `NaN`, for a row without the field
 */
export function decimalCells(
  path: Path,
  { values, scale }: DecimalColumn,
  n: number,
  { code = 'row.fieldInvalid', absent = false }: { readonly code?: string; readonly absent?: boolean } = {},
): CellColumn {
  checkArray(path, values, n, Float64Array, BigInt64Array);
  checkScale([...path, 'scale'], scale);
  return cellColumn(path, values, (at) => {
    const value = values[at]!;
    if (typeof value === 'bigint' || Number.isSafeInteger(value) || (absent && Number.isNaN(value))) return null;
    return invalid(code, 'safe integer', value);
  });
}

/** Refuses negative cells of a column. */
export function notNegative(
  column: CellColumn,
  { values, scale }: DecimalColumn,
  fault: (value: string) => RowFault,
): CellColumn {
  return {
    ...column,
    fault: (at) => column.fault(at) ?? (values[at]! < 0 ? fault(scaledText(values[at]!, scale)) : null),
  };
}

/** A column of a dictionary's places; −1 is none. */
export function dictionaryCells(
  path: Path,
  { dictionary, codes }: DictionaryColumn<string | boolean>,
  n: number,
  booleans = false,
): CellColumn {
  checkArray([...path, 'codes'], codes, n, Int32Array);
  const sound = dictionary.map((value) => typeof value === 'string' || (booleans && typeof value === 'boolean'));
  const column = cellColumn(path, codes, (at) => {
    const code = codes[at]!;
    if (code === -1 || sound[code] === true) return null;
    return invalid('row.fieldInvalid', booleans ? 'text, boolean' : 'text', dictionary[code]);
  });
  return { ...column, same: (a, b) => Object.is(dictionary[codes[a]!], dictionary[codes[b]!]) };
}

/** A column of day numbers. */
export function dayCells(path: Path, days: Int32Array, n: number, absent = false): CellColumn {
  checkArray(path, days, n, Int32Array);
  return cellColumn(path, days, (at) => {
    const day = days[at]!;
    if ((day >= FIRST_DAY && day <= LAST_DAY) || (absent && day === ABSENT_DAY)) return null;
    return invalid('row.dateInvalid', 'date', day);
  });
}

/** Whether every integer of a column is one of the first `count` from 0 on. */
export function isIndex(values: Int32Array, count: number): boolean {
  // Of `i` and `last − i` one is negative where i lies outside: the sign bits of all are gathered, without a branch.
  const last = count - 1;
  const pairs = values.length & ~1;
  let bits = 0;
  for (let at = 0; at < pairs; at += 2) {
    const a = values[at]!;
    const b = values[at + 1]!;
    bits |= a | b | (last - a) | (last - b);
  }
  if (pairs < values.length) bits |= values[pairs]! | (last - values[pairs]!);
  return bits >= 0;
}

/** A column of integers from `from` to the one before `to`. */
export function integerCells(
  path: Path,
  values: Int32Array | Uint8Array,
  n: number,
  [from, to]: readonly [number, number],
  fault: (value: number) => RowFault,
): CellColumn {
  checkArray(path, values, n, Int32Array, Uint8Array);
  return cellColumn(path, values, (at) => {
    const value = values[at]!;
    return value >= from && value < to ? null : fault(value);
  });
}

interface ArrayType {
  readonly name: string;
  new (...args: never[]): ArrayLike<unknown>;
}

/** @throws SalesModelError `columns.type`, `columns.length` */
export function checkArray(path: Path, values: unknown, length: number, ...types: readonly ArrayType[]): void {
  if (!types.some((type) => values instanceof type)) {
    fail('columns.type', ['columns', ...path], { expected: types.map(({ name }) => name).join(', ') });
  }
  const { length: value } = values as ArrayLike<unknown>;
  if (value !== length) fail('columns.length', ['columns', ...path], { expected: length, value });
}

/** @throws SalesModelError `columns.scale` */
export function checkScale(path: Path, scale: number): void {
  if (Number.isInteger(scale) && scale >= 0 && scale <= MAX_DIGITS) return;
  fail('columns.scale', ['columns', ...path], { max: MAX_DIGITS, value: scale });
}
