import type { DecimalString } from '../../core/decimal.js';
import { scaledText } from '../../core/fixed/scaledText.js';

/** An amount as it is shown. */
export interface AmountTexts {
  /** The exact figure. */
  readonly exact: DecimalString;
  /** The figure at the rounding of the quote, with the decimals of its currency. */
  readonly rounded: DecimalString;
}

/** A power of two; enough for what changes on the lines of a quote, few enough to stay in a near cache. */
const SLOTS = 4096;

/**
 * The texts of rounded amounts that were written last. What conditions change on lines is mostly small and much of it the
 * same, and a cart is priced again and again: finding texts takes a tenth of the time of writing them.
 */
export class LastTexts {
  private readonly values = new Float64Array(SLOTS).fill(NaN);
  private readonly texts: AmountTexts[] = Array.from({ length: SLOTS }, () => NONE);

  constructor(
    private readonly places: number,
    private readonly decimals: number,
  ) {}

  /** A safe integer of 10⁻ᵖˡᵃᶜᵉˢ as a canonical decimal, and with the decimals of the currency. */
  of(value: number): AmountTexts {
    const slot = value & (SLOTS - 1);
    if (this.values[slot] === value) return this.texts[slot]!;
    const { places } = this;
    const texts = { exact: scaledText(value, places), rounded: scaledText(value, places, this.decimals) };
    this.values[slot] = value;
    this.texts[slot] = texts;
    return texts;
  }
}

const NONE: AmountTexts = { exact: '', rounded: '' };
const KNOWN: LastTexts[][] = [];

/** The texts that were written last for integers of 10⁻ᵖˡᵃᶜᵉˢ in currencies of so many decimals. */
export function lastTexts(places: number, decimals: number): LastTexts {
  const known = (KNOWN[places] ??= []);
  return (known[decimals] ??= new LastTexts(places, decimals));
}
