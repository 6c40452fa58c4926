import { type DecimalLike, type DecimalString, ONE, plus, times, toDecimal, toText } from '../../core/decimal.js';
import { ceilQuotient, type IncrementOption, readIncrement } from './roundUp.js';

/**
 * Returns the price that is a cost with a mark-up: cost × (1 + mark-up), rounded up to the increment.
 *
 * @param target `cost`; `markup` as a fraction of it
 * @param options `increment` of the price, default 0.01
 * @throws SalesModelError `rounding.increment`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { priceForMarkup } from 'salesmodel/pricing';
 *
 * priceForMarkup({ cost: 80, markup: '0.25' }); // => { price: '100.00', exact: '100' }
 */
export function priceForMarkup(
  target: { readonly cost: DecimalLike; readonly markup: DecimalLike },
  options: IncrementOption = {},
): { readonly price: DecimalString; readonly exact: DecimalString } {
  const markup = toDecimal(target.markup, ['target', 'markup']);
  const exact = times(toDecimal(target.cost, ['target', 'cost']), plus(ONE, markup));
  const increment = readIncrement(options);
  return { price: ceilQuotient(exact, ONE, increment).toFixed(increment.dp()), exact: toText(exact) };
}
