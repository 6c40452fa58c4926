import type { DecimalString } from '../../core/decimal.js';
import { scaledText } from '../../core/fixed/scaledText.js';

/** A power of two; enough for what changes on the lines of a quote, few enough to stay in a near cache. */
const SLOTS = 4096;

/**
 * The texts of integers that were written last. What conditions change on lines is mostly small and much of it the same,
 * and a cart is priced again and again: finding a text takes a tenth of the time of writing it.
 */
export class LastTexts {
  private readonly values = new Float64Array(SLOTS).fill(NaN);
  private readonly texts: DecimalString[] = Array.from({ length: SLOTS }, () => '');

  constructor(
    private readonly places: number,
    private readonly minDecimals: number,
  ) {}

  /** A safe integer of 10⁻ᵖˡᵃᶜᵉˢ as a decimal. */
  of(value: number): DecimalString {
    const slot = value & (SLOTS - 1);
    if (this.values[slot] === value) return this.texts[slot]!;
    const text = scaledText(value, this.places, this.minDecimals);
    this.values[slot] = value;
    this.texts[slot] = text;
    return text;
  }
}

const KNOWN: LastTexts[][] = [];

/**
 * The texts that were written last with so many decimals.
 *
 * @param places of the integers
 * @param minDecimals that are kept even where they are zeros; 0 without
 */
export function lastTexts(places: number, minDecimals = 0): LastTexts {
  const known = (KNOWN[places] ??= []);
  return (known[minDecimals] ??= new LastTexts(places, minDecimals));
}
