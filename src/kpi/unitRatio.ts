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
  return { numerator, denominator, value: valueText(BigInt(n), BigInt(d), DECIMALS + dScale - nScale) };
}

function valueText(n: bigint, d: bigint, shift: number): string {
  const over = shift > 0 ? n * 10n ** BigInt(shift) : n;
  const by = shift < 0 ? d * 10n ** BigInt(-shift) : d;
  return scaledText(by < 0n ? roundUnits(-over, -by, 'halfEven') : roundUnits(over, by, 'halfEven'), DECIMALS);
}
