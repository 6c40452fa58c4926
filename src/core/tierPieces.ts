import { minus, ONE, plus, times, toDecimal, ZERO, type Decimal } from './decimal.js';
import type { Path } from './errors.js';
import { fail } from './fail.js';
import { oneOf } from './oneOf.js';
import { proportion } from './proportion.js';
import type { Tier, TierBoundary, TierMode, Tiers } from './tiers.js';

/** What one tier says, read and checked. */
interface Terms {
  readonly from: Decimal;
  readonly upTo: Decimal | null;
  readonly rate: Decimal | null;
  readonly flat: Decimal;
  readonly amount: Decimal | null;
}

/**
 * The total as a linear function on one tier:
 * `total(x) = start + slope × (x − from) / per` for x > 0 that the tier owns.
 * `per` is 1 except for closed interpolated tiers, where `slope` is the tier's amount and `per` its width.
 */
export interface Piece extends Terms {
  readonly tier: number;
  /** The limit of the total at `from`, all flats that are due included. */
  readonly start: Decimal;
  readonly slope: Decimal;
  readonly per: Decimal;
}

/** Checked tiers in the form that every calculation reads. */
export interface CompiledTiers {
  readonly mode: TierMode;
  readonly boundary: TierBoundary;
  readonly anchor: Decimal | null;
  readonly flatWhenZero: boolean;
  /** One piece a tier, ascending; the last is open. */
  readonly pieces: readonly [Piece, ...Piece[]];
}

const MODES = ['marginal', 'whole', 'anchored', 'interpolated'] as const;
const BOUNDARIES = ['lower', 'upper'] as const;

/**
 * Checks tiers and turns them into linear pieces.
 *
 * @throws SalesModelError `tiers.notAscending`, `tiers.lastClosed`, `tiers.rateMissing`, `tiers.notInMode`,
 * `tiers.anchor`, `option.unknown`, `decimal.invalid`, `decimal.tooLong`
 */
export function compileTiers(tiers: Tiers, path: Path = []): CompiledTiers {
  const { mode, boundary = 'lower', flatWhenZero = false } = tiers;
  oneOf(mode, MODES, [...path, 'mode']);
  oneOf(boundary, BOUNDARIES, [...path, 'boundary']);
  const anchor = mode === 'anchored' ? readAnchor(tiers.anchor, [...path, 'anchor']) : null;
  const terms = readTerms(tiers.tiers, mode, [...path, 'tiers']);
  return { mode, boundary, anchor, flatWhenZero, pieces: drawPieces(mode, anchor, terms) };
}

/** The same tiers with every bound and the anchor multiplied by a positive factor, such as a quota. */
export function scaleBounds(compiled: CompiledTiers, factor: Decimal): CompiledTiers {
  const { mode, pieces } = compiled;
  const anchor = compiled.anchor && times(compiled.anchor, factor);
  const [first, ...rest] = pieces;
  if (growsWithBounds(compiled)) {
    let from = times(first.from, factor);
    const grow = (piece: Piece): Piece => {
      const grown = {
        ...piece,
        from,
        upTo: piece.upTo && times(piece.upTo, factor),
        start: times(piece.start, factor),
      };
      from = grown.upTo ?? from;
      return grown;
    };
    return { ...compiled, anchor, pieces: [grow(first), ...rest.map(grow)] };
  }
  const scale = (piece: Piece): Terms => ({
    ...piece,
    from: times(piece.from, factor),
    upTo: piece.upTo && times(piece.upTo, factor),
  });
  return { ...compiled, anchor, pieces: drawPieces(mode, anchor, [scale(first), ...rest.map(scale)]) };
}

/**
 * Whether bounds times u make the total u × f(x ÷ u), so that bounds and starts of all pieces are u times theirs: flats and
 * amounts do not grow with the bounds; without them every mode adds up rates times differences of bounds.
 */
export function growsWithBounds({ pieces }: CompiledTiers): boolean {
  return pieces.every(({ flat, amount }) => flat.isZero() && amount === null);
}

/** The piece that owns x; a negative x lies where its mirror image does, zero in the first. */
export function pieceAt(compiled: CompiledTiers, x: Decimal): Piece {
  const size = sizeOf(x);
  const { boundary, pieces } = compiled;
  let owner: Piece = pieces[0];
  for (const piece of pieces) {
    const entered = boundary === 'lower' ? size.gt(piece.from) : size.gte(piece.from);
    if (!entered) break;
    owner = piece;
  }
  return owner;
}

/** The magnitude of x: most are not negative, and need no copy. */
export function sizeOf(x: Decimal): Decimal {
  return x.isNegative() ? x.abs() : x;
}

