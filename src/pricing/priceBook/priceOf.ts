import type { PriceBookOptions } from './bookEngine.js';
import { compilePriceBook } from './compilePriceBook.js';
import type { PriceBook, PriceRequest, PriceResult } from './priceBook.js';

/**
 * Returns the price of one request: the unrounded and the rounded unit price with the rule that made it, or all reasons why
 * there is none. Use {@link compilePriceBook} for many requests.
 *
 * @param book items, lists and how rules are selected
 * @param request sku, quantity of at least 0, day and context
 * @param options exchange rates
 * @throws SalesModelError `pricing.negativeQuantity` and the errors of {@link compilePriceBook}
 * @example
 * import { odooFormula, priceOf } from 'salesmodel/pricing';
 *
 * const price = odooFormula({ base: { of: 'cost' }, discount: '-0.2', round: '5', surcharge: '92' });
 * const result = priceOf(
 *   {
 *     code: 'b',
 *     currency: 'EUR',
 *     items: [{ sku: 'desk', unit: 'piece', cost: '1000' }],
 *     lists: [{ code: 'l', currency: 'EUR', kind: 'base', rules: [{ code: 'cost', target: { all: true }, price }] }],
 *   },
 *   { sku: 'desk', quantity: '1', on: '2026-01-01' },
 * );
 * result.status === 'priced' && result.amount; // => '1292.00'
 */
export function priceOf(book: PriceBook, request: PriceRequest, options: PriceBookOptions = {}): PriceResult {
  return compilePriceBook(book, options).price(request);
}
