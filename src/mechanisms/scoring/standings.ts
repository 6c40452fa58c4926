import type { Path } from '../../core/errors.js';
import { oneOf } from '../../core/oneOf.js';
import type { FixedColumn } from '../../core/fixed/column.js';
import { sortRows } from '../../core/fixed/sortRows.js';
import {
  type Direction,
  DIRECTIONS,
  type RankEntry,
  type TieBreaker,
  tieColumn,
  type TieColumn,
} from './tieBreaker.js';
import { readEntries, type ValueColumn } from './valueEntry.js';

/** What comes first in an order of entries. */
export interface OrderOptions {
  /** Which values are better. Default `higher`. */
  readonly direction?: Direction;
  /** What tells equal values apart, the first that differs. Default: nothing. */
  readonly tieBreakers?: readonly TieBreaker[];
}

/** Entries from the best to the worst. */
export interface Standings extends ValueColumn {
  /** The rows with a value: best first, equals by id. */
  readonly rows: Int32Array;
  /** Where each group of equals starts in `rows`, and at last how many rows there are. */
  readonly starts: Int32Array;
}

/**
 * Reads entries and puts them in order.
 *
 * @param path of the list, for errors
 * @throws SalesModelError `option.unknown`, `ids.duplicate`, `key.invalid`, `key.forbidden`, `decimal.invalid`, `decimal.tooLong`
 */
export function standingsOf(entries: readonly RankEntry[], options: OrderOptions, path: Path = ['values']): Standings {
  return orderRows(readEntries(entries, path), entries, options, path);
}

/** Orders the rows of a group by one sort for each column, from the last tie-breaker to the value. */
export function orderRows(
  group: ValueColumn,
  entries: readonly RankEntry[],
  { direction = 'higher', tieBreakers = [] }: OrderOptions,
  path: Path,
): Standings {
  oneOf(direction, DIRECTIONS, ['direction']);
  const breakers = tieBreakers.map((breaker, at) => tieColumn(breaker, ['tieBreakers', at], entries, path));
  const rows = group.rows.slice();
  for (const { column, present, direction } of breakers.toReversed()) {
    const known = rows.filter((row) => present[row] === 1);
    sortRows(known, column, orderOf(direction));
    const unknown = rows.filter((row) => present[row] === 0);
    rows.set(known);
    rows.set(unknown, known.length);
  }
  sortRows(rows, group.column, orderOf(direction));
  return { ...group, rows, starts: groupStarts(rows, group.column, breakers) };
}

function orderOf(direction: Direction): 'ascending' | 'descending' {
  return direction === 'higher' ? 'descending' : 'ascending';
}

function groupStarts(rows: Int32Array, { values }: FixedColumn, breakers: readonly TieColumn[]): Int32Array {
  const starts = new Int32Array(rows.length + 1);
  let groups = 0;
  let before: number | bigint | undefined;
  for (let place = 0; place < rows.length; place++) {
    const value = values[rows[place]!]!;
    const isEqual = value === before && (breakers.length === 0 || areTied(breakers, rows[place - 1]!, rows[place]!));
    if (!isEqual) starts[groups++] = place;
    before = value;
  }
  starts[groups] = rows.length;
  return starts.slice(0, groups + 1);
}

function areTied(breakers: readonly TieColumn[], a: number, b: number): boolean {
  return breakers.every(({ column: { values }, present }) => present[a] === present[b] && values[a] === values[b]);
}
