import type { RoundingMode } from '../rounding.js';

/**
 * How integers v are divided by one divisor D and rounded: all seven modes brought to one form.
 *
 * With L = ⌊D/2⌋ and H = D − 1 − L, and a shift s that depends on the mode and on the sign of v alone,
 *
 *     round(v / D) = ⌊(v + s + L) / D⌋  =  the one integer q with  −L ≤ (v + s) − qD ≤ H.
 *
 * - `floor` s = −L. `ceiling` s = H, since ⌈v/D⌉ = ⌊(v + D − 1)/D⌋.
 * - `down` is floor above zero and ceiling below, `up` the reverse.
 * - Halves, D odd: no ties, and −L … H is symmetric, so s = 0 gives the nearest integer.
 * - Halves, D even: s = 0 gives the nearest integer and the upper neighbour on a tie (residue −L = −D/2);
 *   s = H − L = −1 gives the lower neighbour on a tie and changes nothing else. `halfUp` wants the upper one for
 *   v ≥ 0 and the lower one for v ≤ 0, `halfDown` the reverse; `halfEven` takes s = 0 and, where the residue is
 *   exactly −L, steps down from an odd q.
 *
 * (v = 0 gives 0 under either sign.) An increment other than 1 is part of the divisor.
 */
export interface Quotient {
  readonly mode: RoundingMode;
  readonly exact: bigint;
  readonly divisor: number;
  /** 1 / divisor, rounded to double. */
  readonly inverse: number;
  /** −L and H: the residues of a finished quotient. */
  readonly lowest: number;
  readonly highest: number;
  /** The residue that is a tie between an even and an odd quotient; where none is, one that never occurs. */
  readonly tie: number;
  /** s for v ≥ 0 and for v ≤ 0. */
  readonly shiftUp: bigint;
  readonly shiftDown: bigint;
  /** The same rounded to double. */
  readonly up: number;
  readonly down: number;
}

/**
 * @param divisor positive
 * @param mode rounding mode
 */
export function quotient(divisor: bigint, mode: RoundingMode): Quotient {
  const low = divisor / 2n;
  const high = divisor - 1n - low;
  const [shiftUp, shiftDown] = shifts(mode, low, high);
  return {
    mode,
    exact: divisor,
    divisor: Number(divisor),
    inverse: 1 / Number(divisor),
    lowest: -Number(low),
    highest: Number(high),
    tie: mode === 'halfEven' && low !== high ? -Number(low) : Number(high) + 1,
    shiftUp,
    shiftDown,
    up: Number(shiftUp),
    down: Number(shiftDown),
  };
}

function shifts(mode: RoundingMode, low: bigint, high: bigint): readonly [up: bigint, down: bigint] {
  switch (mode) {
    case 'floor':
      return [-low, -low];
    case 'ceiling':
      return [high, high];
    case 'down':
      return [-low, high];
    case 'up':
      return [high, -low];
    case 'halfUp':
      return [0n, high - low];
    case 'halfDown':
      return [high - low, 0n];
    case 'halfEven':
      return [0n, 0n];
  }
}

/** round(v / D) of any integer. */
export function bigQuotient(v: bigint, by: Quotient): bigint {
  const low = by.exact / 2n;
  const over = v + (v < 0n ? by.shiftDown : by.shiftUp) + low;
  let q = over / by.exact;
  let residue = over % by.exact;
  if (residue < 0n) {
    q -= 1n;
    residue += by.exact;
  }
  return by.tie === by.lowest && residue === 0n && (q & 1n) !== 0n ? q - 1n : q;
}
