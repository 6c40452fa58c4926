import { minus, plus, toDecimal, toText, ZERO, type Decimal, type DecimalLike, type DecimalString } from './decimal.js';
import { compileTiers, earnedOver, pieceAt, sizeOf, type CompiledTiers, type Piece } from './tierPieces.js';
import type { Tiers } from './tiers.js';

/** What one tier contributes to a total: `amount = units × rate + flat`, or the tier's share of progress plus `flat`. */
export interface TierSlice {
  /** Index of the tier. */
  readonly tier: number;
  readonly from: DecimalString;
  readonly to: DecimalString;
  /** `to − from`. */
  readonly units: DecimalString;
  /** `null` where the tier has an amount instead (`interpolated`). */
  readonly rate: DecimalString | null;
  readonly flat: DecimalString;
  readonly amount: DecimalString;
}

/** A total and the slices that add up to it exactly, by tier. */
export interface TieredTotal {
  readonly total: DecimalString;
  readonly slices: readonly TierSlice[];
}

/** What one tier contributes, before it is written down. */
export interface Slice {
  readonly piece: Piece;
  readonly from: Decimal;
  readonly to: Decimal;
  readonly flat: Decimal;
  readonly amount: Decimal;
}

/**
 * Returns the total at x and what each tier contributes to it.
 *
 * Everything is exact. Only the tier of an `interpolated` table that x lies in may need a division that does not end:
 * its slice then keeps 40 significant digits, and the total is the sum of the slices.
 *
 * @param tiers the table
 * @param x quantity or amount; a negative one mirrors: `f(−x) = −f(x)`
 * @throws SalesModelError `tiers.notAscending`, `tiers.lastClosed`, `tiers.rateMissing`, `tiers.notInMode`,
 * `tiers.anchor`, `option.unknown`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { applyTiers, type Tiers } from 'salesmodel/core';
 *
 * const rates: Tiers = {
 *   mode: 'marginal',
 *   tiers: [{ upTo: '100000', rate: '0.05' }, { upTo: '250000', rate: '0.07' }, { upTo: null, rate: '0.09' }],
 * };
 * applyTiers(rates, '180000').total; // => '10600'
 * applyTiers(rates, '180000').slices.map((slice) => slice.amount); // => ['5000', '5600']
 */
export function applyTiers(tiers: Tiers, x: DecimalLike): TieredTotal {
  return present(slicesAt(compileTiers(tiers), toDecimal(x, ['x'])));
}

/**
 * Returns what an increment x adds after `start`: `f(start + x) − f(start)`, with the change of every tier.
 *
 * In `whole` and `anchored` mode an increment that reaches another tier takes back what the tier before had given
 * and pays it at the rate of the new one; both are slices.
 *
 * @param tiers the table
 * @param start what was there before, any sign
 * @param x the increment, negative for a return
 * @throws SalesModelError as {@link applyTiers}
 * @example
 * import { applyTiersFrom, type Tiers } from 'salesmodel/core';
 *
 * const prices: Tiers = { mode: 'whole', tiers: [{ upTo: '5', rate: '7' }, { upTo: null, rate: '6' }] };
 * applyTiersFrom(prices, '4', '6').total; // => '32'
 * applyTiersFrom(prices, '4', '6').slices.map((slice) => slice.amount); // => ['-28', '60']
 */
export function applyTiersFrom(tiers: Tiers, start: DecimalLike, x: DecimalLike): TieredTotal {
  const compiled = compileTiers(tiers);
  const before = toDecimal(start, ['start']);
  const after = plus(before, toDecimal(x, ['x']));
  return present(changes(slicesAt(compiled, before), slicesAt(compiled, after)));
}

/** The contributions of the tiers at x, those included that are passed through and give nothing. */
export function slicesAt(compiled: CompiledTiers, x: Decimal): Slice[] {
  if (x.isZero()) {
    const [piece] = compiled.pieces;
    const { flat } = piece;
    return compiled.flatWhenZero ? [{ piece, from: ZERO, to: ZERO, flat, amount: flat }] : [];
  }
  const size = sizeOf(x);
  const reached = pieceAt(compiled, size);
  if (compiled.mode === 'whole') return mirror([slice(reached, ZERO, size)], x);
  const { anchor } = compiled;
  const beyond = anchor !== null && reached.from.gte(anchor) ? anchor : null;
  // Beyond the anchor a tier passed through keeps its flat and no units: the tier reached has them all.
  const capped = (bound: Decimal): Decimal => (beyond?.lt(bound) ? beyond : bound);
  const slices = compiled.pieces
    .slice(0, reached.tier + 1)
    .map((piece) => slice(piece, capped(piece.from), piece === reached ? size : capped(piece.upTo ?? size)));
  return mirror(slices, x);
}

function slice(piece: Piece, from: Decimal, to: Decimal): Slice {
  const { flat } = piece;
  return { piece, from, to, flat, amount: plus(flat, earnedOver(piece, minus(to, from))) };
}

function mirror(slices: Slice[], x: Decimal): Slice[] {
  if (!x.isNegative()) return slices;
  return slices.map(({ piece, from, to, flat, amount }) => ({
    piece,
    from: from.neg(),
    to: to.neg(),
    flat: flat.neg(),
    amount: amount.neg(),
  }));
}

/** Tier by tier: what is in `after` and was not in `before`. */
export function changes(before: Slice[], after: Slice[]): Slice[] {
  const changed = before.flatMap((was): Slice[] => {
    const { piece, from, to } = was;
    const is = after.find((other) => other.piece === piece && other.from.eq(from));
    if (is)
      return [{ piece, from: to, to: is.to, flat: minus(is.flat, was.flat), amount: minus(is.amount, was.amount) }];
    return [{ piece, from: to, to: from, flat: was.flat.neg(), amount: was.amount.neg() }];
  });
  const added = after.filter((is) => !before.some((was) => was.piece === is.piece && was.from.eq(is.from)));
  return [...changed, ...added].sort((a, b) => a.piece.tier - b.piece.tier);
}

/** Whether a slice gives anything. */
export function isShown({ from, to, flat }: Slice): boolean {
  return !(from.eq(to) && flat.isZero());
}

function present(slices: Slice[]): TieredTotal {
  const shown = slices.filter(isShown);
  return {
    total: toText(shown.reduce((sum, { amount }) => plus(sum, amount), ZERO)),
    slices: shown.map(({ piece, from, to, flat, amount }) => ({
      tier: piece.tier,
      from: toText(from),
      to: toText(to),
      units: toText(minus(to, from)),
      rate: piece.amount ? null : toText(piece.slope),
      flat: toText(flat),
      amount: toText(amount),
    })),
  };
}
