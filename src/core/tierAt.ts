import { minus, toDecimal, toText, type DecimalLike, type DecimalString } from './decimal.js';
import { compileTiers, pieceAt, totalOn } from './tierPieces.js';
import type { Tiers } from './tiers.js';

/** A tier as it applies at a quantity. */
export interface TierPosition {
  /** Index of the tier. */
  readonly tier: number;
  readonly from: DecimalString;
  readonly upTo: DecimalString | null;
  /** `null` where the tier has an amount instead (`interpolated`). */
  readonly rate: DecimalString | null;
  readonly flat: DecimalString;
}

/** The way to the next tier. */
export interface NextTier {
  /** Index of the next tier. */
  readonly tier: number;
  /** Where the next tier begins. */
  readonly bound: DecimalString;
  /** `bound − x`. */
  readonly distance: DecimalString;
  /** Whether reaching the bound is enough (boundary `upper`) or it must be exceeded (`lower`). */
  readonly inclusive: boolean;
  /** By how much the total jumps at the bound. */
  readonly jump: DecimalString;
}

/**
 * Returns the tier that x lies in.
 *
 * @param tiers the table
 * @param x quantity or amount; a negative one lies where its mirror image does, zero in the first tier
 * @throws SalesModelError `tiers.notAscending`, `tiers.lastClosed`, `tiers.rateMissing`, `tiers.notInMode`,
 * `tiers.anchor`, `option.unknown`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { tierAt, type Tiers } from 'salesmodel/core';
 *
 * const rates: Tiers = { mode: 'whole', tiers: [{ upTo: '1500000', rate: '0.0175' }, { upTo: null, rate: '0.025' }] };
 * tierAt(rates, '1500000').rate; // => '0.0175'
 * tierAt({ ...rates, boundary: 'upper' }, '1500000').rate; // => '0.025'
 */
export function tierAt(tiers: Tiers, x: DecimalLike): TierPosition {
  const piece = pieceAt(compileTiers(tiers), toDecimal(x, ['x']));
  return {
    tier: piece.tier,
    from: toText(piece.from),
    upTo: piece.upTo && toText(piece.upTo),
    rate: piece.amount ? null : toText(piece.slope),
    flat: toText(piece.flat),
  };
}

/**
 * Returns how far x is from the next tier and what crossing its bound pays or costs, or `null` in the last tier.
 *
 * @param tiers the table
 * @param x quantity or amount; from a negative one the way leads through zero to the end of the first tier
 * @throws SalesModelError as {@link tierAt}
 * @example
 * import { distanceToNext, type Tiers } from 'salesmodel/core';
 *
 * const rates: Tiers = { mode: 'whole', tiers: [{ upTo: '100000', rate: '0.05' }, { upTo: null, rate: '0.08' }] };
 * distanceToNext(rates, '95000');
 * // => { tier: 1, bound: '100000', distance: '5000', inclusive: false, jump: '3000' }
 * distanceToNext(rates, '120000'); // => null
 */
export function distanceToNext(tiers: Tiers, x: DecimalLike): NextTier | null {
  const compiled = compileTiers(tiers);
  const from = toDecimal(x, ['x']);
  const piece = from.isNegative() ? compiled.pieces[0] : pieceAt(compiled, from);
  const next = compiled.pieces[piece.tier + 1];
  if (!next) return null;
  return {
    tier: next.tier,
    bound: toText(next.from),
    distance: toText(minus(next.from, from)),
    inclusive: compiled.boundary === 'upper',
    jump: toText(minus(next.start, totalOn(piece, next.from))),
  };
}
