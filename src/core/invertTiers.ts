import { Decimal, Exact, times, toDecimal, toText, ZERO, type DecimalLike, type DecimalString } from './decimal.js';
import type { Reason } from './errors.js';
import { fail } from './fail.js';
import { compileTiers, totalAt, totalOn, type CompiledTiers, type Piece } from './tierPieces.js';
import type { Tiers } from './tiers.js';

/** The least x that reaches a target, or that none does. */
export type InverseTiers =
  | { readonly ok: true; readonly x: DecimalString; readonly total: DecimalString; readonly tier: number }
  | { readonly ok: false; readonly reasons: readonly Reason[] };

/**
 * Returns the smallest multiple of the increment, zero or more, whose total reaches the target.
 *
 * It is the smallest also where the total falls again, and it agrees with {@link applyTiers} to the last digit.
 * Reason `unreachable` carries the `supremum`: the most that any multiple reaches.
 *
 * @param tiers the table
 * @param target the total to reach
 * @param increment step of x, positive
 * @throws SalesModelError `rounding.increment`, `tiers.notAscending`, `tiers.lastClosed`, `tiers.rateMissing`,
 * `tiers.notInMode`, `tiers.anchor`, `option.unknown`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { invertTiers, type Tiers } from 'salesmodel/core';
 *
 * const rates: Tiers = { mode: 'marginal', tiers: [{ upTo: '375000', rate: '0.06' }, { upTo: null, rate: '0.08' }] };
 * invertTiers(rates, '26500', '0.01'); // => { ok: true, x: '425000', total: '26500', tier: 1 }
 */
export function invertTiers(tiers: Tiers, target: DecimalLike, increment: DecimalLike): InverseTiers {
  const compiled = compileTiers(tiers);
  const goal = toDecimal(target, ['target']);
  const step = toDecimal(increment, ['increment']);
  if (step.lte(0)) fail('rounding.increment', ['increment'], { value: toText(step) });

  let most = totalAt(compiled, ZERO);
  if (most.gte(goal)) return { ok: true, x: '0', total: toText(most), tier: 0 };
  for (const piece of compiled.pieces) {
    const { first, last } = multiplesIn(compiled, piece, step);
    if (last !== null && last < first) continue;
    const total = (k: bigint): Decimal => totalOn(piece, times(step, new Decimal(k)));
    // A line that does not rise is highest at its first multiple.
    const rising = piece.slope.isPositive() && !piece.slope.isZero();
    const top = !rising ? first : (last ?? reaching(first, total, goal));
    const highest = total(top);
    if (highest.gte(goal)) {
      const k = leastReaching(first, top, total, goal);
      return { ok: true, x: toText(times(step, new Decimal(k))), total: toText(total(k)), tier: piece.tier };
    }
    most = Decimal.max(most, highest);
  }
  return { ok: false, reasons: [{ code: 'unreachable', params: { supremum: toText(most) } }] };
}

/** The multiples of the step that the piece owns, above zero. */
function multiplesIn(
  compiled: CompiledTiers,
  { from, upTo }: Piece,
  step: Decimal,
): { first: bigint; last: bigint | null } {
  const below = (bound: Decimal): bigint => {
    const whole = BigInt(new Exact(bound).divToInt(step).toFixed());
    return compiled.boundary === 'upper' && times(step, new Decimal(whole)).eq(bound) ? whole - 1n : whole;
  };
  const before = from.isZero() ? 0n : below(from);
  return { first: before + 1n, last: upTo && below(upTo) };
}

/** A multiple that reaches the goal on a rising line without end, by doubling. */
function reaching(first: bigint, total: (k: bigint) => Decimal, goal: Decimal): bigint {
  let k = first;
  while (total(k).lt(goal)) k *= 2n;
  return k;
}

/** The least k in [low, high] that reaches the goal, where high does and the line never falls in between. */
function leastReaching(low: bigint, high: bigint, total: (k: bigint) => Decimal, goal: Decimal): bigint {
  let [a, b] = [low, high];
  while (a < b) {
    const middle = (a + b) / 2n;
    if (total(middle).gte(goal)) b = middle;
    else a = middle + 1n;
  }
  return a;
}
