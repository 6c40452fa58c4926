import { Decimal, type DecimalString, toText } from '../../core/decimal.js';
import { quotientText } from '../../core/quotientText.js';
import { toScaled } from '../../core/scaled.js';
import { type Fraction, timesFractions } from '../../core/fraction.js';
import { quantilePlace } from './quantile.js';
import { spreadOf } from './spread.js';

export const OUTLIER_METHODS = ['sd', 'iqr', 'pctOfMean', 'mad'] as const;

/**
 * What is far from a group: `sd` in standard deviations from the mean, `iqr` beyond the quartiles (Tukey), `pctOfMean` in
 * parts of the mean, `mad` in median absolute deviations from the median, scaled to the standard deviation of a normal sample.
 *
 * @useDeclaredType
 */
export type OutlierMethod = (typeof OUTLIER_METHODS)[number];

/** The threshold of a group on one side. Values are integers in units of 10⁻ˢᶜᵃˡᵉ. */
interface Fence {
  readonly threshold: DecimalString;
  readonly isBeyond: (units: bigint) => boolean;
  /** How far a value lies beyond. */
  readonly distance: (units: bigint) => DecimalString;
}

/** 1.4826 makes the median absolute deviation of a normal sample its standard deviation. */
const NORMAL: Fraction = { n: 14826n, d: 10000n };

/** @param values of the group, one or more (`sd`: two or more), in any order */
export function fenceOf(
  method: OutlierMethod,
  side: 'low' | 'high',
  values: readonly bigint[],
  k: Decimal,
  scale: number,
): Fence {
  const factor = { n: toScaled(k, k.dp()), d: 10n ** BigInt(k.dp()) };
  const sorted = values.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  switch (method) {
    case 'sd': {
      const { n, sum, squares } = spreadOf(values);
      const count = BigInt(n);
      const variance = { n: factor.n ** 2n * squares, d: factor.d ** 2n * count ** 2n * (count - 1n) };
      return rootFence(side, { n: sum, d: count }, variance, scale);
    }
    case 'iqr': {
      const [first, third] = [quantileOf(sorted, '0.25'), quantileOf(sorted, '0.75')];
      const range = { n: third.n * first.d - first.n * third.d, d: first.d * third.d };
      return plainFence(side, side === 'low' ? first : third, timesFractions(factor, range), scale);
    }
    case 'pctOfMean': {
      const { n, sum } = spreadOf(values);
      const size = { n: sum < 0n ? -sum : sum, d: BigInt(n) };
      return plainFence(
        side,
        { n: sum, d: BigInt(n) },
        timesFractions({ n: factor.d - factor.n, d: factor.d }, size),
        scale,
      );
    }
    case 'mad': {
      const median = quantileOf(sorted, '0.5');
      const deviations = sorted.map((value) => value * median.d - median.n).map((each) => (each < 0n ? -each : each));
      const { n, d } = quantileOf(
        deviations.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)),
        '0.5',
      );
      return plainFence(side, median, timesFractions(timesFractions(factor, NORMAL), { n, d: d * median.d }), scale);
    }
  }
}

/** A threshold `reach` away from a center. */
function plainFence(side: 'low' | 'high', center: Fraction, reach: Fraction, scale: number): Fence {
  const outward = side === 'low' ? -1n : 1n;
  const d = center.d * reach.d;
  const threshold = center.n * reach.d + outward * reach.n * center.d;
  const unit = 10n ** BigInt(scale);
  const beyond = (units: bigint): bigint => outward * (units * d - threshold);
  return {
    threshold: quotientText(threshold, d * unit),
    isBeyond: (units) => beyond(units) > 0n,
    distance: (units) => quotientText(beyond(units), d * unit),
  };
}

/** A threshold the root of `square` away from a center: compared by squares, so that no rounding decides. */
function rootFence(side: 'low' | 'high', center: Fraction, square: Fraction, scale: number): Fence {
  const outward = side === 'low' ? -1n : 1n;
  // Enough digits for all that stand before the point of either, and for twelve behind it with some to spare.
  const digits = [center.n, center.d, square.n, square.d].reduce((sum, each) => sum + each.toString().length, 60);
  const Wide = Decimal.clone({ precision: digits });
  const unit = new Wide(10).pow(scale);
  const reach = new Wide(square.n.toString()).div(square.d.toString()).sqrt();
  const text = (value: Decimal): DecimalString => toText(value.div(unit).toDecimalPlaces(12, Wide.ROUND_HALF_EVEN));
  const gap = (units: bigint): bigint => outward * (units * center.d - center.n);
  const fraction = (n: bigint): Decimal => new Wide(n.toString()).div(center.d.toString());
  return {
    threshold: text(fraction(center.n).plus(reach.times(Number(outward)))),
    isBeyond: (units) => gap(units) > 0n && gap(units) ** 2n * square.d > square.n * center.d ** 2n,
    distance: (units) => text(fraction(gap(units)).minus(reach)),
  };
}

/** The quantile of type 7 of integers that ascend. */
function quantileOf(sorted: readonly bigint[], p: string): Fraction {
  const { lower, upper, numerator, denominator } = quantilePlace(sorted.length, new Decimal(p), 7);
  const [below, above] = [sorted[lower]!, sorted[upper]!];
  return { n: below * denominator + (above - below) * numerator, d: denominator };
}
