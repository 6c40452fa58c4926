import type { DecimalString } from './decimal.js';
import { scaledText } from './fixed/scaledText.js';
import { roundUnits } from './rounding.js';

/** Decimals of a quotient that does not end, as those of a ratio. */
const DECIMALS = 12;

/**
 * The decimal of n/d: exact where it ends, else half even at 12 decimals.
 *
 * @param d positive
 */
export function quotientText(n: bigint, d: bigint): DecimalString {
  const [fives, odd] = split(d, 5n);
  const [twos, rest] = split(odd, 2n);
  if (n % rest !== 0n) return scaledText(roundUnits(n * 10n ** BigInt(DECIMALS), d, 'halfEven'), DECIMALS);
  const decimals = Math.max(fives, twos);
  return scaledText((n * 10n ** BigInt(decimals)) / d, decimals);
}

/** How often a number has a factor, and what is left without it. */
function split(value: bigint, factor: bigint): [times: number, rest: bigint] {
  let times = 0;
  let rest = value;
  for (; rest % factor === 0n; rest /= factor) times++;
  return [times, rest];
}
