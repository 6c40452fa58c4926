import { compareText } from '../../core/compareText.js';
import { dayNumber, type PlainDate } from '../../core/date.js';
import { type Decimal, type DecimalString, minus, toDecimal, toText } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import { dayRange } from '../../core/span.js';
import type { AgreedPrice, KeyAccountAgreement } from './keyAccountAgreement.js';

/** A sale to somebody. */
export interface ComparedSale {
  readonly id: string;
  readonly customer: string;
  readonly sku: string;
  readonly on: PlainDate;
  readonly quantity: DecimalString;
  /** What one base unit came to, in `currency`. */
  readonly unitNet: DecimalString;
  readonly currency: string;
}

/** A sale below the price that the most favoured customer pays. */
export interface FavourBreach {
  readonly sale: string;
  readonly sku: string;
  /** The agreed price of its quantity. */
  readonly agreed: DecimalString;
  readonly unitNet: DecimalString;
  /** Agreed less unit net, above 0. */
  readonly below: DecimalString;
}

/** Sales that break the promise of the lowest price. */
export interface MostFavouredCheck {
  /** By sale. */
  readonly breaches: readonly FavourBreach[];
  /** Ids of sales in other currencies, which nothing is said about. */
  readonly notComparable: readonly string[];
}

/**
 * Returns the sales to others, on the days of the agreement, below the price that was agreed on for the same sku and
 * quantity. An equal price is no breach, and a quantity without an agreed price is not compared.
 *
 * @param agreement one with `mostFavoured`; without it nothing was promised, and nothing is broken
 * @param sales in any order
 * @throws SalesModelError `date.invalid`, `period.order`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { checkMostFavoured } from 'salesmodel/pricing';
 *
 * const agreement = {
 *   code: 'KA-7', customer: 'acme', currency: 'EUR', from: '2026-01-01', conditions: [], rebates: [],
 *   prices: [{ sku: 'pump', price: '80' }], mostFavoured: true,
 * } as const;
 * const sale = { customer: 'other', sku: 'pump', on: '2026-03-01', quantity: '5', currency: 'EUR' };
 * checkMostFavoured(agreement, [{ id: 'a', ...sale, unitNet: '80' }, { id: 'b', ...sale, unitNet: '79.5' }]).breaches;
 * // => [{ sale: 'b', sku: 'pump', agreed: '80', unitNet: '79.5', below: '0.5' }]
 */
export function checkMostFavoured(agreement: KeyAccountAgreement, sales: readonly ComparedSale[]): MostFavouredCheck {
  const { customer, currency, from, to, mostFavoured } = agreement;
  const path: Path = ['agreement'];
  const { start, end } = dayRange(to === undefined ? { from } : { from, to }, path);
  const prices = pricesBySku(agreement.prices, [...path, 'prices']);
  if (mostFavoured !== true) return { breaches: [], notComparable: [] };
  const breaches: FavourBreach[] = [];
  const notComparable: string[] = [];
  sales.forEach((sale, index) => {
    const at = ['sales', index];
    const day = dayNumber(sale.on, [...at, 'on']);
    const quantity = toDecimal(sale.quantity, [...at, 'quantity']);
    const unitNet = toDecimal(sale.unitNet, [...at, 'unitNet']);
    const agreed = prices.get(sale.sku)?.findLast(({ minQty }) => minQty.lte(quantity))?.price;
    if (sale.customer === customer || day < start || day >= end || agreed === undefined) return;
    if (sale.currency !== currency) notComparable.push(sale.id);
    else if (unitNet.lt(agreed)) {
      breaches.push({
        sale: sale.id,
        sku: sale.sku,
        agreed: toText(agreed),
        unitNet: toText(unitNet),
        below: toText(minus(agreed, unitNet)),
      });
    }
  });
  return {
    breaches: breaches.toSorted((a, b) => compareText(a.sale, b.sale)),
    notComparable: notComparable.toSorted(compareText),
  };
}

interface ReadPrice {
  readonly minQty: Decimal;
  readonly price: Decimal;
}

/** The prices of each sku by ascending least quantity. */
function pricesBySku(prices: readonly AgreedPrice[], path: Path): ReadonlyMap<string, readonly ReadPrice[]> {
  const found = new Map<string, ReadPrice[]>();
  prices.forEach(({ sku, price, minQty = '0' }, index) => {
    const read = {
      minQty: toDecimal(minQty, [...path, index, 'minQty']),
      price: toDecimal(price, [...path, index, 'price']),
    };
    found.set(sku, [...(found.get(sku) ?? []), read]);
  });
  for (const each of found.values()) each.sort((a, b) => a.minQty.cmp(b.minQty));
  return found;
}
