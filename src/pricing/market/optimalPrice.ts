import {
  type DecimalLike,
  type DecimalString,
  divide,
  ONE,
  plus,
  times,
  toDecimal,
  toText,
} from '../../core/decimal.js';
import type { Reason } from '../../core/errors.js';
import { roundDecimal } from '../../core/rounding.js';
import { type IncrementOption, readIncrement } from '../inverse/roundUp.js';

/** The price of the highest profit, rounded to the nearest increment, beside the exact one; or `noInteriorOptimum`. */
export type OptimalPrice =
  | { readonly ok: true; readonly price: DecimalString; readonly exact: DecimalString }
  | { readonly ok: false; readonly reasons: readonly Reason[] };

/**
 * Returns the price of the highest profit under a constant elasticity ε: cost × ε ÷ (1 + ε). From −1 on a higher price always
 * brings more, and there is none.
 *
 * @param demand `elasticity`: the change of quantity by a change of price, below −1; `cost` of a unit
 * @param options `increment` of the price, default 0.01
 * @throws SalesModelError `rounding.increment`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { optimalPrice } from 'salesmodel/pricing';
 *
 * const best = optimalPrice({ elasticity: '-2.5', cost: 40 });
 * best.ok && best.price; // => '66.67'
 * optimalPrice({ elasticity: '-0.8', cost: 40 }); // => { ok: false, reasons: [{ code: 'noInteriorOptimum', params: { elasticity: '-0.8' } }] }
 */
export function optimalPrice(
  demand: { readonly elasticity: DecimalLike; readonly cost: DecimalLike },
  options: IncrementOption = {},
): OptimalPrice {
  const elasticity = toDecimal(demand.elasticity, ['demand', 'elasticity']);
  const cost = toDecimal(demand.cost, ['demand', 'cost']);
  const increment = readIncrement(options);
  if (elasticity.gte(-1)) {
    return { ok: false, reasons: [{ code: 'noInteriorOptimum', params: { elasticity: toText(elasticity) } }] };
  }
  const exact = divide(times(cost, elasticity), plus(ONE, elasticity));
  return { ok: true, price: roundDecimal(exact, increment, 'halfUp').toFixed(increment.dp()), exact: toText(exact) };
}
