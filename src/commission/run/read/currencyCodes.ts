import type { CurrencyTable } from '../../../core/currency.js';
import type { Rows } from '../rows.js';

/** The currencies of rows while they are read: a column is made when a second one comes up. */
export class CurrencyCodes {
  private readonly codes: string[] = [];
  private readonly places = new Map<string, number>();
  private index: Int32Array | null = null;

  constructor(
    private readonly n: number,
    private readonly currencies: CurrencyTable,
  ) {}

  /** The place of a code; −1 for what is no currency. */
  place(code: unknown): number {
    if (typeof code !== 'string') return -1;
    const place = this.places.get(code);
    if (place !== undefined) return place;
    if (!Object.hasOwn(this.currencies, code)) return -1;
    this.places.set(code, this.codes.length);
    return this.codes.push(code) - 1;
  }

  /** Enters the currency of a row by its place. */
  set(row: number, place: number): void {
    if (place !== 0) (this.index ??= new Int32Array(this.n))[row] = place;
  }

  finish(): Rows['currency'] {
    return { codes: this.codes, index: this.index };
  }
}
