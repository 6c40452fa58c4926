/** An exact quotient of integers, n/d with d > 0. */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

export function plusFractions(a: Fraction, b: Fraction): Fraction {
  return { n: a.n * b.d + b.n * a.d, d: a.d * b.d };
}

export function timesFractions(a: Fraction, b: Fraction): Fraction {
  return { n: a.n * b.n, d: a.d * b.d };
}
