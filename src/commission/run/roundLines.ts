import { type Decimal, divide, minus, plus, ZERO } from '../../core/decimal.js';
import { roundDecimal } from '../../core/rounding.js';
import type { PlanRounding } from '../plan/compiledPlan.js';

/** What each step of a running sum adds to the rounded sum, so that the parts add up to the rounded end. */
export function telescope(start: Decimal, running: readonly Decimal[], round: (sum: Decimal) => Decimal): Decimal[] {
  let before = round(start);
  return running.map((sum) => {
    const after = round(sum);
    const part = minus(after, before);
    before = after;
    return part;
  });
}

/**
 * Cuts a rounded total into parts near the exact ones. Under `largestRemainder` every part is cut down to whole
 * increments and what is left goes out one increment each by largest remainder; otherwise every part is rounded and one
 * of them takes the difference. Earlier parts win ties.
 */
export function distribute(
  exact: readonly Decimal[],
  total: Decimal,
  { mode, increment, residue }: Pick<PlanRounding, 'mode' | 'increment' | 'residue'>,
): Decimal[] {
  const parts = exact.map((part) => roundDecimal(part, increment, residue === 'largestRemainder' ? 'floor' : mode));
  if (parts.length === 0) return parts;
  const left = minus(total, parts.reduce(plus, ZERO));
  if (residue !== 'largestRemainder') {
    const taker = residue === 'first' ? 0 : residue === 'last' ? parts.length - 1 : largest(exact);
    parts[taker] = plus(parts[taker] ?? ZERO, left);
    return parts;
  }
  // The total may be rounded on a longer sum than these parts, so that increments may also have to be taken back.
  const order = exact
    .map((part, index) => ({ index, remainder: minus(part, parts[index] ?? ZERO) }))
    .sort((a, b) => b.remainder.cmp(a.remainder) || a.index - b.index);
  let count = divide(left, increment).toNumber();
  const step = count < 0 ? increment.neg() : increment;
  if (count < 0) order.reverse();
  for (let i = 0; count !== 0; i = (i + 1) % order.length) {
    const { index } = order[i]!;
    parts[index] = plus(parts[index] ?? ZERO, step);
    count -= Math.sign(count);
  }
  return parts;
}

function largest(parts: readonly Decimal[]): number {
  let best = 0;
  parts.forEach((part, index) => {
    if (part.abs().gt((parts[best] ?? ZERO).abs())) best = index;
  });
  return best;
}

/** The rounding of running sums under a policy: none while the components of a statement stay exact. */
export function sumRounding({ at, mode, increment }: PlanRounding): (sum: Decimal) => Decimal {
  return at === 'statement' ? (sum) => sum : (sum) => roundDecimal(sum, increment, mode);
}
