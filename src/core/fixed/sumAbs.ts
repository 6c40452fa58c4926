/**
 * Adds up the magnitudes of a column, which bounds every running total of it in any order.
 *
 * @returns the exact sum while it is at most 2⁵³, a number above 2⁵³ where it is more,
 *   and NaN where an amount is not a safe integer
 */
export function sumAbs(values: Float64Array): number {
  // Two sums each, because one chain of additions would wait for itself. `x − ⌊x⌋` is never negative, so the
  // fractions add up to zero only if all are zero; of NaN and ±∞ it is NaN.
  let even = 0;
  let odd = 0;
  let evenFraction = 0;
  let oddFraction = 0;
  const pairs = values.length & ~1;
  for (let i = 0; i < pairs; i += 2) {
    const a = values[i]!;
    const b = values[i + 1]!;
    even += Math.abs(a);
    odd += Math.abs(b);
    evenFraction += a - Math.floor(a);
    oddFraction += b - Math.floor(b);
  }
  if (pairs < values.length) {
    const last = values[pairs]!;
    even += Math.abs(last);
    evenFraction += last - Math.floor(last);
  }
  if (evenFraction + oddFraction !== 0) return NaN;
  const sum = even + odd;
  // A sum within 2⁵³ proves every amount safe, a larger one does not.
  if (sum > Number.MAX_SAFE_INTEGER && !values.every(Number.isSafeInteger)) return NaN;
  return sum;
}

/** The exact sum of the magnitudes of a column of bigints. */
export function sumAbsBig(values: BigInt64Array | readonly bigint[]): bigint {
  let sum = 0n;
  for (const value of values) sum += value < 0n ? -value : value;
  return sum;
}
