import { type Decimal, type DecimalLike, type DecimalString, toDecimal, toText } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import { fail as failCore } from '../../core/fail.js';
import { type FixedColumn, fixedColumn } from '../../core/fixed/column.js';
import { quotientText } from '../../core/quotientText.js';
import { toScaled } from '../../core/scaled.js';
import { fail } from './fail.js';

/** The definitions of a sample quantile, numbered as by Hyndman and Fan. Type 7 is that of spreadsheets, R and NumPy. */
export type QuantileType = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

/**
 * Returns the quantile of a sample, `null` of none. It is exact; where it does not end (type 8 divides by 3) it has
 * 12 decimals, half even. Definitions: Hyndman and Fan, Sample quantiles in statistical packages (1996).
 *
 * @param values the sample, in any order
 * @param p probability from 0 to 1
 * @param type definition, default 7
 * @throws SalesModelError `quantile.probability`, `option.unknown`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { quantile } from 'salesmodel/mechanisms/scoring';
 *
 * quantile(['20', '2', '3', '7', '11', '13', '2'], '0.4'); // => '4.6'
 * quantile(['20', '2', '3', '7', '11', '13', '2'], '0.4', 1); // => '3'
 */
export function quantile(values: readonly DecimalLike[], p: DecimalLike, type: QuantileType = 7): DecimalString | null {
  const probability = toProbability(p, ['p']);
  return quantileOf(sortedColumn(values), probability, type);
}

/**
 * Returns several quantiles of one sample, which is sorted once; each is `null` when the sample is empty.
 *
 * @param values the sample, in any order
 * @param probabilities from 0 to 1, in any order
 * @param type definition, default 7
 * @throws SalesModelError `quantile.probability`, `option.unknown`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { quantiles } from 'salesmodel/mechanisms/scoring';
 *
 * quantiles([7, 15, 36, 39, 40, 41], ['0.25', '0.5', '0.75']); // => ['20.25', '37.5', '39.75']
 */
export function quantiles(
  values: readonly DecimalLike[],
  probabilities: readonly DecimalLike[],
  type: QuantileType = 7,
): (DecimalString | null)[] {
  const places = probabilities.map((p, at) => toProbability(p, ['probabilities', at]));
  const sorted = sortedColumn(values);
  return places.map((p) => quantileOf(sorted, p, type));
}

/** Decimals in ascending order. */
export function sortedColumn(values: readonly DecimalLike[]): FixedColumn {
  const texts = values.map((value, at) =>
    typeof value === 'string' ? value : toText(toDecimal(value, ['values', at])),
  );
  return sorted(fixedColumn(texts, ['values']));
}

function sorted({ values, scale }: FixedColumn): FixedColumn {
  if (values instanceof Float64Array || values instanceof BigInt64Array) return { values: values.toSorted(), scale };
  return { values: values.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)), scale };
}

/** @throws SalesModelError `quantile.probability`, `decimal.invalid`, `decimal.tooLong` */
export function toProbability(value: DecimalLike, path: Path): Decimal {
  const p = toDecimal(value, path);
  if (p.lt(0) || p.gt(1)) fail('quantile.probability', path, { value: toText(p) });
  return p;
}

/** The quantile of a column that ascends. */
export function quantileOf({ values, scale }: FixedColumn, p: Decimal, type: QuantileType): DecimalString | null {
  const place = quantilePlace(values.length, p, type);
  if (values.length === 0) return null;
  return quantileAt(place, BigInt(values[place.lower]!), BigInt(values[place.upper]!), scale);
}

/**
 * Where a quantile lies in a sample: the share `numerator / denominator` of the way from one place to another, counted
 * from 0 in ascending order. A column needs these two of its values, not to be sorted.
 */
export interface QuantilePlace {
  readonly lower: number;
  readonly upper: number;
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/**
 * @param n size of the sample
 * @param p probability from 0 to 1
 * @throws SalesModelError `option.unknown`
 */
export function quantilePlace(n: number, p: Decimal, type: QuantileType): QuantilePlace {
  return quantilePlaceOf(n, toScaled(p, p.dp()), 10n ** BigInt(p.dp()), type);
}

/** {@link quantilePlace} at the probability `p / one`, which may be a third. */
export function quantilePlaceOf(n: number, p: bigint, one: bigint, type: QuantileType): QuantilePlace {
  const denominator = 24n * one;
  const position = p * 24n * BigInt(n) + offset(type, p * 24n, denominator);
  let below = position / denominator;
  if (position < below * denominator) below -= 1n;
  const rest = position - below * denominator;
  const place = (at: bigint): number => Math.min(Math.max(Number(at) - 1, 0), n - 1);
  return {
    lower: place(below),
    upper: place(below + 1n),
    numerator: weight(type, below, rest, denominator),
    denominator,
  };
}

/** The value at a place, of the integers in units of 10⁻ˢᶜᵃˡᵉ that stand on both its sides. */
export function quantileAt(place: QuantilePlace, lower: bigint, upper: bigint, scale: number): DecimalString {
  const { numerator, denominator } = place;
  return quotientText(lower * denominator + (upper - lower) * numerator, denominator * 10n ** BigInt(scale));
}

/** The m of Hyndman and Fan in units of the denominator: the position is np + m. */
function offset(type: QuantileType, p: bigint, one: bigint): bigint {
  switch (type) {
    case 1:
    case 2:
    case 4:
      return 0n;
    case 3:
      return -one / 2n;
    case 5:
      return one / 2n;
    case 6:
      return p;
    case 7:
      return one - p;
    case 8:
      return (p + one) / 3n;
    case 9:
      return p / 4n + (3n * one) / 8n;
    default:
      return failCore('option.unknown', ['type'], { expected: 'a whole number from 1 to 9', value: type });
  }
}

/** Their γ in units of the denominator: types 1 to 3 jump, the others go straight from value to value. */
function weight(type: QuantileType, below: bigint, rest: bigint, one: bigint): bigint {
  if (type > 3) return rest;
  if (rest > 0n) return one;
  if (type === 2) return one / 2n;
  return type === 3 && below % 2n !== 0n ? one : 0n;
}
