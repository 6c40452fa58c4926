import type { PieceTable } from './pieceTable.js';
import type { Runner } from './runner.js';
import type { RowKeys, SlotMap } from './slots.js';
import { type Sums, itemSums, rowSums } from './sums.js';
import { safeQuotient } from './safeQuotient.js';
import { wideQuotient } from './wideQuotient.js';

/**
 * The state of a run in doubles: eight lanes of 8 bytes a slot, one cache line, so that a row touches one place of
 * memory whichever slot it falls into. The middle lanes hold the piece that the running total is in; a row looks
 * into the table only when the total leaves it.
 */
interface State {
  readonly table: PieceTable;
  readonly doubles: Float64Array;
  /** The same memory as pairs of words: lane 6 holds the low words of slope and offset. */
  readonly words: Int32Array;
}

const EARNED = 1;
const FIRST = 2;
const LAST = 3;
const SLOPE = 4;
const OFFSET = 5;
const SLOPE_WORD = 12;
const OFFSET_WORD = 13;
const CAP = 7;

/** Runs a table where `chooseKernel` says `safe` or `wide`. */
export function doubleRunner(table: PieceTable, kernel: 'safe' | 'wide'): Runner<number, Float64Array> {
  const slots = table.start.length;
  const doubles = new Float64Array(slots * 8);
  const state: State = { table, doubles, words: new Int32Array(doubles.buffer) };
  for (let slot = 0; slot < slots; slot++) reset(state, slot);
  const [rows, items, add] = kernel === 'wide' ? [rowsWide, itemsWide, addWide] : [rowsSafe, itemsSafe, addSafe];
  const addSums = ({ sums, without }: Sums): number => {
    for (let slot = 0; slot < slots; slot++) add(state, slot, sums[slot]!);
    return without;
  };
  return {
    kernel,
    rows: (map, keys, amounts, lines) => rows(state, map, keys, amounts, lines),
    items: (slotOfItem, amounts, lines) => items(state, slotOfItem, amounts, lines),
    rowTotals: (map, keys, amounts) => addSums(rowSums(slots, map, keys, amounts)),
    itemTotals: (slotOfItem, amounts) => addSums(itemSums(slots, slotOfItem, amounts)),
    add: (slot, amount) => add(state, slot, amount),
    reset: (slot) => reset(state, slot),
    total: (slot) => doubles[slot << 3]!,
    earned: (slot) => {
      add(state, slot, 0);
      return doubles[(slot << 3) | EARNED]!;
    },
  };
}

/** No total, and a piece that no total is in, 1 … 0. */
function reset({ table, doubles }: State, slot: number): void {
  const at = slot << 3;
  doubles.fill(0, at, at + 8);
  doubles[at | FIRST] = 1;
  doubles[at | CAP] = table.cap[slot]!;
}

function enterPiece({ table, doubles, words }: State, slot: number, x: number): void {
  const at = slot << 3;
  const size = Math.abs(x);
  let piece = table.start[slot]!;
  while (size > table.last[piece]!) piece++;
  const mirrored = x < 0;
  doubles[at | FIRST] = mirrored ? -table.last[piece]! : table.first[piece]!;
  // A mirrored piece ends at −1 at the latest: 0 itself is not mirrored.
  doubles[at | LAST] = mirrored ? Math.min(-table.first[piece]!, -1) : table.last[piece]!;
  doubles[at | SLOPE] = table.slope[piece]!;
  doubles[at | OFFSET] = mirrored ? table.mirrored[piece]! : table.offset[piece]!;
  words[(at << 1) | SLOPE_WORD] = table.slope[piece]!;
  words[(at << 1) | OFFSET_WORD] = mirrored ? table.mirroredWord[piece]! : table.word[piece]!;
}

function stepWide(
  state: State,
  doubles: Float64Array,
  words: Int32Array,
  divisor: number,
  inverse: number,
  lowest: number,
  highest: number,
  tie: number,
  slot: number,
  amount: number,
): number {
  const at = slot << 3;
  const x = doubles[at]! + amount;
  doubles[at] = x;
  if (x > doubles[at | LAST]! || x < doubles[at | FIRST]!) enterPiece(state, slot, x);
  let q = wideQuotient(
    x * doubles[at | SLOPE]! - doubles[at | OFFSET]!,
    Math.imul(x, words[(at << 1) | SLOPE_WORD]!) - words[(at << 1) | OFFSET_WORD]!,
    divisor,
    inverse,
    lowest,
    highest,
    tie,
  );
  const cap = doubles[at | CAP]!;
  if (q > cap) q = cap;
  const line = q - doubles[at | EARNED]!;
  doubles[at | EARNED] = q;
  return line;
}

