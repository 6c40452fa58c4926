/** A factor closer to 1 than this changes nothing any more. */
const CLOSE = 2 ** -53;
/** So many steps are needed where z is 10⁻¹² below 1. */
const MOST_STEPS = 20_000_000;

/**
 * ₂F₁(1, b; c; z) = Σ (b)ₙ/(c)ₙ zⁿ for 0 < b < c and 0 ≤ z ≤ 1, as a sum of shares that die out: Gauss's continued fraction
 * (NIST Digital Library of Mathematical Functions 15.7.1), all of whose parts are positive here and which needs few steps where the series needs many.
 * At z = 1 it is (c − 1)/(c − b − 1), or Infinity where c − b ≤ 1.
 */
export function unitHypergeometric(b: number, c: number, z: number): number {
  if (z === 0) return 1;
  if (z === 1) return c - b > 1 ? (c - 1) / (c - b - 1) : Infinity;
  // Lentz's method as Steed wrote it: the convergents differ by ever smaller steps that are added up.
  let denominator = 1;
  let step = 1;
  let sum = 1;
  for (let n = 1; n <= MOST_STEPS; n++) {
    const part = partOf(n, b, c) * z;
    denominator = 1 / (1 - part * denominator);
    step *= denominator - 1;
    sum += step;
    if (Math.abs(step) <= CLOSE * sum) break;
  }
  return sum;
}

/** The n-th numerator of the fraction 1/(1 − k₁z/(1 − k₂z/(1 − …))). */
function partOf(n: number, b: number, c: number): number {
  const half = n >> 1;
  if (n === 1) return b / c;
  return n % 2 === 1
    ? ((c - 1 + half) * (b + half)) / ((c + n - 2) * (c + n - 1))
    : (half * (c - b + half - 1)) / ((c + n - 2) * (c + n - 1));
}
