import type { Decimal } from '../../../core/decimal.js';
import type { Reason } from '../../../core/errors.js';
import { negated, type Slice } from './slice.js';

/** What a quantity of 0 or more costs, or why it has no price. */
export type QuantityPrice = readonly Slice[] | Reason;

/** A model of a quantity. */
export interface QuantityModel {
  readonly at: (quantity: Decimal) => QuantityPrice;
  /** What a change from one quantity to another costs. Default: the first is taken back and the second charged. */
  readonly change?: (before: Decimal, after: Decimal) => QuantityPrice;
}

/** Whether a quantity has no price. */
export function isReason(price: QuantityPrice): price is Reason {
  return 'code' in price;
}

/** The price of a change. */
export function priceChange({ at, change }: QuantityModel, before: Decimal, after: Decimal): QuantityPrice {
  if (change !== undefined) return change(before, after);
  const was = at(before);
  const is = at(after);
  if (isReason(is)) return is;
  return isReason(was) ? was : [...negated(was), ...is];
}
