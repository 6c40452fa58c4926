import type { PriceList } from '../priceBook/priceBook.js';
import type { KeyAccountAgreement } from './keyAccountAgreement.js';

/**
 * Returns the prices of an agreement as a list for a price book: it stands in the place of other lists for its customer,
 * on its days. Rules are named by the agreement, the sku and the least quantity.
 *
 * @param agreement prices with the customer that they are for
 * @example
 * import { agreementList, priceOf } from 'salesmodel/pricing';
 *
 * const list = agreementList({
 *   code: 'KA-7', customer: 'acme', currency: 'EUR', from: '2026-01-01', conditions: [], rebates: [],
 *   prices: [{ sku: 'pump', price: '80' }, { sku: 'pump', price: '75', minQty: '10' }],
 * });
 * const book = { code: 'b', currency: 'EUR', items: [{ sku: 'pump', unit: 'pc', list: '100' }], lists: [list] };
 * const price = (quantity: string, customer: string) => priceOf(book, { sku: 'pump', quantity, on: '2026-03-01', context: { customer } });
 * [price('1', 'acme'), price('10', 'acme'), price('10', 'other')].map((one) => one.status === 'priced' && one.amount);
 * // => ['80.00', '75.00', '100.00']
 */
export function agreementList({ code, customer, currency, from, to, prices }: KeyAccountAgreement): PriceList {
  return {
    code,
    currency,
    kind: 'override',
    from,
    ...(to === undefined ? {} : { to }),
    rules: prices.map(({ sku, price, minQty }) => ({
      code: [code, sku, ...(minQty === undefined ? [] : [minQty])].join('/'),
      target: { sku },
      keys: { customer },
      ...(minQty === undefined ? {} : { minQty }),
      price: { fixed: price },
    })),
  };
}
