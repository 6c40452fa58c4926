import { dayNumber, type PlainDate } from '../../core/date.js';
import { type DecimalString, toText } from '../../core/decimal.js';
import type { DecimalColumn } from '../../core/columns.js';
import type { Rejected } from '../../core/errors.js';
import { bigintsOf } from '../../core/fixed/column.js';
import { oneOf } from '../../core/oneOf.js';
import { toScaled } from '../../core/scaled.js';
import type { SegmentAssignment } from '../schema/assignment.js';
import type { XyzPolicy } from '../schema/classes.js';
import { readItems } from './readItems.js';
import { classLetters, readCuts } from './shareCuts.js';
import { rootText } from './squareRoot.js';

/** Series by column: item `i` is cell `i` of each period. */
export interface XyzColumns {
  /** Each once, in any order. */
  readonly ids: readonly string[];
  /** Equal periods, those with nothing among them. */
  readonly periods: readonly DecimalColumn[];
}

/** Classes by item, ascending by id. */
export interface XyzRun {
  readonly customers: readonly string[];
  /** Index into `codes`. */
  readonly segment: Uint8Array;
  /** From the steadiest on, then `null` for a series without a coefficient. */
  readonly codes: readonly (string | null)[];
  /** By row. */
  readonly rejected: readonly Rejected[];
  /** The assignment of item `i`, made when it is asked for. */
  explainAt(index: number): SegmentAssignment;
}

/** An XYZ policy, checked once, over columns. */
export interface XyzEvaluator {
  /**
   * @param asOf day that the classes are of
   * @throws SalesModelError `date.invalid`, `ids.duplicate`, `segmentation.columns.length`,
   *   `segmentation.columns.scale`
   */
  run(columns: XyzColumns, asOf: PlainDate): XyzRun;
}

/**
 * Returns an XYZ policy as a function over columns, which gives the classes of `xyz` without an object an item.
 *
 * @param policy cuts, whose deviation
 * @throws SalesModelError `segmentation.classes.cuts`, `segmentation.classes.cutRange`,
 *   `segmentation.cuts.notAscending`, `option.unknown`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { compileXyz } from 'salesmodel/segmentation';
 *
 * const month = (...values: number[]) => ({ values: Float64Array.from(values), scale: 0 });
 * const run = compileXyz({ id: 'xyz', version: '1' }).run(
 *   { ids: ['pump', 'hose'], periods: [month(300, 0), month(310, 100), month(290, 0)] },
 *   '2026-06-30',
 * );
 * run.customers.map((id, at) => `${id} ${run.codes[run.segment[at] ?? 0]}`); // => ['hose Z', 'pump X']
 */
export function compileXyz(policy: XyzPolicy): XyzEvaluator {
  const read = readXyzPolicy(policy);
  return {
    run({ ids, periods }, asOf) {
      dayNumber(asOf, ['asOf']);
      const { rows, columns, rejected } = readItems(ids, periods, (at) => ['periods', at]);
      const scale = columns.reduce((most, column) => Math.max(most, column.scale), 0);
      const cells = columns.map((column) => bigintsOf(column, scale));
      const valuesOf = (row: number): bigint[] => cells.map((column) => column[row]!);
      const segment = Uint8Array.from(rows, (row) => {
        const variation = variationOf(valuesOf(row), read);
        return variation === null ? read.letters.length : variation.place;
      });
      const customers = Array.from(rows, (row) => ids[row]!);
      return {
        customers,
        segment,
        codes: [...read.letters, null],
        rejected,
        explainAt: (at) => xyzAssignment(customers[at]!, valuesOf(rows[at]!), read, asOf),
      };
    },
  };
}

/** A policy with its defaults; squares of cuts are integers over `one`. */
interface ReadXyz {
  readonly policyVersion: string;
  readonly cutTexts: readonly DecimalString[];
  readonly squares: readonly bigint[];
  readonly one: bigint;
  readonly letters: readonly string[];
  readonly isSample: boolean;
}

/**
 * @throws SalesModelError `segmentation.classes.cuts`, `segmentation.classes.cutRange`,
 *   `segmentation.cuts.notAscending`, `option.unknown`, `decimal.invalid`, `decimal.tooLong`
 */
export function readXyzPolicy(policy: XyzPolicy): ReadXyz {
  const cuts = readCuts(policy.cuts ?? ['0.5', '1'], null, ['policy', 'cuts']);
  const digits = Math.max(...cuts.map((cut) => cut.dp()));
  return {
    policyVersion: `${policy.id}@${policy.version}`,
    cutTexts: cuts.map(toText),
    squares: cuts.map((cut) => toScaled(cut, digits) ** 2n),
    one: 10n ** BigInt(2 * digits),
    letters: classLetters('X', cuts.length + 1),
    isSample: oneOf(policy.sd ?? 'population', ['population', 'sample'], ['policy', 'sd']) === 'sample',
  };
}

/** The square of a coefficient of variation as a fraction, and the place of its class. */
interface Variation {
  readonly above: bigint;
  readonly below: bigint;
  readonly place: number;
}

function variationOf(values: readonly bigint[], { squares, one, isSample }: ReadXyz): Variation | null {
  const n = BigInt(values.length);
  const sum = values.reduce((total, value) => total + value, 0n);
  if (n < 2n || sum <= 0n) return null;
  const spread = n * values.reduce((total, value) => total + value * value, 0n) - sum * sum;
  const above = isSample ? n * spread : spread;
  const below = isSample ? (n - 1n) * sum * sum : sum * sum;
  return { above, below, place: squares.filter((square) => above * one > square * below).length };
}

/** The class of one series. */
export function xyzAssignment(
  customer: string,
  values: readonly bigint[],
  read: ReadXyz,
  asOf: PlainDate,
): SegmentAssignment {
  const { letters, cutTexts, policyVersion } = read;
  const variation = variationOf(values, read);
  const rest = { customer, scheme: 'xyz', distanceToNext: [], asOf, policyVersion } as const;
  const periods = String(values.length);
  if (variation === null) {
    const inputs = { periods, variation: null };
    return { ...rest, segment: null, rule: 'undefined', inputs, thresholds: [], missing: ['variation'] };
  }
  const { above, below, place } = variation;
  const bound = (op: 'gt' | 'le', value: DecimalString | undefined) =>
    value === undefined ? [] : [{ input: 'variation', op, value }];
  return {
    ...rest,
    segment: letters[place]!,
    rule: 'variation',
    inputs: { periods, variation: rootText(above, below) },
    thresholds: [...bound('gt', cutTexts[place - 1]), ...bound('le', cutTexts[place])],
    missing: [],
  };
}
