import type { Path } from './errors.js';
import { fail } from './fail.js';

/**
 * A figure that is fitted, iterated, drawn, or irrational: a finite number, never NaN or Infinity. It is the same on one engine
 * for any order and batching of its input, and equal to 10⁻¹² relative across engines.
 */
export type Estimate = number;

/** Refuses what is no finite number above 0. */
export function checkPositive(value: number, path: Path): void {
  if (!(Number.isFinite(value) && value > 0)) fail('estimate.positive', path, { value: String(value) });
}

/** Refuses what is not strictly between 0 and 1. */
export function checkProbability(value: number, path: Path): void {
  if (!(Number.isFinite(value) && value > 0 && value < 1)) fail('estimate.probability', path, { value: String(value) });
}
