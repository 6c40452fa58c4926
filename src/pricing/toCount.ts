import type { Path } from '../core/errors.js';
import { fail } from './fail.js';

/** Reads a whole number of at least 0. */
export function toCount(value: number, path: Path): number {
  if (!Number.isSafeInteger(value) || value < 0) fail('pricing.count', path, { value });
  return value;
}
