import type { DecimalString } from '../../core/decimal.js';
import type { FixedColumn } from '../../core/fixed/column.js';
import { quantileAt, quantilePlaceOf, type QuantileType } from '../../mechanisms/scoring/quantile.js';
import { countRanks, type IntegerRange } from './countRanks.js';
import { selectRanks } from './selectRanks.js';

/** A probability as a fraction, so that a third is one. */
export interface Probability {
  readonly p: bigint;
  readonly one: bigint;
}

/** A column whose values are ranked; integers of 32 bits may say between which they lie. */
interface RankedColumn {
  readonly values: FixedColumn['values'] | Int32Array;
  readonly scale: number;
  readonly range?: IntegerRange;
  /** Where the values are days: what is ranked is how many days they lie before this one. */
  readonly before?: number;
}

/** The quantiles of a column that is not empty, by the definitions of `quantile`. The column is not sorted. */
export function columnQuantiles(
  { values, scale, range, before }: RankedColumn,
  probabilities: readonly Probability[],
  type: QuantileType,
): DecimalString[] {
  const n = values.length;
  const places = probabilities.map(({ p, one }) => quantilePlaceOf(n, p, one, type));
  // The latest day lies the fewest days before.
  const rankOf = (place: number): number => (before === undefined ? place : n - 1 - place);
  const ranks = [...new Set(places.flatMap(({ lower, upper }) => [rankOf(lower), rankOf(upper)]))];
  ranks.sort((a, b) => a - b);
  const found = valuesAt(values, ranks, range);
  const at = new Map(ranks.map((rank, index) => [rank, BigInt(found[index]!)]));
  const valueAt = (place: number): bigint => {
    const value = at.get(rankOf(place))!;
    return before === undefined ? value : BigInt(before) - value;
  };
  return places.map((place) => quantileAt(place, valueAt(place.lower), valueAt(place.upper), scale));
}

function valuesAt(
  values: RankedColumn['values'],
  ranks: readonly number[],
  range: IntegerRange | undefined,
): readonly (number | bigint)[] {
  if (values instanceof Int32Array)
    return countRanks(values, ranks, range) ?? selectRanks(Float64Array.from(values), ranks);
  if (values instanceof Float64Array) return selectRanks(values, ranks);
  const sorted = Array.from(values).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return ranks.map((rank) => sorted[rank]!);
}
