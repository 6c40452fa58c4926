import { allocateUnits } from '../../core/allocateUnits.js';
import { type Decimal, type DecimalString, plus, times, ZERO } from '../../core/decimal.js';
import { type Ratio, ratioOf } from '../../core/ratio.js';
import { roundUnits } from '../../core/rounding.js';
import { scaledText, toProportions, toScaled } from '../../core/scaled.js';

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
 * @param items weights and scores, neither negative
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
  const sum = points.reduce(plus, ZERO);
  const [n, d] = [sum, counted].map((value) => toScaled(value, Math.max(sum.dp(), counted.dp())));
  const units = roundUnits(n! * 10n ** BigInt(scale), d!, 'halfEven');
  const { parts } = allocateUnits(units, toProportions(points));
  return {
    total: scaledText(units, scale),
    contributions: items.map(({ score }, at) => (score === null ? null : scaledText(parts[at]!, scale))),
    coverage,
  };
}
