import { type Decimal, type DecimalLike, toDecimal } from '../core/decimal.js';
import type { Path } from '../core/errors.js';
import { fail } from './fail.js';

/** Reads a fraction from 0 to 1. */
export function toRate(value: DecimalLike, path: Path): Decimal {
  const rate = toDecimal(value, path);
  if (rate.lt(0) || rate.gt(1)) fail('pricing.rateRange', path, { value });
  return rate;
}
