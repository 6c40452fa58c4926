import type { Quotient } from './quotient.js';

/** The largest divisor of {@link wideQuotient}. */
export const WIDE_DIVISOR = 1_700_000_000;

/**
 * round((xR − d) / D) where the product xR does not fit a double: from a rounded estimate and the exact low 32 bits.
 *
 * The shift of the rounding mode is part of d, so that the wanted q is the one integer with −L ≤ r ≤ H for
 * r = xR − d − qD. Needs: x, R integers of at most 2⁵³; D ≤ 1.7 × 10⁹; |xR| + |d| ≤ M ≤ 2⁵⁰ D. The bounds below
 * leave out terms in u², where u = 2⁻⁵³ is the relative error of one rounding; step 3 has room for them.
 *
 * 1. The estimate V = fl(fl(xR) − fl(d)): the product errs by at most u|xR|, the offset by u|d|, the difference by
 *    u(|xR| + |d|). Together at most 2uM.
 * 2. 1/D and its product with V round once each: at most 2uM/D more. So t = V × inverse is within
 *    4uM/D ≤ 4 × 2⁻⁵³ × 2⁵⁰ = 1/2 of (xR − d)/D. |t| ≤ 2⁵⁰ + 1, so adding 1.5 × 2⁵² lands between 2⁵² and 2⁵³,
 *    where doubles are the integers: q is an integer nearest to t, hence within 1 of (xR − d)/D.
 * 3. So |r| ≤ D, or 1.0001 D with all left-out terms, < 2³¹. An integer below 2³¹ in magnitude is known from its
 *    residue modulo 2³², and Math.imul computes modulo 2³² exactly: it takes the low words of any two integers, and
 *    x, R, q are integers a double holds. Hence `residue` below is r itself, not an estimate of it.
 * 4. −L … H are D successive integers and reach to D/2 − 1 or further on both sides, so one step of D is enough to
 *    bring r among them: from H < r ≤ 1.0001 D it goes to −L ≤ r − D ≤ 0.0001 D, and likewise from below. (For
 *    D < 10⁴ the integer r is at most D, and r − D at most 0.)
 *    Ties are compared exactly.
 *
 * @param estimate V
 * @param word low word of xR − d: `Math.imul(x, R) − (d mod 2³²)`, any number that is right modulo 2³²
 */
export function wideQuotient(
  estimate: number,
  word: number,
  divisor: number,
  inverse: number,
  lowest: number,
  highest: number,
  tie: number,
): number {
  const nearest = 6755399441055744;
  let q = estimate * inverse + nearest - nearest;
  let residue = (word - Math.imul(q, divisor)) | 0;
  if (residue > highest) {
    q += 1;
    residue -= divisor;
  } else if (residue < lowest) {
    q -= 1;
    residue += divisor;
  }
  return residue === tie && (q & 1) !== 0 ? q - 1 : q;
}

/**
 * round(x × rate / D) of integers of at most 2⁵³ with |x × rate| ≤ (2⁵⁰ − 1) D, for D of at most {@link WIDE_DIVISOR}.
 * The shift (d = −s, |s| < D) is exact and added to the product: an estimate as {@link wideQuotient} wants it.
 */
export function roundProduct(x: number, rate: number, by: Quotient): number {
  const product = x * rate;
  const shift = product < 0 ? by.down : by.up;
  return wideQuotient(
    product + shift,
    Math.imul(x, rate) + shift,
    by.divisor,
    by.inverse,
    by.lowest,
    by.highest,
    by.tie,
  );
}
