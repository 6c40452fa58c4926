import { dayNumber, type PlainDate } from '../../core/date.js';
import type { DecimalString } from '../../core/decimal.js';
import type { DecimalColumn } from '../../core/columns.js';
import type { Path, Rejected } from '../../core/errors.js';
import { bigintsOf, type FixedColumn } from '../../core/fixed/column.js';
import { scaledDecimal } from '../../core/fixed/decimalColumn.js';
import { scaledText } from '../../core/fixed/scaledText.js';
import { type Ratio, ratioOf } from '../../core/ratio.js';
import { fail } from '../fail.js';
import type { SegmentAssignment } from '../schema/assignment.js';
import type { AbcPolicy } from '../schema/classes.js';
import { abcDistance } from './abcDistance.js';
import { type AbcPlaces, abcPlaces } from './abcPlaces.js';
import { type ReadAbc, readAbcPolicy } from './readAbcPolicy.js';
import { readItems } from './readItems.js';

/** A class of a list, with its part of the items and of the total. */
export interface AbcClass {
  readonly segment: string;
  readonly items: number;
  readonly value: DecimalString;
  readonly share: Ratio;
}

/** What is cut into classes, by column: item `i` is cell `i` of each. */
export interface AbcColumns {
  /** Each once, in any order. */
  readonly ids: readonly string[];
  readonly value: DecimalColumn;
}

/** Classes by item, ascending by id. */
export interface AbcRun {
  readonly customers: readonly string[];
  /** Index into `codes`. */
  readonly segment: Uint8Array;
  /** From the best to the last. */
  readonly codes: readonly string[];
  /** From the best to the last, those without an item too. */
  readonly classes: readonly AbcClass[];
  /** Of the values above 0. */
  readonly total: DecimalString;
  /** By row. */
  readonly rejected: readonly Rejected[];
  /** The assignment of item `i`, made when it is asked for. */
  explainAt(index: number): SegmentAssignment;
}

/** An ABC policy, checked once, over columns. */
export interface AbcEvaluator {
  /**
   * @param asOf day that the classes are of
   * @throws SalesModelError `date.invalid`, `ids.duplicate`, `segmentation.columns.length`,
   *   `segmentation.columns.scale`, `segmentation.classes.nonPositive`
   */
  run(columns: AbcColumns, asOf: PlainDate): AbcRun;
}

/**
 * Returns an ABC policy as a function over columns, which gives the classes of `abc` without an object an item.
 *
 * @param policy cuts and conventions
 * @throws SalesModelError `segmentation.classes.cuts`, `segmentation.classes.cutRange`,
 *   `segmentation.cuts.notAscending`, `segmentation.classes.increment`, `option.unknown`, `decimal.invalid`,
 *   `decimal.tooLong`
 * @example
 * import { compileAbc } from 'salesmodel/segmentation';
 *
 * const run = compileAbc({ id: 'abc', version: '1' }).run(
 *   { ids: ['r', 'p', 'q'], value: { values: Float64Array.of(40, 850, 110), scale: 0 } },
 *   '2026-03-31',
 * );
 * run.customers.map((id, at) => `${id} ${run.codes[run.segment[at] ?? 0]}`); // => ['p A', 'q B', 'r C']
 */
export function compileAbc(policy: AbcPolicy): AbcEvaluator {
  const read = readAbcPolicy(policy);
  return {
    run({ ids, value }, asOf) {
      dayNumber(asOf, ['asOf']);
      const { rows, columns, rejected } = readItems(ids, [value], () => ['value']);
      const pathOf = (row: number): Path => ['columns', 'value', 'values', row];
      return runAbc(read, { ids, rows, column: columns[0]!, pathOf }, asOf, rejected);
    },
  };
}

/** A list that is cut into classes. */
interface AbcList {
  readonly ids: readonly string[];
  /** Those that count, in the order of their ids. */
  readonly rows: Int32Array;
  readonly column: FixedColumn;
  /** Of the value of a row. */
  readonly pathOf: (row: number) => Path;
}

/** Cuts a list into classes. */
export function runAbc(
  read: ReadAbc,
  { ids, rows, column, pathOf }: AbcList,
  asOf: PlainDate,
  rejected: readonly Rejected[] = [],
): AbcRun {
  const scale = Math.max(column.scale, read.increment.dp());
  const all = bigintsOf(column, scale);
  const values = Array.from(rows, (row) => all[row]!);
  values.forEach((value, at) => {
    if (value <= 0n && read.nonPositive === 'error') {
      fail('segmentation.classes.nonPositive', pathOf(rows[at]!), { value: scaledText(value, scale) });
    }
  });
  const places = abcPlaces(values, read);
  const customers = Array.from(rows, (row) => ids[row]!);
  return {
    customers,
    segment: places.place,
    codes: read.letters,
    classes: classesOf(read, values, places, scale),
    total: scaledText(places.total, scale),
    rejected,
    explainAt: (at) => assignmentOf(at, customers[at]!, values[at]!, places, { read, scale, asOf }),
  };
}

function classesOf({ letters }: ReadAbc, values: readonly bigint[], places: AbcPlaces, scale: number): AbcClass[] {
  const found = letters.map(() => ({ items: 0, value: 0n, positive: 0n }));
  values.forEach((value, at) => {
    const own = found[places.place[at]!]!;
    own.items++;
    own.value += value;
    if (value > 0n) own.positive += value;
  });
  return found.map(({ items, value, positive }, letter) => ({
    segment: letters[letter]!,
    items,
    value: scaledText(value, scale),
    share: ratioOf(scaledDecimal(positive, scale), scaledDecimal(places.total, scale)),
  }));
}

function assignmentOf(
  at: number,
  customer: string,
  value: bigint,
  { place, decided, sorted, sums, total }: AbcPlaces,
  { read, scale, asOf }: { readonly read: ReadAbc; readonly scale: number; readonly asOf: PlainDate },
): SegmentAssignment {
  const share = decided[at]!;
  const found = place[at]!;
  const [ge, lt] = read.included ? (['ge', 'lt'] as const) : (['gt', 'le'] as const);
  const bounds = [
    ...(found > 0 ? [{ input: 'share', op: ge, value: read.cutTexts[found - 1]! }] : []),
    ...(found < read.letters.length - 1 ? [{ input: 'share', op: lt, value: read.cutTexts[found]! }] : []),
  ];
  return {
    customer,
    scheme: 'abc',
    segment: read.letters[found]!,
    rule: share === null ? 'nonPositive' : read.included ? 'shareBefore' : 'shareWith',
    inputs: {
      value: scaledText(value, scale),
      share: share === null ? null : ratioOf(scaledDecimal(share, scale), scaledDecimal(total, scale)).value,
    },
    thresholds: share === null ? [] : bounds,
    distanceToNext: read.measures ? abcDistance({ value, sorted, sums, scale, found, read }) : [],
    missing: [],
    asOf,
    policyVersion: read.policyVersion,
  };
}