/** The total at x: odd in x, and at zero nothing, or the first flat with `flatWhenZero`. */
export function totalAt(compiled: CompiledTiers, x: Decimal): Decimal {
  if (x.isZero()) return compiled.flatWhenZero ? compiled.pieces[0].flat : ZERO;
  const size = sizeOf(x);
  const total = totalOn(pieceAt(compiled, size), size);
  return x.isNegative() ? total.neg() : total;
}

/** The value of one piece's line at x ≥ 0. Only the part of a started interpolated tier is ever divided. */
export function totalOn(piece: Piece, x: Decimal): Decimal {
  return plus(piece.start, earnedOver(piece, minus(x, piece.from)));
}

/** What `units` of a piece earn, without flats. */
export function earnedOver(piece: Piece, units: Decimal): Decimal {
  return proportion(piece.slope, units, piece.per);
}

function readAnchor(anchor: string | undefined, path: Path): Decimal {
  if (anchor === undefined) fail('tiers.anchor', path, { value: null });
  const value = toDecimal(anchor, path);
  if (value.lte(0)) fail('tiers.anchor', path, { value: anchor });
  return value;
}

function readTerms(tiers: readonly Tier[], mode: TierMode, path: Path): [Terms, ...Terms[]] {
  const terms: Terms[] = [];
  let from = ZERO;
  tiers.forEach((tier, index) => {
    const at = [...path, index];
    const last = index === tiers.length - 1;
    if ((tier.upTo === null) !== last) fail('tiers.lastClosed', [...at, 'upTo'], { value: tier.upTo });
    const upTo = tier.upTo === null ? null : toDecimal(tier.upTo, [...at, 'upTo']);
    if (upTo?.lte(from)) fail('tiers.notAscending', [...at, 'upTo'], { bound: from.toFixed(), value: tier.upTo });
    checkFields(tier, mode, at);
    terms.push({
      from,
      upTo,
      rate: tier.rate === undefined ? null : toDecimal(tier.rate, [...at, 'rate']),
      flat: tier.flat === undefined ? ZERO : toDecimal(tier.flat, [...at, 'flat']),
      amount: tier.amount === undefined ? null : toDecimal(tier.amount, [...at, 'amount']),
    });
    from = upTo ?? from;
  });
  const [first, ...rest] = terms;
  if (first === undefined) return fail('tiers.lastClosed', path, { value: tiers });
  return [first, ...rest];
}

/** A field that a mode would pass over in silence is a wrong figure waiting to be paid. */
function checkFields({ upTo, rate, flat, amount }: Tier, mode: TierMode, path: Path): void {
  if (mode !== 'interpolated') {
    if (amount !== undefined) fail('tiers.notInMode', [...path, 'amount'], { mode });
    if (rate === undefined && flat === undefined)
      fail('tiers.rateMissing', [...path, 'rate'], { expected: 'rate | flat' });
  } else if (upTo === null) {
    if (amount !== undefined) fail('tiers.rateMissing', [...path, 'rate'], { expected: 'rate' });
  } else {
    if (amount === undefined) fail('tiers.rateMissing', [...path, 'amount'], { expected: 'amount' });
    if (rate !== undefined) fail('tiers.notInMode', [...path, 'rate'], { mode });
  }
}

function drawPieces(mode: TierMode, anchor: Decimal | null, terms: readonly [Terms, ...Terms[]]): [Piece, ...Piece[]] {
  // Total at the end of the tier before, and total at the anchor with the flats entered since.
  let end = ZERO;
  let atAnchor: Decimal | null = null;
  const draw = (term: Terms, tier: number): Piece => {
    const { from, upTo, rate, flat, amount } = term;
    const width = upTo && minus(upTo, from);
    const slope = amount ?? rate ?? ZERO;
    const line = { ...term, tier, slope, per: amount && width ? width : ONE };
    if (mode === 'whole') return { ...line, start: plus(flat, times(slope, from)) };
    if (anchor && atAnchor) {
      atAnchor = plus(atAnchor, flat);
      return { ...line, start: plus(atAnchor, times(slope, minus(from, anchor))) };
    }
    const piece = { ...line, start: plus(end, flat) };
    if (width) end = plus(piece.start, earnedOver(piece, width));
    if (anchor && (upTo === null || upTo.gte(anchor))) atAnchor = totalOn(piece, anchor);
    return piece;
  };
  const [first, ...rest] = terms;
  return [draw(first, 0), ...rest.map((term, index) => draw(term, index + 1))];
}

/** Tiers whose bounds are in a unit, such as a quota. Spans of one plan share the tiers and differ in the unit. */
export interface UnitTiers {
  readonly tiers: CompiledTiers;
  readonly unit: Decimal;
}
