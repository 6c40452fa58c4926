import { Decimal, minus, plus, ONE, ZERO } from '../../core/decimal.js';
import type { ReleasedPart, ReleaseFacts } from './releaseFacts.js';

export const ALL: ReleasedPart = { part: ONE, of: ONE };
export const NOTHING: ReleasedPart = { part: ZERO, of: ONE };

/**
 * The part that is collected of what is owed at the end of a day. A refund lowers what is collected, a credit memo what
 * is owed. So does a reversal, whose refund is then no loss of collection; where it leaves nothing to be owed, what is
 * left of the earning is collected as far as the customer had paid.
 */
export function collectedPart({ owed, collections }: ReleaseFacts, day: number, reversed: Decimal): ReleasedPart {
  if (owed === null || owed.lt(0)) return ALL;
  let claim = owed;
  let paid = ZERO;
  let refunded = ZERO;
  for (const { day: on, amount, kind } of collections) {
    if (on > day) break;
    if (kind === 'payment') paid = plus(paid, amount);
    else if (kind === 'refund') refunded = plus(refunded, amount);
    else claim = minus(claim, amount);
  }
  if (claim.lte(0)) return NOTHING;
  const rest = minus(claim, reversed);
  return rest.gt(0)
    ? within(minus(paid, refunded), rest)
    : within(minus(paid, Decimal.max(ZERO, minus(refunded, reversed))), claim);
}

function within(part: Decimal, of: Decimal): ReleasedPart {
  return part.lte(0) ? NOTHING : part.gte(of) ? ALL : { part, of };
}
