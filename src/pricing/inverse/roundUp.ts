import { type Decimal, type DecimalLike, times } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import { roundQuotient, toIncrement } from '../../core/rounding.js';

/** What prices that follow from a demand are multiples of. */
export interface IncrementOption {
  /** Default `0.01`. */
  readonly increment?: DecimalLike;
}

/** Reads the increment of prices. */
export function readIncrement({ increment = '0.01' }: IncrementOption, path: Path = ['options']): Decimal {
  return toIncrement(increment, [...path, 'increment']);
}

/** The least multiple of an increment that is not below n/d, for a positive d: rounded once. */
export function ceilQuotient(n: Decimal, d: Decimal, increment: Decimal): Decimal {
  return times(roundQuotient(n, times(d, increment), 'ceiling'), increment);
}
