import { Decimal, type DecimalString, ONE, plus, times, toDecimal } from '../../core/decimal.js';
import type { FixedColumn } from '../../core/fixed/column.js';

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

/** By customer: how many cuts the value lies beyond. */
export function cutsPassed({ values }: FixedColumn, bounds: readonly bigint[]): Uint8Array {
  const passed = new Uint8Array(values.length);
  if (!(values instanceof Float64Array)) {
    for (let at = 0; at < values.length; at++)
      passed[at] = bounds.filter((bound) => BigInt(values[at]!) >= bound).length;
    return passed;
  }
  // Beyond the safe integers a bound is above or below all values, and rounding it leaves it there.
  const limits = Float64Array.from(bounds, Number);
  for (let at = 0; at < values.length; at++) {
    const value = values[at]!;
    let count = 0;
    for (let cut = 0; cut < limits.length; cut++) count += value >= limits[cut]! ? 1 : 0;
    passed[at] = count;
  }
  return passed;
}
