import { type DecimalLike } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import { fail } from '../fail.js';
import { notNegative, positive } from '../read.js';

/** Refuses what is no probability strictly between 0 and 1. */
export function checkServiceLevel(value: number, path: Path): number {
  if (!(value > 0 && value < 1)) fail('serviceLevel.range', path, { value: String(value) });
  return value;
}

/** A quantity from 0 on as a number, for figures with roots. */
export function numberFrom0(value: DecimalLike, path: Path): number {
  return notNegative(value, path).toNumber();
}

/** A quantity above 0 as a number. */
export function numberAbove0(value: DecimalLike, path: Path): number {
  return positive(value, path).toNumber();
}
