import { type DecimalLike, type DecimalString, toDecimal, toText } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import { fail as failCore } from '../../core/fail.js';
import { canonicalText } from '../../core/fixed/canonicalText.js';
import { type FixedColumn, fixedColumn } from '../../core/fixed/column.js';
import { distinctOrder } from '../../core/fixed/idRanks.js';

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
  const ids = new Array<string>(entries.length);
  const values = new Array<ValueEntry['value']>(entries.length);
  for (let row = 0; row < ids.length; row++) {
    const { id, value } = entries[row]!;
    if (typeof id !== 'string') failCore('key.invalid', [...path, row, 'id'], { value: id });
    ids[row] = id;
    values[row] = value;
  }
  const { rows: order, twice } = distinctOrder(ids);
  if (twice >= 0) failCore('ids.duplicate', [...path, twice, 'id'], { id: ids[twice]! });
  const { texts, column, present } = readValues(values, path, ['value']);
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
  const texts = new Array<DecimalString>(values.length);
  for (let at = 0; at < texts.length; at++) {
    const value = values[at];
    if (value === null || value === undefined) texts[at] = '0';
    else {
      present[at] = 1;
      texts[at] = typeof value === 'string' ? value : toText(toDecimal(value, [...path, at, ...field]));
    }
  }
  const column = fixedColumn(texts, path, field);
  for (let at = 0; at < texts.length; at++) texts[at] = canonicalText(texts[at]!);
  return { texts, column, present };
}
