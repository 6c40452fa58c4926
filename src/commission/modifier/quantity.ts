import { type Decimal, times, toDecimal } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import type { Quantity } from '../schema.js';

/** What a quantity may be a part of; asked only when one is. */
export interface QuantityBasis {
  quota(): Decimal;
  target(): Decimal;
  measure(): Decimal;
}

/** Reads a quantity once, so that only a product is left for each span. */
export function compileQuantity(quantity: Quantity, path: Path): (basis: QuantityBasis) => Decimal {
  if ('amount' in quantity) {
    const amount = toDecimal(quantity.amount, [...path, 'amount']);
    return () => amount;
  }
  if ('ofTarget' in quantity) {
    const share = toDecimal(quantity.ofTarget, [...path, 'ofTarget']);
    return (basis) => times(share, basis.target());
  }
  if ('ofQuota' in quantity) {
    const share = toDecimal(quantity.ofQuota, [...path, 'ofQuota']);
    return (basis) => times(share, basis.quota());
  }
  const share = toDecimal(quantity.ofMeasure, [...path, 'ofMeasure']);
  return (basis) => times(share, basis.measure());
}
