import { type DecimalLike, type DecimalString, toDecimal, toText } from '../../core/decimal.js';
import { oneOf } from '../../core/oneOf.js';
import { fail } from './fail.js';
import { fenceOf, OUTLIER_METHODS, type OutlierMethod } from './outlierFence.js';
import { readEntries, type ValueEntry } from './valueEntry.js';

/** Which values of a group are flagged. */
export interface OutlierOptions {
  readonly method: OutlierMethod;
  /** How far out: a decimal that is not negative. Default by method: `sd` 1, `iqr` 1.5, `pctOfMean` 0.8, `mad` 2. */
  readonly k?: DecimalLike;
  readonly side: 'low' | 'high';
  /** The least number of values that says anything, 1 or more. Default 5. */
  readonly minGroup?: number;
}

/** A value beyond the threshold. */
export interface OutlierFlag {
  readonly id: string;
  readonly value: DecimalString;
  /** How far beyond, always positive before rounding. */
  readonly distance: DecimalString;
}

/** The flagged values, the farthest first and then by id, or too small a group. `missing` lists the ids without a value. */
export type OutlierFlags =
  | {
      readonly status: 'flagged';
      readonly threshold: DecimalString;
      readonly flags: readonly OutlierFlag[];
      readonly missing: readonly string[];
    }
  | { readonly status: 'insufficientData'; readonly n: number; readonly missing: readonly string[] };

/** The usual distance of each method. */
export const OUTLIER_K: Readonly<Record<OutlierMethod, string>> = { sd: '1', iqr: '1.5', pctOfMean: '0.8', mad: '2' };

/**
 * Returns the values strictly beyond a threshold on one side of their group:
 * `sd` mean − k × sample standard deviation; `iqr` first quartile − k × interquartile range (type 7);
 * `pctOfMean` k × mean; `mad` median − k × 1.4826 × median absolute deviation. Side `high` mirrors them: mean + k × sd,
 * third quartile + k × range, mean + (1 − k) × |mean|, median + k × 1.4826 × deviation.
 *
 * Who is flagged is decided exactly. Threshold and distance are exact where they end, else half even at 12 decimals;
 * with `sd` they always have 12 at most.
 *
 * @param values one entry for each id
 * @param options method, distance, side, least group
 * @throws SalesModelError `outliers.k`, `outliers.minGroup`, `option.unknown`, `ids.duplicate`, `key.invalid`,
 *   `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { flagOutliers } from 'salesmodel/mechanisms/scoring';
 *
 * const values = ['100', '95', '105', '98', '60', '102'].map((value, at) => ({ id: `rep ${at + 1}`, value }));
 * const low = flagOutliers(values, { method: 'iqr', side: 'low' });
 * low; // => { status: 'flagged', threshold: '87.125', flags: [{ id: 'rep 5', value: '60', distance: '27.125' }], missing: [] }
 * flagOutliers(values.slice(0, 3), { method: 'iqr', side: 'low' }); // => { status: 'insufficientData', n: 3, missing: [] }
 */
export function flagOutliers(values: readonly ValueEntry[], options: OutlierOptions): OutlierFlags {
  const method = oneOf(options.method, OUTLIER_METHODS, ['method']);
  const side = oneOf(options.side, ['low', 'high'], ['side']);
  const { minGroup = 5 } = options;
  if (!Number.isSafeInteger(minGroup) || minGroup < 1) fail('outliers.minGroup', ['minGroup'], { value: minGroup });
  const k = toDecimal(options.k ?? OUTLIER_K[method], ['k']);
  if (k.lt(0)) fail('outliers.k', ['k'], { value: toText(k) });

  const group = readEntries(values, ['values']);
  const { rows, column, ids, missing } = group;
  // One value has no sample standard deviation.
  if (rows.length < Math.max(minGroup, method === 'sd' ? 2 : 1)) {
    return { status: 'insufficientData', n: rows.length, missing };
  }
  const integers = Array.from(rows, (row) => BigInt(column.values[row]!));
  const fence = fenceOf(method, side, integers, k, column.scale);
  const beyond = Array.from(rows, (row, at) => ({ row, units: integers[at]! })).filter(({ units }) =>
    fence.isBeyond(units),
  );
  const outward = side === 'low' ? 1 : -1;
  return {
    status: 'flagged',
    threshold: fence.threshold,
    flags: beyond
      .toSorted((a, b) => (a.units < b.units ? -outward : a.units > b.units ? outward : 0))
      .map(({ row, units }) => ({ id: ids[row]!, value: group.texts[row]!, distance: fence.distance(units) })),
    missing,
  };
}
