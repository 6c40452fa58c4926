import type { RoundingMode } from '../rounding.js';
import { type Piece, type SlotRule, cutAtZero, isPositive } from './piece.js';
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
}

/** What stands where in a piece. It is one cache line: rows reach new pieces in any order, each far from the last. */
export const PIECE = {
  /** The running totals it covers, both inclusive. */
  first: 0,
  last: 1,
  slope: 2,
  /** The offset with the shift of the rounding mode, rounded to double, and its exact low word. */
  offset: 3,
  word: 4,
  /** The same of the mirror image: the value at −x is x · slope with this offset. */
  mirrored: 5,
  mirroredWord: 6,
  size: 8,
} as const;

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
  const pieces: number[] = [];
  rules.forEach((rule, slot) => {
    if (!uniform) return;
    let at = starts.get(rule);
    if (at === undefined) {
      starts.set(rule, (at = pieces.length));
      addPieces(pieces, rule, by);
    }
    start[slot] = at;
    cap[slot] = rule.cap === undefined ? Infinity : Number(rule.cap);
  });
  return {
    quotient: by,
    rules,
    uniform,
    start,
    cap,
    pieces: Float64Array.from(pieces),
  };
}

function addPieces(pieces: number[], rule: SlotRule, by: Quotient): void {
  const { shiftUp, shiftDown } = by;
  let first = 0n;
  for (const whole of rule.pieces) {
    // Where both signs have one shift, pieces need not be cut where their value changes its sign.
    for (const piece of shiftUp === shiftDown ? [whole] : cutAtZero(first, whole)) {
      const [shift, mirroredShift] = isPositive(first, piece) ? [shiftUp, shiftDown] : [shiftDown, shiftUp];
      addPiece(pieces, first, piece, piece.offset - shift, -piece.offset - mirroredShift);
      if (piece.last !== null) first = piece.last + 1n;
    }
  }
}

function addPiece(pieces: number[], first: bigint, { last, slope }: Piece, offset: bigint, mirrored: bigint): void {
  // A bound beyond 2⁵³ may be rounded, yet stays beyond 2⁵³, where no running total of these kernels is.
  pieces.push(Number(first), last === null ? Infinity : Number(last), Number(slope));
  pieces.push(Number(offset), lowWord(offset), Number(mirrored), lowWord(mirrored), 0);
}

function lowWord(value: bigint): number {
  const rounded = Number(value);
  return Number.isSafeInteger(rounded) ? rounded | 0 : Number(BigInt.asIntN(32, value));
}
