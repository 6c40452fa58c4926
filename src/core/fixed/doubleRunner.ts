import { inBlocks } from './inBlocks.js';
import { PIECE } from './pieceLayout.js';
import { errorUnit, NEAR, type PieceTable } from './pieceTable.js';
import type { Runner } from './runner.js';
import { safeQuotient } from './safeQuotient.js';
import { wideQuotient } from './wideQuotient.js';

/**
 * The state of a run in doubles: eight lanes of 8 bytes a slot, one cache line, so that a row touches one place of
 * memory whichever slot it falls into. Lanes 2 to 6 hold the piece that the running total is in, or a part of it.
 */
interface State {
  readonly table: PieceTable;
  readonly kernel: 'safe' | 'wide';
  readonly doubles: Float64Array;
  /** By slot: where the piece stands in the table. */
  readonly piece: Int32Array;
}

/** The lanes. An enum, because its members become literals: what a module names in a constant, a loop loads each time. */
const enum Lane {
  Total = 0,
  Earned = 1,
  First = 2,
  Last = 3,
  Slope = 4,
  Offset = 5,
  /** How far an estimate may be from the integer nearest to it for that integer to be the quotient for certain. */
  Clear = 6,
  Cap = 7,
}

/** Runs a table where `chooseKernel` says `safe` or `wide`. */
export function doubleRunner(table: PieceTable, kernel: 'safe' | 'wide'): Runner<number, Float64Array> {
  const slots = table.start.length;
  const { inverse } = table.quotient;
  const doubles = new Float64Array(slots * 8);
  const state: State = { table, kernel, doubles, piece: new Int32Array(slots) };
  for (let slot = 0; slot < slots; slot++) clear(state, slot);
  const amount = new Float64Array(1);
  const line = new Float64Array(1);
  const add = (slot: number, by: number): number => {
    amount[0] = by;
    carefulLine(state, slot, amount, line, 0);
    return line[0]!;
  };
  const earned = (slot: number): number => {
    // Nothing may have been added, and a cap may lie below nothing.
    if (doubles[slot << 3] === 0) add(slot, 0);
    return doubles[(slot << 3) | Lane.Earned]!;
  };
  return {
    kernel,
    rows({ slotBase, periodOfDay, firstDay }, { payee, day }, amounts, lines) {
      return inBlocks(amounts.length, (from, to) =>
        rowLines(state, doubles, inverse, slotBase, periodOfDay, firstDay, payee, day, amounts, lines, from, to),
      );
    },
    items: (slotOfItem, amounts, lines) =>
      inBlocks(amounts.length, (from, to) => itemLines(state, doubles, inverse, slotOfItem, amounts, lines, from, to)),
    add,
    reset: (slot) => clear(state, slot),
    total: (slot) => doubles[slot << 3]!,
    earned,
    earnings() {
      const column = new Float64Array(slots);
      for (let slot = 0; slot < slots; slot++) column[slot] = earned(slot);
      return column;
    },
  };
}

/** A slot with nothing in it: it stands in no piece, so that whatever is added makes it enter one. */
function clear({ table, doubles, piece }: State, slot: number): void {
  const at = slot << 3;
  doubles[at | Lane.Total] = 0;
  doubles[at | Lane.Earned] = 0;
  doubles[at | Lane.First] = Infinity;
  doubles[at | Lane.Last] = -Infinity;
  doubles[at | Lane.Cap] = table.cap[slot]!;
  piece[slot] = table.start[slot]!;
}

/**
 * The line of most rows, or NaN and no change where {@link carefulLine} has to be asked: the total leaves its piece, or
 * its value is so near to the middle between two results that the estimate does not tell them apart.
 *
 * The estimate t of (xR − d)/D is off by at most E = ½ − Clear (see {@link enterPiece}), and t − q is exact for the
 * integer q nearest to t. So |t − q| < Clear puts the true quotient less than ½ from q, its residue r = xR − d − qD
 * within −L … H and off any tie, which makes q the rounded quotient in every mode (see `Quotient`).
 */
function quickLine(doubles: Float64Array, slot: number, amount: number, inverse: number): number {
  // 1.5 × 2⁵²: adding and subtracting it rounds a double of at most 2⁵¹ to the nearest integer.
  const nearest = 6755399441055744;
  const at = slot << 3;
  const x = doubles[at]! + amount;
  if (x > doubles[at | Lane.Last]! || x < doubles[at | Lane.First]!) return NaN;
  const t = (x * doubles[at | Lane.Slope]! - doubles[at | Lane.Offset]!) * inverse;
  let q = t + nearest - nearest;
  if (!(Math.abs(t - q) < doubles[at | Lane.Clear]!)) return NaN;
  const cap = doubles[at | Lane.Cap]!;
  if (q > cap) q = cap;
  const line = q - doubles[at | Lane.Earned]!;
  doubles[at] = x;
  doubles[at | Lane.Earned] = q;
  return line;
}

