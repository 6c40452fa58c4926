import { type Decimal, type DecimalString, toText } from '../../core/decimal.js';
import type { Reason } from '../../core/errors.js';
import type { ChargeModel } from '../charge/chargeModel.js';
import { type ModelTotals, modelTotals } from '../charge/modelTotals.js';
import { fail } from '../fail.js';

/** A quantity with what it costs, or why there is none. */
export type QuantityAnswer =
  | { readonly ok: true; readonly quantity: DecimalString; readonly total: DecimalString }
  | { readonly ok: false; readonly reasons: readonly Reason[] };

/** The totals of a model of a quantity; of others there is no quantity to ask for. */
export function totalsOf(model: ChargeModel): ModelTotals {
  return modelTotals(model, []) ?? fail('pricing.notOfQuantity', ['model', 'kind'], { kind: model.kind });
}

/** A quantity as an answer. */
export function presentQuantity({ totalAt }: ModelTotals, quantity: Decimal): QuantityAnswer {
  return { ok: true, quantity: toText(quantity), total: toText(totalAt(quantity)!) };
}

/** No quantity, for one reason. */
export function noQuantity(code: 'none' | 'unbounded'): QuantityAnswer {
  return { ok: false, reasons: [{ code, params: {} }] };
}
