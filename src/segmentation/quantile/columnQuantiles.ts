import type { DecimalString } from '../../core/decimal.js';
import type { FixedColumn } from '../../core/fixed/column.js';
import { quantileAt, quantilePlaceOf, type QuantileType } from '../../mechanisms/scoring/quantile.js';
import { selectRanks } from './selectRanks.js';

/** A probability as a fraction, so that a third is one. */
export interface Probability {
  readonly p: bigint;
  readonly one: bigint;
}

/** The quantiles of a column that is not empty, by the definitions of `quantile`. The column is not sorted. */
export function columnQuantiles(
  { values, scale }: FixedColumn,
  probabilities: readonly Probability[],
  type: QuantileType,
): DecimalString[] {
  const places = probabilities.map(({ p, one }) => quantilePlaceOf(values.length, p, one, type));
  const ranks = [...new Set(places.flatMap(({ lower, upper }) => [lower, upper]))].sort((a, b) => a - b);
  const found = valuesAt(values, ranks);
  const at = new Map(ranks.map((rank, index) => [rank, BigInt(found[index]!)]));
  return places.map((place) => quantileAt(place, at.get(place.lower)!, at.get(place.upper)!, scale));
}

function valuesAt(values: FixedColumn['values'], ranks: readonly number[]): readonly (number | bigint)[] {
  if (values instanceof Float64Array) return selectRanks(values, ranks);
  const sorted = Array.from(values).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return ranks.map((rank) => sorted[rank]!);
}
