import { type DecimalLike, type Decimal, minus, plus, times, toDecimal, ZERO } from '../../core/decimal.js';
import type { Estimate } from '../../core/estimate.js';
import { type Ratio, ratioOf } from '../../core/ratio.js';
import { type PairedEffect, pairedEffect } from '../../mechanisms/scoring/pairedEffect.js';
import type { ValueEntry } from '../../mechanisms/scoring/valueEntry.js';

/** What a training changed. */
export interface TrainingReport {
  /** Pairs by person, mean gain, standard deviation, who has one score only. */
  readonly effect: PairedEffect;
  /** Mean gain ÷ its standard error; `null` with fewer than two pairs or the same gain for all. */
  readonly t: Estimate | null;
  /** Mean gain in standard deviations (Cohen's d for pairs); `null` as `t` is. */
  readonly dz: Estimate | null;
  /** The part of what there was to gain: (mean after − mean before) ÷ (max − mean before); `null` without a max. */
  readonly normalisedGain: Ratio | null;
}

/**
 * Returns what a training changed: scores before and after, paired by person.
 *
 * @param pre scores before, one for each person
 * @param post scores after
 * @param options `max`: the greatest score that can be reached
 * @throws SalesModelError those of `pairedEffect`
 * @example
 * import { trainingReport } from 'salesmodel/team';
 *
 * const scores = (...values: string[]) => values.map((value, at) => ({ id: `P${at + 1}`, value }));
 * const { effect, t, dz, normalisedGain } = trainingReport(scores('60', '70', '50'), scores('75', '78', '66'), { max: 100 });
 * [effect.mean.value, t?.toFixed(4), dz?.toFixed(4), normalisedGain?.value]; // => [ '13', '5.1657', '2.9824', '0.325' ]
 */
export function trainingReport(
  pre: readonly ValueEntry[],
  post: readonly ValueEntry[],
  options: { readonly max?: DecimalLike } = {},
): TrainingReport {
  const effect = pairedEffect(pre, post);
  const { n, pairs, mean, sd } = effect;
  const spread = sd === null || sd === 0 || mean.value === null ? null : sd;
  // The exact parts: the value of a ratio is rounded.
  const average = toDecimal(mean.numerator).toNumber() / n;
  const sum = (values: readonly Decimal[]): Decimal => values.reduce(plus, ZERO);
  const before = sum(pairs.map((pair) => toDecimal(pair.pre)));
  const after = sum(pairs.map((pair) => toDecimal(pair.post)));
  return {
    effect,
    t: spread === null ? null : average / (spread / Math.sqrt(n)),
    dz: spread === null ? null : average / spread,
    normalisedGain:
      options.max === undefined
        ? null
        : ratioOf(minus(after, before), minus(times(toDecimal(options.max, ['max']), toDecimal(n)), before), 'noGain'),
  };
}
