import { type DecimalLike, plus, toDecimal } from '../../core/decimal.js';
import type { Reason } from '../../core/errors.js';
import { type Ratio, ratioOf } from '../../core/ratio.js';

/**
 * Returns by which fraction the volume has to change for a change of price to bring in the same contribution: −Δ ÷ (m + Δ).
 *
 * @param change `priceChange`: as a fraction, negative for a lower price; `contributionRate`: contribution ÷ price before
 * @returns `unreachable` where the new price leaves no contribution
 * @throws SalesModelError `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { breakEvenVolumeChange } from 'salesmodel/pricing';
 *
 * const needed = breakEvenVolumeChange({ priceChange: '-0.05', contributionRate: '0.3' });
 * needed.ok && needed.volumeChange.value; // => '0.2'
 */
export function breakEvenVolumeChange(change: {
  readonly priceChange: DecimalLike;
  readonly contributionRate: DecimalLike;
}): { readonly ok: true; readonly volumeChange: Ratio } | { readonly ok: false; readonly reasons: readonly Reason[] } {
  const delta = toDecimal(change.priceChange, ['change', 'priceChange']);
  const left = plus(toDecimal(change.contributionRate, ['change', 'contributionRate']), delta);
  // Without a contribution a unit, nothing is the most that any volume brings.
  if (left.lte(0)) return { ok: false, reasons: [{ code: 'unreachable', params: { supremum: '0' } }] };
  return { ok: true, volumeChange: ratioOf(delta.neg(), left) };
}
