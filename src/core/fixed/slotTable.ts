import { type Decimal, ONE } from '../decimal.js';
import type { Piece, SlotRule } from './piece.js';
import { type PieceTable, pieceTable } from './pieceTable.js';
import { type RoundingMode, roundUnits } from '../rounding.js';
import { scaleBounds, type UnitTiers } from '../tierPieces.js';
import { type Digits, digitsOf, isWholeIn, tenTo, unitsOf } from './digits.js';
import { type SlotShape, slotShape } from './slotShape.js';

/** How amounts are rounded. */
interface SlotRounding {
  readonly mode: RoundingMode;
  readonly increment: Decimal;
}

/** What a slot earns on its running sum: tiers, times a factor, at most a limit. */
export interface SlotFunction extends UnitTiers {
  readonly factor: Decimal;
  readonly limit: Decimal | null;
}

/** A slot's function in integers: a shape that many slots share, the unit of its bounds, and the limit. */
interface SlotDigits {
  readonly shape: SlotShape;
  readonly unit: Digits;
  readonly limit: Decimal | null;
}

/**
 * Turns the functions of slots into integers for the kernels.
 *
 * @param functions by slot; `null` for a slot that nobody can earn in
 * @param scale decimals of the amounts
 * @returns `null` where some function has fractions without end
 */
export function slotTable(
  functions: readonly (SlotFunction | null)[],
  scale: number,
  rounding: SlotRounding,
): PieceTable | null {
  const { mode, increment } = rounding;
  const shapeOf = shapes();
  const slots: (SlotDigits | null)[] = [];
  for (const slot of functions) {
    const found = slot === null ? null : toDigits(slot, shapeOf);
    if (found === 'endless') return null;
    slots.push(found);
  }
  // One number of decimals for all slots, so that they share a divisor.
  const decimals = slots.reduce(
    (most, slot) => (slot === null ? most : decimalsOf(slot, scale, most)),
    Math.max(0, increment.dp() - scale),
  );
  const known = new Map<string, SlotRule>();
  const rules = slots.map((slot): SlotRule => {
    if (slot === null) return NOTHING;
    const { shape, unit, limit } = slot;
    const cap = limit === null ? null : incrementsOf(limit, rounding);
    const key = `${shape.id} ${unit.units} ${unit.places} ${cap}`;
    let rule = known.get(key);
    if (rule === undefined) {
      const pieces = piecesOf(slot, scale, decimals);
      known.set(key, (rule = cap === null ? { pieces } : { pieces, cap }));
    }
    return rule;
  });
  const divisor = unitsOf(digitsOf(increment), scale + decimals);
  return pieceTable(divisor, mode, rules);
}

const NOTHING: SlotRule = { pieces: [{ last: null, slope: 0n, offset: 0n }] };

/** Makes the shape of tiers and a factor once. */
function shapes(): (tiers: SlotFunction['tiers'], factor: Decimal) => SlotShape {
  const known = new Map<SlotFunction['tiers'], Map<string, SlotShape>>();
  let count = 0;
  return (tiers, factor) => {
    let ofTiers = known.get(tiers);
    if (ofTiers === undefined) known.set(tiers, (ofTiers = new Map<string, SlotShape>()));
    const key = factor.toFixed();
    let shape = ofTiers.get(key);
    if (shape === undefined) ofTiers.set(key, (shape = slotShape(tiers, factor, count++)));
    return shape;
  };
}

function toDigits(
  { tiers, unit, factor, limit }: SlotFunction,
  shapeOf: ReturnType<typeof shapes>,
): SlotDigits | 'endless' {
  let shape = shapeOf(tiers, factor);
  let by = unit;
  if (!shape.grows && !unit.eq(ONE)) {
    shape = shapeOf(scaleBounds(tiers, unit), factor);
    by = ONE;
  }
  return shape.isWhole ? { shape, unit: digitsOf(by), limit } : 'endless';
}

/** The decimals of slopes that a slot needs, and at least as many as are asked for. */
function decimalsOf({ shape, unit }: SlotDigits, scale: number, least: number): number {
  let decimals = least;
  for (const { slope, offset } of shape.lines) {
    decimals = Math.max(decimals, slope.places);
    const product = { units: offset.units * unit.units, places: offset.places + unit.places };
    while (!isWholeIn(product, decimals + scale)) decimals += 1;
  }
  return decimals;
}

/** A limit in increments, rounded. */
function incrementsOf(limit: Decimal, { increment, mode }: SlotRounding): bigint {
  const of = digitsOf(limit);
  const by = digitsOf(increment);
  return roundUnits(of.units * tenTo(by.places), by.units * tenTo(of.places), mode);
}

function piecesOf({ shape, unit }: SlotDigits, scale: number, decimals: number): Piece[] {
  const pieces: Piece[] = [];
  // Nothing sold earns nothing, also where the first tier begins with a flat.
  let last = -1n;
  if (shape.lines[0]?.offset.units !== 0n) {
    pieces.push({ last: 0n, slope: 0n, offset: 0n });
    last = 0n;
  }
  for (const { upTo, slope, offset } of shape.lines) {
    const bound = upTo === null ? null : lastUnit(upTo, unit, scale, shape.isLower);
    if (bound !== null && bound <= last) continue;
    const product = { units: offset.units * unit.units, places: offset.places + unit.places };
    pieces.push({ last: bound, slope: unitsOf(slope, decimals), offset: unitsOf(product, decimals + scale) });
    if (bound !== null) last = bound;
  }
  return pieces;
}

/** The last whole unit that a tier owns whose bound is not negative. */
function lastUnit(upTo: Digits, unit: Digits, scale: number, isLower: boolean): bigint {
  const units = upTo.units * unit.units * tenTo(scale);
  const by = tenTo(upTo.places + unit.places);
  return isLower || units % by !== 0n ? units / by : units / by - 1n;
}
