import { type DecimalLike, toDecimal } from '../../core/decimal.js';
import type { Path, Reason } from '../../core/errors.js';
import { fail as failCore } from '../../core/fail.js';

/**
 * The values of a series as the doubles nearest to them.
 *
 * @throws SalesModelError `decimal.invalid`, `decimal.tooLong`, `estimate.finite`
 */
export function readSeries(values: readonly DecimalLike[], path: Path): number[] {
  return values.map((value, index) => readNumber(value, [...path, index]));
}

/** The double nearest to a scalar; 0 without a sign. */
export function readNumber(value: DecimalLike, path: Path): number {
  const number = typeof value === 'number' && Number.isFinite(value) ? value : toDecimal(value, path).toNumber();
  if (!Number.isFinite(number)) failCore('estimate.finite', path, { value: String(value) });
  return number + 0;
}

/** Why a series has too few values, if it has. */
export function tooShort(values: readonly number[], need: number): Reason[] {
  return values.length < need ? [{ code: 'tooShort', params: { need, length: values.length } }] : [];
}

/** Every value that a multiplicative model cannot divide by, by its index from 0. */
export function nonPositive(values: readonly number[]): Reason[] {
  return values.flatMap((value, index) => (value > 0 ? [] : [{ code: 'nonPositive', params: { index, value } }]));
}
