import {
  type DecimalLike,
  type DecimalString,
  divide,
  minus,
  plus,
  times,
  toDecimal,
  toText,
} from '../../core/decimal.js';
import type { Reason } from '../../core/errors.js';
import { roundDecimal } from '../../core/rounding.js';
import { type IncrementOption, readIncrement } from '../inverse/roundUp.js';

/** The price of the highest profit with what is sold at it; or `noInteriorOptimum`. */
export type LinearOptimum =
  | {
      readonly ok: true;
      /** Rounded to the nearest increment. */
      readonly price: DecimalString;
      readonly exact: DecimalString;
      /** Sold at the exact price. */
      readonly quantity: DecimalString;
      readonly profit: DecimalString;
    }
  | { readonly ok: false; readonly reasons: readonly Reason[] };

/**
 * Returns the price of the highest profit where a − b × price is sold: a ÷ 2b + cost ÷ 2, with quantity and profit. Without a
 * slope, or where nothing is sold even at cost, there is none.
 *
 * @param demand `a`: sold at a price of 0; `b`: sold less for each unit of price; `cost` of a unit
 * @param options `increment` of the price, default 0.01
 * @throws SalesModelError `rounding.increment`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { optimalPriceLinear } from 'salesmodel/pricing';
 *
 * optimalPriceLinear({ a: 1000, b: 8, cost: 25 }); // => { ok: true, price: '75.00', exact: '75', quantity: '400', profit: '20000' }
 */
export function optimalPriceLinear(
  demand: { readonly a: DecimalLike; readonly b: DecimalLike; readonly cost: DecimalLike },
  options: IncrementOption = {},
): LinearOptimum {
  const [a, b] = [toDecimal(demand.a, ['demand', 'a']), toDecimal(demand.b, ['demand', 'b'])];
  const cost = toDecimal(demand.cost, ['demand', 'cost']);
  const increment = readIncrement(options);
  const atCost = minus(a, times(b, cost));
  if (b.lte(0) || atCost.lte(0)) {
    return { ok: false, reasons: [{ code: 'noInteriorOptimum', params: { a: toText(a), b: toText(b) } }] };
  }
  const two = toDecimal('2');
  const exact = divide(plus(a, times(b, cost)), times(two, b));
  // Half of what would be sold at cost is sold, at half of that over b above the cost.
  const quantity = divide(atCost, two);
  return {
    ok: true,
    price: roundDecimal(exact, increment, 'halfUp').toFixed(increment.dp()),
    exact: toText(exact),
    quantity: toText(quantity),
    profit: toText(divide(times(atCost, atCost), times(toDecimal('4'), b))),
  };
}
