import type { Path } from '../../core/errors.js';
import { fail } from '../fail.js';

/** Refuses what is no whole number of minutes from `min` on. */
export function checkMinutes(value: number, min: number, path: Path): void {
  if (!Number.isSafeInteger(value) || value < min) fail('care.minutes', path, { min, value: String(value) });
}
