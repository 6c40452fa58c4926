import type { Path } from '../../core/errors.js';
import { fail } from '../fail.js';

/** Refuses what is no number of things or days. */
export function checkCount(value: number, path: Path): void {
  if (!Number.isSafeInteger(value) || value < 0) fail('pipeline.count', path, { value: String(value) });
}
