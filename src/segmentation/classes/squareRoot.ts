import type { DecimalString } from '../../core/decimal.js';
import { scaledText } from '../../core/fixed/scaledText.js';

const DIGITS = 12;

/** The square root of n/d, half even at 12 decimals. */
export function rootText(n: bigint, d: bigint): DecimalString {
  const square = n * 10n ** BigInt(2 * DIGITS);
  const floor = wholeRoot(square / d);
  // (floor + ½)² against the square: four times both, and no fraction is left.
  const half = (2n * floor + 1n) ** 2n * d;
  const up = half < 4n * square || (half === 4n * square && floor % 2n === 1n);
  return scaledText(up ? floor + 1n : floor, DIGITS);
}

/** The greatest integer whose square is not above n. */
function wholeRoot(n: bigint): bigint {
  if (n < 2n) return n;
  let root = 1n << BigInt((n.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (root + n / root) / 2n;
    if (next >= root) return root;
    root = next;
  }
}
