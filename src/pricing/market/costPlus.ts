import type { DecimalLike } from '../../core/decimal.js';
import { fail } from '../fail.js';
import { priceForMargin, type TargetPrice } from '../inverse/priceForMargin.js';
import { priceForMarkup } from '../inverse/priceForMarkup.js';
import type { IncrementOption } from '../inverse/roundUp.js';

/**
 * Returns the price that follows from a cost: with a mark-up on the cost, or with a margin in the price, rounded up.
 *
 * @param target `cost`, and either `markup` or `margin` as a fraction
 * @param options `increment` of the price, default 0.01
 * @returns `unreachable` for a margin of 1 or more
 * @throws SalesModelError `pricing.markupOrMargin`, `rounding.increment`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { costPlus } from 'salesmodel/pricing';
 *
 * costPlus({ cost: 80, markup: '0.25' }); // => { ok: true, price: '100.00', exact: '100' }
 * const price = costPlus({ cost: 80, margin: '0.25' });
 * price.ok && price.price; // => '106.67'
 */
export function costPlus(
  target:
    | { readonly cost: DecimalLike; readonly markup: DecimalLike; readonly margin?: never }
    | { readonly cost: DecimalLike; readonly margin: DecimalLike; readonly markup?: never },
  options: IncrementOption = {},
): TargetPrice {
  const { cost, markup, margin } = target;
  if ((markup === undefined) === (margin === undefined)) fail('pricing.markupOrMargin', ['target']);
  return margin === undefined
    ? { ok: true, ...priceForMarkup({ cost, markup }, options) }
    : priceForMargin({ cost, margin }, options);
}
