import { Decimal, divide, minus, ONE, plus, times, toText, ZERO } from './decimal.js';
import { fail } from './fail.js';
import { fallsOf } from './tierFalls.js';
import { compileTiers, totalAt, totalOn, type Piece } from './tierPieces.js';
import type { Tier, Tiers } from './tiers.js';

const Later = /* @__PURE__ */ Decimal.clone({ precision: 40, rounding: 0 });
const Earlier = /* @__PURE__ */ Decimal.clone({ precision: 40, rounding: 1 });

/** A stretch of the result: `total = flat + rate × x` up to a bound. */
interface Stretch {
  readonly upTo: Decimal | null;
  readonly rate: Decimal;
  readonly flat: Decimal;
}

/**
 * Returns the best-of variant of a table, in which a larger x never costs or pays less.
 *
 * `min` is for prices: nobody is charged more than a larger quantity would cost (the least total over all x′ ≥ x).
 * `max` is for pay: nobody earns less than a smaller result would have paid (the highest total over all x′ ≤ x).
 * The result is a `whole` table; a table that never falls is returned as it is. Jumps upward stay.
 * A bound or rate that needs a division which does not end has 40 significant digits.
 *
 * @param tiers the table
 * @param best `min` or `max`
 * @throws SalesModelError `tiers.unbounded` for `min` when the total sinks without end, `tiers.notAscending`,
 * `tiers.lastClosed`, `tiers.rateMissing`, `tiers.notInMode`, `tiers.anchor`, `option.unknown`, `decimal.invalid`,
 * `decimal.tooLong`
 * @example
 * import { withoutCliffs, type Tiers } from 'salesmodel/core';
 *
 * const prices: Tiers = { mode: 'whole', tiers: [{ upTo: '5', rate: '5' }, { upTo: null, rate: '4' }] };
 * withoutCliffs(prices, 'min').tiers;
 * // => [{ upTo: '4', rate: '5' }, { upTo: '5', rate: '0', flat: '20' }, { upTo: null, rate: '4' }]
 */
export function withoutCliffs(tiers: Tiers, best: 'min' | 'max'): Tiers {
  const compiled = compileTiers(tiers);
  if (fallsOf(compiled).length === 0) return tiers;
  const { pieces, boundary, flatWhenZero } = compiled;
  const stretches = best === 'min' ? leastAhead(pieces) : highestSoFar(pieces, totalAt(compiled, ZERO));
  // A crossing may be rounded onto the bound beside it: what is then empty is left out.
  const real = stretches.filter(({ upTo }, index) => upTo === null || upTo.gt(stretches[index - 1]?.upTo ?? ZERO));
  return { mode: 'whole', boundary, flatWhenZero, tiers: real.map(present) };
}

/** From the left, each piece where it lies above the level reached so far, and the level where it does not. */
function highestSoFar(pieces: readonly Piece[], atZero: Decimal): Stretch[] {
  const stretches: Stretch[] = [];
  let level = atZero;
  for (const piece of pieces) {
    const { upTo, start, slope } = piece;
    const end = upTo && totalOn(piece, upTo);
    if (slope.lte(0)) {
      level = Decimal.max(level, start);
      stretches.push(flatAt(level, upTo));
    } else if (end?.lte(level)) {
      stretches.push(flatAt(level, upTo));
    } else {
      if (start.lt(level)) stretches.push(flatAt(level, reaches(piece, level, Later)));
      stretches.push(along(piece, upTo));
      level = end ?? level;
    }
  }
  return merged(stretches);
}

/** From the right, each piece where it lies below all that follows, and the least that follows where it does not. */
function leastAhead(pieces: readonly Piece[]): Stretch[] {
  const stretches: Stretch[] = [];
  let level: Decimal | null = null;
  for (const piece of pieces.toReversed()) {
    const { tier, upTo, start, slope } = piece;
    const end = upTo && totalOn(piece, upTo);
    if (slope.lte(0)) {
      if (!end && !slope.isZero()) fail('tiers.unbounded', ['tiers', tier, 'rate'], { value: toText(slope) });
      const lowest: Decimal = end ?? start;
      level = level ? Decimal.min(level, lowest) : lowest;
      stretches.unshift(flatAt(level, upTo));
    } else if (level && start.gte(level)) {
      stretches.unshift(flatAt(level, upTo));
    } else {
      const cut = level && end?.gt(level) ? level : null;
      if (cut) stretches.unshift(flatAt(cut, upTo));
      stretches.unshift(along(piece, cut ? reaches(piece, cut, Earlier) : upTo));
      level = start;
    }
  }
  return merged(stretches);
}

function flatAt(level: Decimal, upTo: Decimal | null): Stretch {
  return { upTo, rate: ZERO, flat: level };
}

function along({ from, start, slope, per }: Piece, upTo: Decimal | null): Stretch {
  const rate = per.eq(ONE) ? slope : divide(slope, per);
  return { upTo, rate, flat: minus(start, times(rate, from)) };
}

/** Where a rising piece reaches a level, rounded to the side on which the result does not fall. */
function reaches({ from, start, slope, per }: Piece, level: Decimal, side: typeof Decimal): Decimal {
  return new Decimal(side.div(plus(times(from, slope), times(minus(level, start), per)), slope));
}

/** Neighbours at the same level are one stretch. */
function merged(stretches: readonly Stretch[]): Stretch[] {
  return stretches.filter((stretch, index) => {
    const next = stretches[index + 1];
    return !(next && stretch.rate.isZero() && next.rate.isZero() && stretch.flat.eq(next.flat));
  });
}

function present({ upTo, rate, flat }: Stretch): Tier {
  const tier = { upTo: upTo && toText(upTo), rate: toText(rate) };
  return flat.isZero() ? tier : { ...tier, flat: toText(flat) };
}
