import type { Quotient } from './quotient.js';

/**
 * round(v / D) in doubles, for an integer v that its shift is already added to.
 *
 * Needs D = 1 and |v| ≤ 2⁵³, or D ≥ 2 with |v| + D ≤ 2⁵³ and |v| ≤ 2⁵⁰ D. Then the result is exact:
 *
 * 1. v is exact. 1/D and its product with v round once each, so t = v × inverse is within 2 × 2⁻⁵³ × 2⁵⁰ = 1/4 of v/D
 *    (to a factor 1 + 2⁻⁵², which the slack in step 3 covers), and q, the integer nearest to t, within 3/4 of v/D.
 *    For D = 1, t is v; beyond 2⁵¹ the sum below has no odd neighbours, so q is within 1 of v.
 * 2. So |qD| ≤ |v| + D ≤ 2⁵³ (for D = 1 both are integers up to 2⁵³): the product and the residue v − qD are exact.
 * 3. |residue| ≤ D. One step of D brings it into −L … H, D successive integers about zero.
 *
 * The arguments after v are the fields of a {@link Quotient}: loops keep them in registers.
 */
export function safeQuotient(
  v: number,
  divisor: number,
  inverse: number,
  lowest: number,
  highest: number,
  tie: number,
): number {
  // 1.5 × 2⁵²: adding and subtracting it rounds a double of at most 2⁵¹ to the nearest integer.
  const nearest = 6755399441055744;
  let q = v * inverse + nearest - nearest;
  let residue = v - q * divisor;
  if (residue > highest) {
    q += 1;
    residue -= divisor;
  } else if (residue < lowest) {
    q -= 1;
    residue += divisor;
  }
  return residue === tie && (q & 1) !== 0 ? q - 1 : q;
}

/** round(v / D) of an integer within the limits of {@link safeQuotient}. */
export function roundSafe(v: number, by: Quotient): number {
  const shifted = v + (v < 0 ? by.down : by.up);
  return safeQuotient(shifted, by.divisor, by.inverse, by.lowest, by.highest, by.tie);
}
