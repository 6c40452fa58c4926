import type { DecimalString } from '../../core/decimal.js';
import { scaledText } from '../../core/fixed/scaledText.js';

/** A power of two; enough for what changes on the lines of a quote, few enough to stay in a near cache. */
const SLOTS = 4096;

/**
 * The texts of integers that were written last. What conditions change on lines is mostly small and much of it the same,
 * and a cart is priced again and again: finding a text takes a tenth of the time of writing it.
 */
class LastTexts {
  private readonly values = new Float64Array(SLOTS).fill(NaN);
  private readonly texts: DecimalString[] = Array.from({ length: SLOTS }, () => '');

  constructor(private readonly places: number) {}

  /** A safe integer of 10⁻ᵖˡᵃᶜᵉˢ as a canonical decimal. */
  of(value: number): DecimalString {
    const slot = value & (SLOTS - 1);
    if (this.values[slot] === value) return this.texts[slot]!;
    const text = scaledText(value, this.places);
    this.values[slot] = value;
    this.texts[slot] = text;
    return text;
  }
}

const BY_PLACES: LastTexts[] = [];

/** The texts that were written last with so many decimals. */
export function lastTexts(places: number): LastTexts {
  return (BY_PLACES[places] ??= new LastTexts(places));
}
