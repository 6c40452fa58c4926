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
  /** By slot: the number of its first piece. The last piece of a rule has `last` = ∞. */
  readonly start: Int32Array;
  /** By slot: ∞ where there is none. */
  readonly cap: Float64Array;
  /** By piece: the running totals it covers, both inclusive. */
  readonly first: Float64Array;
  readonly last: Float64Array;
  readonly slope: Float64Array;
  /** The offset with the shift of the rounding mode, rounded to double, and its exact low word. */
  readonly offset: Float64Array;
  readonly word: Int32Array;
  /** The same of the mirror image: the value at −x is x · slope with this offset. */
  readonly mirrored: Float64Array;
  readonly mirroredWord: Int32Array;
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
  const columns = { first: [], last: [], slope: [], offset: [], word: [], mirrored: [], mirroredWord: [] };
  rules.forEach((rule, slot) => {
    if (!uniform) return;
    let at = starts.get(rule);
    if (at === undefined) {
      starts.set(rule, (at = columns.last.length));
      addPieces(columns, rule, by);
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
    first: Float64Array.from(columns.first),
    last: Float64Array.from(columns.last),
    slope: Float64Array.from(columns.slope),
    offset: Float64Array.from(columns.offset),
    word: Int32Array.from(columns.word),
    mirrored: Float64Array.from(columns.mirrored),
    mirroredWord: Int32Array.from(columns.mirroredWord),
  };
}

type Columns = Readonly<Record<'first' | 'last' | 'slope' | 'offset' | 'word' | 'mirrored' | 'mirroredWord', number[]>>;

function addPieces(columns: Columns, { pieces }: SlotRule, by: Quotient): void {
  const { shiftUp, shiftDown } = by;
  // Where both signs have one shift, pieces need not be cut where their value changes its sign.
  if (shiftUp === shiftDown) {
    for (const piece of pieces) addPiece(columns, piece, piece.offset - shiftUp, -piece.offset - shiftUp);
    return;
  }
  let first = 0n;
  for (const whole of pieces) {
    for (const piece of cutAtZero(first, whole)) {
      const [shift, mirroredShift] = isPositive(first, piece) ? [shiftUp, shiftDown] : [shiftDown, shiftUp];
      addPiece(columns, piece, piece.offset - shift, -piece.offset - mirroredShift);
      if (piece.last !== null) first = piece.last + 1n;
    }
  }
}

function addPiece(columns: Columns, { last, slope }: Piece, offset: bigint, mirrored: bigint): void {
  // The lasts of a rule ascend to ∞, so that after ∞ another rule begins. A bound beyond 2⁵³ may be rounded, yet stays
  // beyond 2⁵³, where no running total of these kernels is.
  const before = columns.last.at(-1) ?? Infinity;
  columns.first.push(before === Infinity ? 0 : before + 1);
  columns.last.push(last === null ? Infinity : Number(last));
  columns.slope.push(Number(slope));
  columns.offset.push(Number(offset));
  columns.word.push(lowWord(offset));
  columns.mirrored.push(Number(mirrored));
  columns.mirroredWord.push(lowWord(mirrored));
}

function lowWord(value: bigint): number {
  const rounded = Number(value);
  return Number.isSafeInteger(rounded) ? rounded | 0 : Number(BigInt.asIntN(32, value));
}