function rowsWide(
  state: State,
  { slotBase, periodOfDay, firstDay }: SlotMap,
  { payee, day }: RowKeys,
  amounts: Float64Array,
  lines: Float64Array,
): number {
  const { doubles, words } = state;
  const { divisor, inverse, lowest, highest, tie } = state.table.quotient;
  const payees = slotBase.length;
  const days = periodOfDay.length;
  let without = 0;
  for (let row = 0; row < amounts.length; row++) {
    const who = payee[row]!;
    const when = (day[row]! - firstDay) | 0;
    const base = who >>> 0 < payees ? slotBase[who]! : -1;
    const period = when >>> 0 < days ? periodOfDay[when]! : -1;
    if ((base | period) < 0) {
      lines[row] = 0;
      without++;
    } else {
      lines[row] = stepWide(
        state,
        doubles,
        words,
        divisor,
        inverse,
        lowest,
        highest,
        tie,
        (base + period) | 0,
        amounts[row]!,
      );
    }
  }
  return without;
}

function itemsWide(state: State, slotOfItem: Int32Array, amounts: Float64Array, lines: Float64Array): number {
  const { doubles, words } = state;
  const { divisor, inverse, lowest, highest, tie } = state.table.quotient;
  let without = 0;
  for (let item = 0; item < amounts.length; item++) {
    const slot = slotOfItem[item]!;
    if (slot < 0) {
      lines[item] = 0;
      without++;
    } else {
      lines[item] = stepWide(state, doubles, words, divisor, inverse, lowest, highest, tie, slot, amounts[item]!);
    }
  }
  return without;
}

function addWide(state: State, slot: number, amount: number): number {
  const { doubles, words } = state;
  const { divisor, inverse, lowest, highest, tie } = state.table.quotient;
  return stepWide(state, doubles, words, divisor, inverse, lowest, highest, tie, slot, amount);
}

function stepSafe(
  state: State,
  doubles: Float64Array,
  divisor: number,
  inverse: number,
  lowest: number,
  highest: number,
  tie: number,
  slot: number,
  amount: number,
): number {
  const at = slot << 3;
  const x = doubles[at]! + amount;
  doubles[at] = x;
  if (x > doubles[at | LAST]! || x < doubles[at | FIRST]!) enterPiece(state, slot, x);
  let q = safeQuotient(x * doubles[at | SLOPE]! - doubles[at | OFFSET]!, divisor, inverse, lowest, highest, tie);
  const cap = doubles[at | CAP]!;
  if (q > cap) q = cap;
  const line = q - doubles[at | EARNED]!;
  doubles[at | EARNED] = q;
  return line;
}

function rowsSafe(
  state: State,
  { slotBase, periodOfDay, firstDay }: SlotMap,
  { payee, day }: RowKeys,
  amounts: Float64Array,
  lines: Float64Array,
): number {
  const { doubles } = state;
  const { divisor, inverse, lowest, highest, tie } = state.table.quotient;
  const payees = slotBase.length;
  const days = periodOfDay.length;
  let without = 0;
  for (let row = 0; row < amounts.length; row++) {
    const who = payee[row]!;
    const when = (day[row]! - firstDay) | 0;
    const base = who >>> 0 < payees ? slotBase[who]! : -1;
    const period = when >>> 0 < days ? periodOfDay[when]! : -1;
    if ((base | period) < 0) {
      lines[row] = 0;
      without++;
    } else {
      lines[row] = stepSafe(state, doubles, divisor, inverse, lowest, highest, tie, (base + period) | 0, amounts[row]!);
    }
  }
  return without;
}

function itemsSafe(state: State, slotOfItem: Int32Array, amounts: Float64Array, lines: Float64Array): number {
  const { doubles } = state;
  const { divisor, inverse, lowest, highest, tie } = state.table.quotient;
  let without = 0;
  for (let item = 0; item < amounts.length; item++) {
    const slot = slotOfItem[item]!;
    if (slot < 0) {
      lines[item] = 0;
      without++;
    } else {
      lines[item] = stepSafe(state, doubles, divisor, inverse, lowest, highest, tie, slot, amounts[item]!);
    }
  }
  return without;
}

function addSafe(state: State, slot: number, amount: number): number {
  const { doubles } = state;
  const { divisor, inverse, lowest, highest, tie } = state.table.quotient;
  return stepSafe(state, doubles, divisor, inverse, lowest, highest, tie, slot, amount);
}
