import type { FixedColumn } from '../../core/fixed/column.js';

/** So many cuts are compared in one pass. */
const AT_ONCE = 4;
const LEAST = -(2 ** 31);
const MOST = 2 ** 31 - 1;

/**
 * 1 and the number of bounds that each value reaches.
 *
 * @param values integers
 * @param bounds in any order
 */
export function scoreColumn(values: FixedColumn['values'] | Int32Array, bounds: readonly bigint[]): Uint8Array {
  const scores = new Uint8Array(values.length).fill(1);
  if (values instanceof Int32Array) {
    // What no integer of 32 bits reaches none lies above the greatest, and all days and counts lie above the least.
    const below = bounds.map((bound) => Math.min(Math.max(Number(bound) - 1, LEAST), MOST));
    for (let at = 0; at < below.length; at += AT_ONCE) {
      const [a, b = MOST, c = MOST, d = MOST] = below.slice(at, at + AT_ONCE);
      addIntegers(values, scores, a!, b, c, d);
    }
  } else if (values instanceof Float64Array) {
    // Beyond the safe integers a bound is above or below all values, and rounding it leaves it there.
    const below = bounds.map((bound) => Number(bound - 1n));
    for (let at = 0; at < below.length; at += AT_ONCE) {
      const [a, b = Infinity, c = Infinity, d = Infinity] = below.slice(at, at + AT_ONCE);
      addDoubles(values, scores, a!, b, c, d);
    }
  } else {
    for (let at = 0; at < scores.length; at++) {
      scores[at] = 1 + bounds.filter((bound) => values[at]! >= bound).length;
    }
  }
  return scores;
}

// A comparison that is made a number takes no branch, and which side of a cut a value lies on no processor can foresee.
// Two values a turn, because each turn looks for both columns anew.

function addIntegers(values: Int32Array, scores: Uint8Array, a: number, b: number, c: number, d: number): void {
  const pairs = values.length & ~1;
  for (let at = 0; at < pairs; at += 2) {
    const even = values[at]!;
    const odd = values[at + 1]!;
    scores[at] = scores[at]! + +(even > a) + +(even > b) + +(even > c) + +(even > d);
    scores[at + 1] = scores[at + 1]! + +(odd > a) + +(odd > b) + +(odd > c) + +(odd > d);
  }
  if (values.length > pairs) {
    const last = values[pairs]!;
    scores[pairs] = scores[pairs]! + +(last > a) + +(last > b) + +(last > c) + +(last > d);
  }
}

function addDoubles(values: Float64Array, scores: Uint8Array, a: number, b: number, c: number, d: number): void {
  const pairs = values.length & ~1;
  for (let at = 0; at < pairs; at += 2) {
    const even = values[at]!;
    const odd = values[at + 1]!;
    scores[at] = scores[at]! + +(even > a) + +(even > b) + +(even > c) + +(even > d);
    scores[at + 1] = scores[at + 1]! + +(odd > a) + +(odd > b) + +(odd > c) + +(odd > d);
  }
  if (values.length > pairs) {
    const last = values[pairs]!;
    scores[pairs] = scores[pairs]! + +(last > a) + +(last > b) + +(last > c) + +(last > d);
  }
}
