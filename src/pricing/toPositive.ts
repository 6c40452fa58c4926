import { type Decimal, type DecimalLike, toDecimal } from '../core/decimal.js';
import type { Path } from '../core/errors.js';
import { fail } from './fail.js';

/** Reads a decimal above 0. */
export function toPositive(value: DecimalLike, path: Path): Decimal {
  const decimal = toDecimal(value, path);
  if (decimal.lte(0)) fail('pricing.notPositive', path, { value });
  return decimal;
}
