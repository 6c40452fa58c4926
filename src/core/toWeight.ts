import { type Decimal, type DecimalLike, toDecimal, toText } from './decimal.js';
import type { Path } from './errors.js';
import { fail } from './fail.js';

/**
 * Returns what something is shared out by.
 *
 * @throws SalesModelError `allocate.negativeWeight`, `decimal.invalid`, `decimal.tooLong`
 */
export function toWeight(value: DecimalLike, path: Path): Decimal {
  const weight = toDecimal(value, path);
  if (weight.lt(0)) fail('allocate.negativeWeight', path, { value: toText(weight) });
  return weight;
}
