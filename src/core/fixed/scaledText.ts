import type { DecimalString } from '../decimal.js';

/**
 * Writes an integer of 10⁻ˢᶜᵃˡᵉ units as a canonical decimal.
 *
 * @param value safe integer or bigint
 * @param scale decimals of the unit, 0 or more
 * @param minDecimals decimals that are kept even where they are zeros; 0 without
 */
export function scaledText(value: number | bigint, scale: number, minDecimals = 0): DecimalString {
  const digits = String(value < 0 ? -value : value).padStart(scale + 1, '0');
  const point = digits.length - scale;
  let end = digits.length;
  const least = point + (minDecimals < scale ? minDecimals : scale);
  while (end > least && digits.charCodeAt(end - 1) === 48) end--;
  let text = value < 0 ? `-${digits.slice(0, point)}` : digits.slice(0, point);
  if (end > point) text += `.${digits.slice(point, end)}`;
  if (minDecimals > scale) text += (scale === 0 ? '.' : '') + '0'.repeat(minDecimals - scale);
  return text;
}
