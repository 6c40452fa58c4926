import { Decimal, type DecimalLike, ONE, toDecimal, toText, ZERO } from '../../core/decimal.js';
import { toIncrement } from '../../core/rounding.js';
import type { ChargeModel } from '../charge/chargeModel.js';
import { firstHolding, multiplesOf } from './searchTotals.js';
import { presentQuantity, type QuantityAnswer, totalsOf } from './quantityAnswer.js';

/**
 * Returns the smallest quantity whose total reaches an amount; for tiers it is that of core's `invertTiers`.
 *
 * @param model a model of a quantity
 * @param target the total to reach
 * @param increment quantities that can be bought are multiples of it, default 1
 * @returns `unreachable` with the `supremum` that no quantity exceeds
 * @throws SalesModelError `pricing.notOfQuantity`, `rounding.increment`, `tiers.unbounded` where the total sinks without end,
 * and the errors of the model
 * @example
 * import { quantityForTotal } from 'salesmodel/pricing';
 *
 * quantityForTotal({ kind: 'package', size: '100', price: '5' }, 12); // => { ok: true, quantity: '201', total: '15' }
 */
export function quantityForTotal(
  model: ChargeModel,
  target: DecimalLike,
  increment: DecimalLike = ONE,
): QuantityAnswer {
  const totals = totalsOf(model);
  const goal = toDecimal(target, ['target']);
  const step = toIncrement(increment, ['increment']);
  const reaches = (quantity: Decimal): boolean => totals.totalAt(quantity)?.gte(goal) === true;
  if (reaches(ZERO)) return presentQuantity(totals, ZERO);
  let most = totals.totalAt(ZERO)!;
  for (const { part, first, last } of multiplesOf(totals, step)) {
    if (reaches(first)) return presentQuantity(totals, first);
    const highest = part.isFalling || (last === null && part.isLevel) ? first : last;
    if (highest === null || reaches(highest)) {
      return presentQuantity(totals, firstHolding(first, highest, step, reaches));
    }
    most = Decimal.max(most, totals.totalAt(highest)!);
  }
  return { ok: false, reasons: [{ code: 'unreachable', params: { supremum: toText(most) } }] };
}
