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
}

/** The quantiles of a column that is not empty, by the definitions of `quantile`. The column is not sorted. */
export function columnQuantiles(
  { values, scale, range }: RankedColumn,
  probabilities: readonly Probability[],
  type: QuantileType,
): DecimalString[] {
  const places = probabilities.map(({ p, one }) => quantilePlaceOf(values.length, p, one, type));
  const ranks = [...new Set(places.flatMap(({ lower, upper }) => [lower, upper]))].sort((a, b) => a - b);
  const found = valuesAt(values, ranks, range);
  const at = new Map(ranks.map((rank, index) => [rank, BigInt(found[index]!)]));
  return places.map((place) => quantileAt(place, at.get(place.lower)!, at.get(place.upper)!, scale));
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
