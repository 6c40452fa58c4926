import type { RoundingMode } from '../rounding.js';
import { type KernelBounds, kernelBounds } from './kernel.js';
import { type SlotRule, cutAtZero, isPositive } from './piece.js';
import { PIECE } from './pieceLayout.js';
import { type Quotient, quotient } from './quotient.js';

/**
 * The rules of many slots in flat arrays, for the kernels in doubles. A slot is one running total: a payee's component
 * in a period. Slots that share a rule object share its pieces.
 */
export interface PieceTable {
  readonly quotient: Quotient;
  readonly rules: readonly SlotRule[];
  /** Whether every rule has the divisor of the table. If not, the arrays by piece are empty. */
  readonly uniform: boolean;
  /** By slot: where its first piece stands in `pieces`. The last piece of a rule has `last` = ∞. */
  readonly start: Int32Array;
  /** By slot: ∞ where there is none. */
  readonly cap: Float64Array;
  /** The pieces one after the other, each in the eight doubles of {@link PIECE}. */
  readonly pieces: Float64Array;
  /** How far running totals may go in each kernel. */
  readonly bounds: KernelBounds;
}

/** The error of estimates that quick lines put up with. */
export const NEAR = 2 ** -10;

/**
 * How far estimates of a divisor may err, by magnitudes |xR| + |d|: with u = 2⁻⁵³, the estimate
 * (fl(fl(xR) − fl(d)) × fl(1/D)) errs by at most 4u(|xR| + |d|)/D up to terms in u², as steps 1 and 2 of `wideQuotient`
 * say; 5u covers these as well. The divisor 1 needs no estimate: it is a matter of the safe kernel, whose values are exact.
 */
export function errorUnit(divisor: number): number {
  return divisor > 1 ? (5 * 2 ** -53) / divisor : 0;
}

/**
 * Compiles the rules of slots 0, 1, 2, … for one rounding.
 *
 * @param divisor what x · slope is divided by to give increments of the result: for amounts in 10⁻ᵃ, slopes in 10⁻ᵇ
 *   and results in multiples of i it is 10ᵃ⁺ᵇ × i; positive
 * @param mode rounding mode
 * @param rules by slot
 */
export function pieceTable(divisor: bigint, mode: RoundingMode, rules: readonly SlotRule[]): PieceTable {
  const by = quotient(divisor, mode);
  const uniform = rules.every((rule) => rule.divisor === undefined || rule.divisor === divisor);
  const starts = new Map<SlotRule, number>();
  const start = new Int32Array(rules.length);
  const cap = new Float64Array(rules.length);
  const distinct = new Set(uniform ? rules : []);
  // A piece is cut in two at most.
  const pieces = new Float64Array([...distinct].reduce((sum, rule) => sum + 2 * rule.pieces.length * PIECE.size, 0));
  let end = 0;
  for (const rule of distinct) {
    starts.set(rule, end);
    end = addPieces(pieces, end, rule, by);
  }
  rules.forEach((rule, slot) => {
    start[slot] = starts.get(rule) ?? 0;
    cap[slot] = rule.cap === undefined ? Infinity : Number(rule.cap);
  });
  const filled = pieces.slice(0, end);
  return { quotient: by, rules, uniform, start, cap, pieces: filled, bounds: kernelBounds(filled, by.divisor) };
}

/** Adds the pieces of a rule from a place on, and returns the place after them. */
function addPieces(pieces: Float64Array, from: number, rule: SlotRule, by: Quotient): number {
  const { shiftUp, shiftDown } = by;
  let first = 0n;
  let at = from;
  for (const whole of rule.pieces) {
    // Where both signs have one shift, pieces need not be cut where their value changes its sign.
    for (const piece of shiftUp === shiftDown ? [whole] : cutAtZero(first, whole)) {
      const { last, slope, offset } = piece;
      const [shift, mirroredShift] = isPositive(first, piece) ? [shiftUp, shiftDown] : [shiftDown, shiftUp];
      const shifted = offset - shift;
      const mirrored = -offset - mirroredShift;
      pieces[at + PIECE.first] = Number(first);
      // A bound beyond 2⁵³ may be rounded, yet stays beyond 2⁵³, where no running total of these kernels is.
      pieces[at + PIECE.last] = last === null ? Infinity : Number(last);
      pieces[at + PIECE.slope] = Number(slope);
      pieces[at + PIECE.offset] = Number(shifted);
      pieces[at + PIECE.word] = lowWord(shifted);
      pieces[at + PIECE.mirrored] = Number(mirrored);
      pieces[at + PIECE.mirroredWord] = lowWord(mirrored);
      pieces[at + PIECE.reach] = reachOf(pieces, at, by);
      at += PIECE.size;
      if (last !== null) first = last + 1n;
    }
  }
  return at;
}

function reachOf(pieces: Float64Array, at: number, { divisor }: Quotient): number {
  const offset = Math.max(Math.abs(pieces[at + PIECE.offset]!), Math.abs(pieces[at + PIECE.mirrored]!));
  const near = (NEAR / errorUnit(divisor) - offset) / Math.abs(pieces[at + PIECE.slope]!);
  // A slope of 0 gives ±∞ or NaN: its estimates err by the same wherever the total is.
  return near >= 0 ? Math.min(near, pieces[at + PIECE.last]!) : -1;
}

function lowWord(value: bigint): number {
  const rounded = Number(value);
  return Number.isSafeInteger(rounded) ? rounded | 0 : Number(BigInt.asIntN(32, value));
}
