import { checkKey } from '../../core/checkJson.js';
import type { DecimalLike } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import { oneOf } from '../../core/oneOf.js';
import { readField } from '../rules/field.js';
import type { FixedColumn } from '../../core/fixed/column.js';
import { readValues, type ValueEntry } from './valueEntry.js';

/** Which values are better. */
export const DIRECTIONS = ['higher', 'lower'] as const;

/**
 * Which values are better.
 *
 * @useDeclaredType
 */
export type Direction = (typeof DIRECTIONS)[number];

/** An entry of a ranking, with the facts that tie-breakers and conditions read. */
export interface RankEntry extends ValueEntry {
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** What tells entries of equal value apart: a decimal among their facts. Those without it come last. */
export interface TieBreaker {
  /** Name of the fact; a dotted one leads into a nested object. */
  readonly field: string;
  /** Default `higher`. */
  readonly direction?: Direction;
}

/** A tie-breaker read for every entry. */
export interface TieColumn {
  readonly column: FixedColumn;
  readonly present: Uint8Array;
  readonly direction: Direction;
}

/**
 * @param path of the tie-breaker, for errors
 * @param list path of the entries, for errors
 * @throws SalesModelError `option.unknown`, `key.forbidden`, `decimal.invalid`, `decimal.tooLong`
 */
export function tieColumn(
  { field, direction = 'higher' }: TieBreaker,
  path: Path,
  entries: readonly RankEntry[],
  list: Path,
): TieColumn {
  checkKey(field, [...path, 'field']);
  oneOf(direction, DIRECTIONS, [...path, 'direction']);
  const read = readField(field);
  const values = entries.map(({ facts = {} }) => read(facts) as DecimalLike | null | undefined);
  const { column, present } = readValues(values, list, ['facts', field]);
  return { column, present, direction };
}
