import { dayNumber } from '../../core/date.js';
import type { DecimalString } from '../../core/decimal.js';
import { fail as failCore } from '../../core/fail.js';
import { fixedColumn } from '../../core/fixed/column.js';
import type { SegmentAssignment } from '../schema/assignment.js';
import type { AbcPolicy, ClassOptions } from '../schema/classes.js';
import { type AbcClass, runAbc } from './compileAbc.js';
import { readAbcPolicy } from './readAbcPolicy.js';
import { rowsById } from './readItems.js';

/** What is cut into classes. */
export interface AbcItem {
  readonly id: string;
  readonly value: DecimalString;
}

/** A list in classes by its share in the total. */
export interface AbcResult {
  /** From the best to the last, those without an item too. */
  readonly classes: readonly AbcClass[];
  /** By id. */
  readonly assignments: readonly SegmentAssignment[];
  /** Of the values above 0. */
  readonly total: DecimalString;
}

const abcPolicy: AbcPolicy = { id: 'abc', version: '1' };

/**
 * Returns the class of each item by the share that the items before it, from the greatest value down, have in the total.
 * Shares are compared exactly.
 *
 * @param items values with their ids
 * @param options as-of day, cuts and conventions
 * @throws SalesModelError `date.invalid`, `key.invalid`, `ids.duplicate`, `segmentation.classes.cuts`,
 *   `segmentation.classes.cutRange`, `segmentation.cuts.notAscending`, `segmentation.classes.nonPositive`,
 *   `segmentation.classes.increment`, `option.unknown`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { abc } from 'salesmodel/segmentation';
 *
 * const items = [['p', '850'], ['q', '50'], ['r', '40'], ['s', '30'], ['t', '20'], ['u', '10']] as const;
 * const { classes, assignments } = abc(
 *   items.map(([id, value]) => ({ id, value })),
 *   { asOf: '2026-03-31' },
 * );
 * classes.map(({ segment, items, share }) => `${segment} ${items} ${share.value}`); // => ['A 1 0.85', 'B 3 0.12', 'C 2 0.03']
 * assignments[1]?.distanceToNext; // => [ { segment: 'A', input: 'value', delta: '62.51', unit: 'money' } ]
 */
export function abc(items: readonly AbcItem[], options: ClassOptions<AbcPolicy>): AbcResult {
  const { asOf, policy = abcPolicy } = options;
  dayNumber(asOf, ['asOf']);
  const read = readAbcPolicy(policy);
  const ids = items.map(({ id }, at) => {
    if (typeof id !== 'string' || id === '') failCore('key.invalid', ['items', at, 'id'], { value: id });
    return id;
  });
  const rows = rowsById(ids, (row) => ['items', row, 'id']);
  const column = fixedColumn(
    items.map(({ value }) => value),
    ['items'],
    ['value'],
  );
  const { customers, classes, total, explainAt } = runAbc(
    read,
    { ids, rows, column, pathOf: (row) => ['items', row, 'value'] },
    asOf,
  );
  return { classes, assignments: customers.map((_, at) => explainAt(at)), total };
}
