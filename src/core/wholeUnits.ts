import { type Decimal, toText } from './decimal.js';
import type { Path } from './errors.js';
import { fail } from './fail.js';
import { toScaled } from './scaled.js';

/**
 * Returns how many increments an amount is.
 *
 * @throws SalesModelError `allocate.indivisible` where it is not a whole number of them
 */
export function wholeUnits(amount: Decimal, increment: Decimal, path: Path): bigint {
  const scale = Math.max(amount.dp(), increment.dp());
  const step = toScaled(increment, scale);
  const units = toScaled(amount, scale);
  if (units % step !== 0n) {
    fail('allocate.indivisible', path, { increment: toText(increment), total: toText(amount) });
  }
  return units / step;
}
