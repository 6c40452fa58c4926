import { type DecimalLike, minus, toDecimal } from '../../core/decimal.js';
import { type Ratio, ratioOf } from '../../core/ratio.js';

/** What an action did to a gap. */
export interface ImprovementEffect {
  /** The part of the gap that was closed; without a value where there was none. */
  readonly closed: Ratio;
  /** `closed` from all of the gap on; `noGap` where the target had been met exactly. */
  readonly verdict: 'closed' | 'better' | 'unchanged' | 'worse' | 'noGap';
}

/**
 * Returns which part of the gap to a target was closed: (after − before) ÷ (target − before), whichever way the target lies.
 *
 * @param insight with its target
 * @param before figure before the action
 * @param after figure after it
 * @throws SalesModelError `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { improvementEffect } from 'salesmodel/team';
 *
 * improvementEffect({ target: 100 }, 80, 95); // => { closed: { numerator: '15', denominator: '20', value: '0.75' }, verdict: 'better' }
 * improvementEffect({ target: 100 }, 80, 75).verdict; // => 'worse'
 */
export function improvementEffect(
  { target }: { readonly target: DecimalLike },
  before: DecimalLike,
  after: DecimalLike,
): ImprovementEffect {
  const start = toDecimal(before, ['before']);
  const gap = minus(toDecimal(target, ['insight', 'target']), start);
  const change = minus(toDecimal(after, ['after']), start);
  const closed = ratioOf(change, gap, 'noGap');
  const isTowards = change.isNegative() === gap.isNegative();
  const verdict = gap.isZero()
    ? 'noGap'
    : change.isZero()
      ? 'unchanged'
      : !isTowards
        ? 'worse'
        : change.abs().gte(gap.abs())
          ? 'closed'
          : 'better';
  return { closed, verdict };
}
