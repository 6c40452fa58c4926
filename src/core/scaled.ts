import type { Decimal, DecimalString } from './decimal.js';

/** `x × 10^scale` as a whole number; x has at most `scale` decimals. */
export function toScaled(x: Decimal, scale: number): bigint {
  return BigInt(x.toFixed(scale).replace('.', ''));
}

/** Numbers as whole numbers of their smallest decimal place, so that their proportions are exact. */
export function toProportions(numbers: readonly Decimal[]): bigint[] {
  const scale = numbers.reduce((most, x) => Math.max(most, x.dp()), 0);
  return numbers.map((x) => toScaled(x, scale));
}

/** `units / 10^scale` with all its decimals. */
export function scaledText(units: bigint, scale: number): DecimalString {
  if (scale === 0) return units.toString();
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  return `${units < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}
