import { Decimal, type DecimalString, ONE, plus, times, toDecimal } from '../../core/decimal.js';
import type { InputColumn } from './rfmBase.js';

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

/** How many cuts each value lies beyond: what the table has at the value less the least. */
export interface PassedLookup {
  readonly values: Int32Array | Uint8Array;
  readonly min: number;
  readonly table: Uint8Array;
}

/** So many distinct values are looked up. */
const TABLE = 1 << 16;

export function passedLookup({ values, range }: InputColumn, bounds: readonly bigint[]): PassedLookup {
  // Beyond the safe integers a bound is above or below all values, and rounding it leaves it there.
  const limits = Float64Array.from(bounds, Number);
  if (values instanceof Int32Array) {
    const { min, max } = range!;
    if (max - min < TABLE) {
      return { values, min, table: Uint8Array.from({ length: max - min + 1 }, (_, at) => passedBy(min + at, limits)) };
    }
  }
  const passed =
    values instanceof Float64Array || values instanceof Int32Array
      ? passedByBuckets(values, limits)
      : Uint8Array.from(values, (value) => bounds.filter((bound) => value >= bound).length);
  return { values: passed, min: 0, table: Uint8Array.from({ length: bounds.length + 1 }, (_, at) => at) };
}

/** A bucket in which a bound lies: its values are compared. */
const MIXED = 255;
const BUCKETS = 4096;

/** Values between the outermost bounds are looked up by buckets; only those in a bucket with a bound are compared with all. */
function passedByBuckets(values: Float64Array | Int32Array, limits: Float64Array): Uint8Array {
  const n = values.length;
  const passed = new Uint8Array(n);
  const low = limits[0] ?? 0;
  const high = limits[limits.length - 1] ?? 0;
  const all = limits.length;
  // A power of two divides exactly, so the buckets of values ascend as the values do.
  let step = 1;
  while ((high - low) / step >= BUCKETS) step *= 2;
  const inverse = 1 / step;
  const table = new Uint8Array(Math.floor((high - low) * inverse) + 2);
  for (let bucket = 0; bucket < table.length; bucket++) {
    const first = passedBy(low + bucket * step, limits);
    table[bucket] = first === passedBy(low + (bucket + 1) * step - 1, limits) ? first : MIXED;
  }
  for (let at = 0; at < n; at++) {
    const value = values[at]!;
    if (value < low) continue;
    if (value >= high) {
      passed[at] = all;
      continue;
    }
    const found = table[((value - low) * inverse) | 0]!;
    passed[at] = found === MIXED ? passedBy(value, limits) : found;
  }
  return passed;
}

function passedBy(value: number, limits: Float64Array): number {
  let count = 0;
  for (let cut = 0; cut < limits.length; cut++) count += value >= limits[cut]! ? 1 : 0;
  return count;
}
