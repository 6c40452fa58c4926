import { compareText } from '../../core/compareText.js';
import { type Decimal, toDecimal } from '../../core/decimal.js';
import type { SeenPrice } from './conflictData.js';

/** A price that is known, with its day. */
export interface KnownPrice {
  readonly seen: SeenPrice;
  readonly price: Decimal;
  readonly day: number;
}

/** The prices that hold on a day: the last one of each seller, channel and kind up to it. */
export type PriceHistory = (product: string, day: number) => readonly KnownPrice[];

/** Prices by product, in the order of days and ids. */
export function priceHistory(prices: readonly { readonly seen: SeenPrice; readonly day: number }[]): {
  readonly at: PriceHistory;
  readonly days: readonly { readonly product: string; readonly day: number }[];
} {
  const byProduct = new Map<string, KnownPrice[]>();
  for (const { seen, day } of prices) {
    const known = { seen, day, price: toDecimal(seen.price!) };
    const own = byProduct.get(seen.product);
    if (own === undefined) byProduct.set(seen.product, [known]);
    else own.push(known);
  }
  for (const own of byProduct.values()) own.sort((a, b) => a.day - b.day || compareText(a.seen.id, b.seen.id));
  return {
    at(product, day) {
      const last = new Map<string, KnownPrice>();
      for (const known of byProduct.get(product) ?? []) {
        if (known.day > day) break;
        const { seller, channel, kind } = known.seen;
        last.set(JSON.stringify([seller, channel, kind]), known);
      }
      return [...last.values()];
    },
    days: [...byProduct].flatMap(([product, own]) =>
      [...new Set(own.map(({ day }) => day))].map((day) => ({ product, day })),
    ),
  };
}
