import { compare, type DecimalLike, toDecimal } from '../../core/decimal.js';
import type { Reason } from '../../core/errors.js';
import { type Ratio, ratioOf } from '../../core/ratio.js';

/**
 * Returns the win rate that it takes to sell a target from a pipeline, or that even winning all of it is not enough.
 *
 * @param target amount still to be sold, from 0 on
 * @param pipeline open amount
 * @throws SalesModelError `decimal.invalid`
 * @example
 * import { requiredWinRate } from 'salesmodel/pipeline';
 *
 * const result = requiredWinRate('240000', '600000');
 * result.ok && result.rate.value; // => '0.4'
 * requiredWinRate('240000', '200000'); // => { ok: false, reasons: [{ code: 'pipelineTooSmall', params: { target: '240000', pipeline: '200000' } }] }
 */
export function requiredWinRate(
  target: DecimalLike,
  pipeline: DecimalLike,
): { readonly ok: true; readonly rate: Ratio } | { readonly ok: false; readonly reasons: readonly Reason[] } {
  const needed = toDecimal(target, ['target']);
  const open = toDecimal(pipeline, ['pipeline']);
  const rate = ratioOf(needed, open);
  if (rate.value === null || compare(needed, open) > 0) {
    return {
      ok: false,
      reasons: [{ code: 'pipelineTooSmall', params: { target: rate.numerator, pipeline: rate.denominator } }],
    };
  }
  return { ok: true, rate };
}
