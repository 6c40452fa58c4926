import { type DecimalLike, minus, ONE, toDecimal, ZERO } from '../../core/decimal.js';
import { toIncrement } from '../../core/rounding.js';
import type { ChargeModel } from '../charge/chargeModel.js';
import { firstHolding, multiplesOf } from './searchTotals.js';
import { noQuantity, presentQuantity, type QuantityAnswer, totalsOf } from './quantityAnswer.js';

/**
 * Returns the largest quantity that a budget pays for, also where it lies behind a cliff.
 *
 * @param model a model of a quantity
 * @param budget the most that the total may be
 * @param increment quantities that can be bought are multiples of it, default 1
 * @returns `none` where not even the least is paid for, `unbounded` where every quantity is
 * @throws SalesModelError `pricing.notOfQuantity`, `rounding.increment`, `tiers.unbounded` where the total sinks without end,
 * and the errors of the model
 * @example
 * import { quantityForBudget, volume } from 'salesmodel/pricing';
 *
 * const seats = volume([{ upTo: '5', rate: '7' }, { upTo: null, rate: '5' }]);
 * quantityForBudget(seats, 32); // => { ok: true, quantity: '6', total: '30' }
 */
export function quantityForBudget(
  model: ChargeModel,
  budget: DecimalLike,
  increment: DecimalLike = ONE,
): QuantityAnswer {
  const totals = totalsOf(model);
  const most = toDecimal(budget, ['budget']);
  const step = toIncrement(increment, ['increment']);
  const isPaid = (quantity: typeof most): boolean => totals.totalAt(quantity)?.lte(most) === true;
  for (const { part, first, last } of multiplesOf(totals, step).toReversed()) {
    if (last !== null && isPaid(last)) return presentQuantity(totals, last);
    if (part.isFalling || !isPaid(first)) continue;
    if (last === null && part.isLevel) return noQuantity('unbounded');
    const tooMuch = firstHolding(first, last, step, (quantity) => !isPaid(quantity));
    return presentQuantity(totals, minus(tooMuch, step));
  }
  return isPaid(ZERO) ? presentQuantity(totals, ZERO) : noQuantity('none');
}
