import { type DecimalLike, type DecimalString, minus, toDecimal, toText } from '../../core/decimal.js';
import type { Reason } from '../../core/errors.js';
import { toIncrement } from '../../core/rounding.js';
import { fail } from '../fail.js';
import type { ChargeModel } from './chargeModel.js';
import { leastFrom, modelTotals } from './modelTotals.js';

/** A larger quantity that costs less, or the reason `none`. */
export type CheaperQuantity =
  | {
      readonly ok: true;
      readonly quantity: DecimalString;
      readonly total: DecimalString;
      readonly saving: DecimalString;
    }
  | { readonly ok: false; readonly reasons: readonly Reason[] };

/**
 * Returns the smallest larger quantity that costs the least, if some larger quantity costs less: the other side of a cliff.
 *
 * @param model a model of a quantity
 * @param quantity at least 0
 * @param increment quantities that can be bought are multiples of it, default 1
 * @returns `ok: false` with `none` where no larger quantity costs less
 * @throws SalesModelError `pricing.negativeQuantity`, `tiers.unbounded` where the total sinks without end, and the errors of
 * the model
 * @example
 * import { cheaperQuantity, volume } from 'salesmodel/pricing';
 *
 * cheaperQuantity(volume([{ upTo: '5', rate: '7' }, { upTo: null, rate: '5' }]), '5');
 * // => { ok: true, quantity: '6', total: '30', saving: '5' }
 */
export function cheaperQuantity(
  model: ChargeModel,
  quantity: DecimalLike,
  increment: DecimalLike = 1,
): CheaperQuantity {
  const asked = toDecimal(quantity, ['quantity']);
  if (asked.lt(0)) fail('pricing.negativeQuantity', ['quantity'], { value: toText(asked) });
  const totals = modelTotals(model, []);
  const own = totals?.totalAt(asked) ?? null;
  const least = totals && leastFrom(totals, asked, toIncrement(increment, ['increment']));
  if (own === null || !least || least.total.gte(own)) {
    return { ok: false, reasons: [{ code: 'none', params: { quantity: toText(asked) } }] };
  }
  const saving = toText(minus(own, least.total));
  return { ok: true, quantity: toText(least.quantity), total: toText(least.total), saving };
}
