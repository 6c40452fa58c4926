import { scaledText } from '../core/fixed/scaledText.js';
import type { Ratio } from '../core/ratio.js';
import { roundUnits } from '../core/rounding.js';

/** Decimals of the value of a ratio. */
const DECIMALS = 12;

/** The ratio of two whole numbers of 10⁻ˢᶜᵃˡᵉ units, safe integers or of any size: what `ratio` makes of their decimals. */
export function unitRatio(n: number | bigint, nScale: number, d: number | bigint, dScale: number): Ratio {
  const numerator = scaledText(n, nScale);
  const denominator = scaledText(d, dScale);
  if (Number(d) === 0) return { numerator, denominator, value: null, reason: 'zeroDenominator' };
  return { numerator, denominator, value: valueText(n, d, DECIMALS + dScale - nScale) };
}

/** n/d × 10^shift to a whole number, half even, as a decimal of 12 places; d is not 0. */
export function valueText(n: number | bigint, d: number | bigint, shift: number = DECIMALS): string {
  if (shift === DECIMALS && typeof n === 'number' && typeof d === 'number' && n >= 0 && d > 0 && d <= MOST_DIVISOR) {
    return shortValue(n, d);
  }
  const over = shift > 0 ? BigInt(n) * 10n ** BigInt(shift) : BigInt(n);
  const by = shift < 0 ? BigInt(d) * 10n ** BigInt(-shift) : BigInt(d);
  return scaledText(by < 0n ? roundUnits(-over, -by, 'halfEven') : roundUnits(over, by, 'halfEven'), DECIMALS);
}

/** A rest below the divisor can be multiplied by a million without leaving the safe integers. */
const MILLION = 1_000_000;
const MOST_DIVISOR = Math.floor(Number.MAX_SAFE_INTEGER / MILLION);

/** Long division by six places at a time; a quotient of doubles is at most one too high. */
function shortValue(n: number, d: number): string {
  let whole = Math.floor(n / d);
  let rest = n - whole * d;
  if (rest < 0) {
    whole--;
    rest += d;
  }
  let high = Math.floor((rest * MILLION) / d);
  rest = rest * MILLION - high * d;
  if (rest < 0) {
    high--;
    rest += d;
  }
  let low = Math.floor((rest * MILLION) / d);
  rest = rest * MILLION - low * d;
  if (rest < 0) {
    low--;
    rest += d;
  }
  let places = high * MILLION + low;
  if (2 * rest > d || (2 * rest === d && places % 2 === 1)) places++;
  if (places === MILLION * MILLION) {
    whole++;
    places = 0;
  }
  if (places === 0) return String(whole);
  let digits = DECIMALS;
  for (; places % 10 === 0; places /= 10) digits--;
  return `${whole}.${String(places).padStart(digits, '0')}`;
}
