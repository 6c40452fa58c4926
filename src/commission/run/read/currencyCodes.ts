import type { CurrencyTable } from '../../../core/currency.js';
import type { Rows } from '../rows.js';

/** The currencies of rows while they are read: a column is made when a second one comes up. */
export class CurrencyCodes {
  private readonly codes: string[] = [];
  private readonly places = new Map<string, number>();
  private index: Int32Array | null = null;
  /** Place of the currency of the first sound row, which the others are taken to be in. */
  private home = -1;

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

  /** Enters the currency of a sound row, where it is not that of all sound rows before, and returns the one of these. */
  set(row: number, place: number): number {
    if (this.home < 0) this.home = place;
    else (this.index ??= new Int32Array(this.n).fill(this.home))[row] = place;
    return this.home;
  }

  /** Currencies of rows that are wrong count for nothing. */
  finish(): Rows['currency'] {
    const { codes, index, home } = this;
    return index === null ? { codes: codes.slice(home < 0 ? codes.length : home, home + 1), index } : { codes, index };
  }
}
