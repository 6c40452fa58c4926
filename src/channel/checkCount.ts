import type { Path } from '../core/errors.js';
import { fail } from './fail.js';

/** Refuses what is no whole number from `least` on. */
export function checkCount(value: number, least: number, path: Path): number {
  if (!Number.isSafeInteger(value) || value < least) fail('policy.count', path, { least, value: String(value) });
  return value;
}