/** The line of any row. It stands in columns, because a call hands over a double as a new object. */
function carefulLine(state: State, slot: number, amounts: Float64Array, lines: Float64Array, row: number): void {
  const { table, kernel, doubles } = state;
  const { divisor, inverse, lowest, highest, tie } = table.quotient;
  const at = slot << 3;
  const x = doubles[at]! + amounts[row]!;
  if (x > doubles[at | Lane.Last]! || x < doubles[at | Lane.First]!) enterPiece(state, slot, x);
  const slope = doubles[at | Lane.Slope]!;
  const value = x * slope - doubles[at | Lane.Offset]!;
  let q: number;
  if (kernel === 'safe') {
    q = safeQuotient(value, divisor, inverse, lowest, highest, tie);
  } else {
    const low = table.pieces[state.piece[slot]! + (x < 0 ? PIECE.mirroredWord : PIECE.word)]!;
    const word = Math.imul(x, slope) - low;
    q = wideQuotient(value, word, divisor, inverse, lowest, highest, tie);
  }
  const cap = doubles[at | Lane.Cap]!;
  if (q > cap) q = cap;
  lines[row] = q - doubles[at | Lane.Earned]!;
  doubles[at] = x;
  doubles[at | Lane.Earned] = q;
}

/**
 * Puts the piece that x is in into the lanes of a slot.
 *
 * E = unit × (reach × |R| + |d|) bounds the error of the estimate for |x| ≤ reach (see `errorUnit`). Where the piece is
 * so long that E would be more than `NEAR`, the lanes hold a part of it: up to that, or beyond it to 2|x|.
 */
function enterPiece({ table, doubles, piece }: State, slot: number, x: number): void {
  const at = slot << 3;
  const mirrored = x < 0;
  const size = Math.abs(x);
  const { pieces } = table;
  let found = piece[slot]!;
  if (size < pieces[found + PIECE.first]!) found = table.start[slot]!;
  while (size > pieces[found + PIECE.last]!) found += PIECE.size;
  piece[slot] = found;
  const first = pieces[found + PIECE.first]!;
  const last = pieces[found + PIECE.last]!;
  const slope = pieces[found + PIECE.slope]!;
  const offset = pieces[found + (mirrored ? PIECE.mirrored : PIECE.offset)]!;
  let reach = pieces[found + PIECE.reach]!;
  let error = NEAR;
  if (size > reach) {
    const steepness = Math.abs(slope);
    reach = steepness > 0 ? Math.min(last, 2 * size) : last;
    error = errorUnit(table.quotient.divisor) * ((steepness > 0 ? reach * steepness : 0) + Math.abs(offset));
  }
  // A mirrored piece ends at −1 at the latest: 0 itself is not mirrored.
  doubles[at | Lane.First] = mirrored ? -reach : first;
  doubles[at | Lane.Last] = mirrored ? Math.min(-first, -1) : reach;
  doubles[at | Lane.Slope] = slope;
  doubles[at | Lane.Offset] = offset;
  doubles[at | Lane.Clear] = 0.5 - error;
}

function rowLines(
  state: State,
  doubles: Float64Array,
  inverse: number,
  slotBase: Int32Array,
  periodOfDay: Int32Array,
  firstDay: number,
  payee: Int32Array,
  day: Int32Array,
  amounts: Float64Array,
  lines: Float64Array,
  from: number,
  to: number,
): number {
  const lastPayee = (slotBase.length - 1) | 0;
  const lastDay = (periodOfDay.length - 1) | 0;
  const start = firstDay | 0;
  let without = 0;
  let row = from | 0;
  const end = to | 0;
  while (row < end) {
    for (; row < end - 1; row = (row + 2) | 0) {
      const a = payee[row]!;
      const b = payee[row + 1]!;
      const dayA = (day[row]! - start) | 0;
      const dayB = (day[row + 1]! - start) | 0;
      const known = a | (lastPayee - a) | b | (lastPayee - b) | dayA | (lastDay - dayA) | dayB | (lastDay - dayB);
      if (known < 0) break;
      const baseA = slotBase[a]!;
      const baseB = slotBase[b]!;
      const periodA = periodOfDay[dayA]!;
      const periodB = periodOfDay[dayB]!;
      if ((baseA | periodA | baseB | periodB) < 0) break;
      const amountA = amounts[row]!;
      const amountB = amounts[row + 1]!;
      const lineA = quickLine(doubles, (baseA + periodA) | 0, amountA, inverse);
      if (lineA !== lineA) break;
      lines[row] = lineA;
      const lineB = quickLine(doubles, (baseB + periodB) | 0, amountB, inverse);
      if (lineB !== lineB) {
        row = (row + 1) | 0;
        break;
      }
      lines[row + 1] = lineB;
    }
    if (row < end) {
      const who = payee[row]!;
      const when = (day[row]! - start) | 0;
      const base = who >= 0 && who <= lastPayee ? slotBase[who]! : -1;
      const period = when >= 0 && when <= lastDay ? periodOfDay[when]! : -1;
      if ((base | period) < 0) {
        lines[row] = 0;
        without = (without + 1) | 0;
      } else {
        carefulLine(state, (base + period) | 0, amounts, lines, row);
      }
      row = (row + 1) | 0;
    }
  }
  return without;
}

function itemLines(
  state: State,
  doubles: Float64Array,
  inverse: number,
  slotOfItem: Int32Array,
  amounts: Float64Array,
  lines: Float64Array,
  from: number,
  to: number,
): number {
  let without = 0;
  let item = from | 0;
  const end = to | 0;
  while (item < end) {
    for (; item < end; item = (item + 1) | 0) {
      const slot = slotOfItem[item]!;
      if (slot < 0) {
        lines[item] = 0;
        without = (without + 1) | 0;
        continue;
      }
      const line = quickLine(doubles, slot, amounts[item]!, inverse);
      if (line !== line) break;
      lines[item] = line;
    }
    if (item < end) {
      carefulLine(state, slotOfItem[item]!, amounts, lines, item);
      item = (item + 1) | 0;
    }
  }
  return without;
}
