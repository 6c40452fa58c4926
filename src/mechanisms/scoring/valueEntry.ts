import { type DecimalLike, type DecimalString, toDecimal, toText } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import { fail as failCore } from '../../core/fail.js';
import { type FixedColumn, fixedColumn } from '../../core/fixed/column.js';
import { idOrder } from '../../core/fixed/idRanks.js';

/** A figure of one member of a group. Without a value (`null` or absent) the member is listed apart: absent is not zero. */
export interface ValueEntry {
  readonly id: string;
  readonly value?: DecimalLike | null | undefined;
}

/** The entries of a group, read once. */
export interface ValueColumn {
  readonly ids: readonly string[];
  /** Canonical text by row: without zeros at the end of its decimals. */
  readonly texts: readonly DecimalString[];
  /** Value by row; 0 for a row without one. */
  readonly column: FixedColumn;
  /** By row: 1 where there is a value. */
  readonly present: Uint8Array;
  /** The rows with a value, by id. */
  readonly rows: Int32Array;
  /** The ids of the others, ascending. */
  readonly missing: readonly string[];
}

/**
 * Reads the entries of a group, each of which has an id of its own.
 *
 * @param path of the list, for errors
 * @throws SalesModelError `ids.duplicate`, `key.invalid`, `decimal.invalid`, `decimal.tooLong`
 */
export function readEntries(entries: readonly ValueEntry[], path: Path): ValueColumn {
  const ids = entries.map(({ id }) => id);
  for (let row = 0; row < ids.length; row++) {
    if (typeof ids[row] !== 'string') failCore('key.invalid', [...path, row, 'id'], { value: ids[row] });
  }
  const order = idOrder(ids);
  for (let place = 1; place < order.length; place++) {
    const row = order[place]!;
    if (ids[row] === ids[order[place - 1]!]) failCore('ids.duplicate', [...path, row, 'id'], { id: ids[row] });
  }
  const { texts, column, present } = readValues(
    entries.map(({ value }) => value),
    path,
    ['value'],
  );
  if (!present.includes(0)) return { ids, texts, column, present, rows: order, missing: [] };
  const missing = Array.from(
    order.filter((row) => present[row] === 0),
    (row) => ids[row]!,
  );
  return { ids, texts, column, present, rows: order.filter((row) => present[row] === 1), missing };
}

/** Decimals as a column with their canonical texts; `present` is 0 for `null` and undefined, which stand as 0. */
export function readValues(
  values: readonly (DecimalLike | null | undefined)[],
  path: Path,
  field: Path = [],
): { readonly texts: readonly DecimalString[]; readonly column: FixedColumn; readonly present: Uint8Array } {
  const present = new Uint8Array(values.length);
  const texts = values.map((value, at) => {
    if (value === null || value === undefined) return '0';
    present[at] = 1;
    return typeof value === 'string' ? value : toText(toDecimal(value, [...path, at, ...field]));
  });
  const column = fixedColumn(texts, path, field);
  return { texts: texts.map(canonical), column, present };
}

function canonical(text: DecimalString): DecimalString {
  let end = text.length;
  if (text.charCodeAt(end - 1) !== ZERO || !text.includes('.')) return text;
  while (text.charCodeAt(end - 1) === ZERO) end--;
  return text.slice(0, text.charCodeAt(end - 1) === POINT ? end - 1 : end);
}

const ZERO = 48;
const POINT = 46;
