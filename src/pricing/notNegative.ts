import { type Decimal, type DecimalLike, toDecimal, toText } from '../core/decimal.js';
import type { Path } from '../core/errors.js';
import { fail } from './fail.js';

/** Reads a quantity of at least 0. */
export function notNegative(value: DecimalLike, path: Path): Decimal {
  const decimal = toDecimal(value, path);
  if (decimal.lt(0)) fail('pricing.negativeQuantity', path, { value: toText(decimal) });
  return decimal;
}
