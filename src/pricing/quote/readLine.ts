import type { Figure } from '../condition/figure.js';
import type { PriceItem } from '../priceBook/priceBook.js';
import type { LineTax, QuoteLine } from './quote.js';

/** A line before its price is known; the size of a line below zero, which `sign` turns around at the end. */
export interface BareLine {
  readonly line: QuoteLine;
  readonly sign: 1 | -1;
  readonly quantity: Figure;
  readonly baseQuantity: Figure;
  readonly taxes: readonly ReadTax[];
  readonly item: PriceItem | undefined;
}

/** A line with its list amount. */
export class ReadLine implements BareLine {
  readonly line: QuoteLine;
  readonly quantity: Figure;
  readonly baseQuantity: Figure;
  readonly taxes: readonly ReadTax[];
  readonly item: PriceItem | undefined;
  private known: Readonly<Record<string, unknown>> | null = null;

  constructor(
    { line, quantity, baseQuantity, taxes, item }: BareLine,
    readonly sign: 1 | -1,
    readonly list: Figure,
  ) {
    this.line = line;
    this.quantity = quantity;
    this.baseQuantity = baseQuantity;
    this.taxes = taxes;
    this.item = item;
  }

  /** What rules of conditions read. */
  get facts(): Readonly<Record<string, unknown>> {
    const { id, sku, attributes = {} } = this.line;
    return (this.known ??= { ...this.item, id, sku, quantity: this.quantity.text, attributes });
  }
}

/** A tax of a line as a share of its net; `share` has the taxes before it in it where it is compound. */
export interface ReadTax {
  readonly tax: LineTax;
  readonly rate: Figure;
  readonly share: Figure;
}
