import type { DecimalString } from '../decimal.js';

/**
 * Writes an integer of 10⁻ˢᶜᵃˡᵉ units as a canonical decimal.
 *
 * @param value safe integer or bigint
 * @param scale decimals of the unit, 0 or more
 * @param minDecimals decimals that are kept even where they are zeros; 0 without
 */
export function scaledText(value: number | bigint, scale: number, minDecimals = 0): DecimalString {
  if (typeof value === 'number' && scale <= MOST && (minDecimals === 0 || minDecimals === scale)) {
    const { unit, full, short } = (ENDINGS[scale] ??= endings(scale));
    const size = Math.abs(value);
    const rest = size % unit;
    const text = String((size - rest) / unit) + (minDecimals === 0 ? short : full)[rest]!;
    return value < 0 ? `-${text}` : text;
  }
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

/** What may stand after the integer part, by its units; texts that are there already need not be put together. */
interface Endings {
  readonly unit: number;
  readonly full: readonly string[];
  readonly short: readonly string[];
}

/** The most decimals whose endings are kept: a thousand are few enough to stay in a near cache. */
const MOST = 3;
const ENDINGS: (Endings | undefined)[] = [];

function endings(scale: number): Endings {
  const unit = 10 ** scale;
  const full = Array.from({ length: unit }, (_, rest) => (scale === 0 ? '' : `.${String(rest).padStart(scale, '0')}`));
  return { unit, full, short: full.map((text) => text.replace(/\.?0*$/, '')) };
}
