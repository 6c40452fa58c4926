import { type Decimal, type DecimalLike, toDecimal, toText } from '../core/decimal.js';
import type { Path } from '../core/errors.js';
import { fail } from './fail.js';

/** Reads a quantity or an amount that is not below 0. */
export function notNegative(value: DecimalLike, path: Path): Decimal {
  const read = toDecimal(value, path);
  if (read.lt(0)) fail('quantity.negative', path, { value: toText(read) });
  return read;
}

/** Reads a quantity or an amount above 0. */
export function positive(value: DecimalLike, path: Path): Decimal {
  const read = toDecimal(value, path);
  if (read.lte(0)) fail('quantity.positive', path, { value: toText(read) });
  return read;
}

/** Refuses what is no whole number from `min` on. */
export function checkWhole(value: number, min: number, path: Path): number {
  if (!Number.isSafeInteger(value) || value < min) fail('count.whole', path, { min, value: String(value) });
  return value;
}
