import { Decimal, type DecimalString, ONE, plus, times, toDecimal } from '../../core/decimal.js';

/**
 * The least integers of 10⁻ˢᶜᵃˡᵉ units that lie beyond each cut: beyond it in the `lower` sense means above it, in the
 * `upper` sense on it or above.
 */
export function scoreBounds(cuts: readonly DecimalString[], scale: number, boundary: 'lower' | 'upper'): bigint[] {
  return cuts.map((cut) => {
    const units = times(toDecimal(cut), new Decimal(`1e${scale}`));
    const whole = boundary === 'lower' ? plus(units.floor(), ONE) : units.ceil();
    return BigInt(whole.toFixed());
  });
}
