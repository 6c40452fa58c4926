import { type Decimal, type DecimalString, plus, times, ZERO } from '../../core/decimal.js';
import { type Ratio, ratioOf } from '../../core/ratio.js';
import { scaledText, toScaled } from '../../core/scaled.js';
import { shareOut } from './shareOut.js';

/** The weighted mean of scores and what each has in it. */
export interface WeightedTotal {
  /** Half even at the scale; `null` where no weight counts. */
  readonly total: DecimalString | null;
  /** What each score has in the total, by largest remainder; `null` where there is no score. */
  readonly contributions: readonly (DecimalString | null)[];
  /** Weight with a score of all weight. */
  readonly coverage: Ratio;
}

/**
 * Σ w·s ÷ Σ w over what has a score, so that the others' weight goes to it in proportion.
 *
 * @param items weights, not negative, and scores
 * @param scale decimals of the total
 */
export function weightedTotal(
  items: readonly { readonly weight: Decimal; readonly score: Decimal | null }[],
  scale: number,
): WeightedTotal {
  const weights = items.map(({ weight, score }) => (score === null ? ZERO : weight));
  const points = items.map(({ weight, score }) => (score === null ? ZERO : times(weight, score)));
  const counted = weights.reduce(plus, ZERO);
  const coverage = ratioOf(counted, items.map(({ weight }) => weight).reduce(plus, ZERO));
  if (counted.isZero()) return { total: null, contributions: items.map(() => null), coverage };
  const fine = [...points, counted].reduce((most, value) => Math.max(most, value.dp()), 0);
  const unit = 10n ** BigInt(scale);
  const shared = shareOut(
    points.map((each) => toScaled(each, fine) * unit),
    toScaled(counted, fine),
  );
  return {
    total: scaledText(shared.total, scale),
    contributions: items.map(({ score }, at) => (score === null ? null : scaledText(shared.parts[at]!, scale))),
    coverage,
  };
}
