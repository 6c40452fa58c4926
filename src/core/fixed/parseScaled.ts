import { MAX_DIGITS } from '../decimal.js';

const ZERO = 48;
const MINUS = 45;
const POINT = 46;

/**
 * Reads a canonical decimal as an integer of 10⁻ˢᶜᵃˡᵉ units, without a Decimal and without floating-point error.
 *
 * NaN stands for everything the caller has to look at twice: text outside the canonical grammar, more decimals
 * than `scale`, or a result beyond 2⁵³ − 1. The slow reader then decides which error it is, or that it is none.
 *
 * @param text decimal string
 * @param scale decimals of the result's unit, 0 or more
 */
export function parseScaled(text: string, scale: number): number {
  const length = text.length;
  if (length > MAX_DIGITS) return NaN;
  const negative = text.charCodeAt(0) === MINUS;
  const start = negative ? 1 : 0;
  // Past the end `charCodeAt` is NaN, which is no ZERO.
  let code = text.charCodeAt(start);
  if (code === ZERO && length > start + 1 && text.charCodeAt(start + 1) !== POINT) return NaN;
  let value = 0;
  let at = start;
  // One unsigned compare tells a digit from what comes before and after: two cost a fifth of all the time.
  // A value that leaves 2⁵³ never comes back: each further step multiplies it by ten. So one test at the end is enough.
  for (; at < length; at++) {
    code = (text.charCodeAt(at) - ZERO) | 0;
    if (code >>> 0 > 9) break;
    value = value * 10 + code;
  }
  if (at === start) return NaN;
  let missing = scale;
  if (at < length) {
    missing = scale - (length - at - 1);
    if (code !== POINT - ZERO || at + 1 === length || missing < 0) return NaN;
    for (at++; at < length; at++) {
      code = (text.charCodeAt(at) - ZERO) | 0;
      if (code >>> 0 > 9) return NaN;
      value = value * 10 + code;
    }
  }
  for (; missing > 0; missing--) value *= 10;
  if (!(value <= Number.MAX_SAFE_INTEGER)) return NaN;
  if (!negative) return value;
  return value === 0 ? NaN : -value;
}
