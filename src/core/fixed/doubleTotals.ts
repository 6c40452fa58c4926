import type { Kernel } from './kernel.js';
import { PIECE } from './pieceLayout.js';
import type { PieceTable } from './pieceTable.js';
import type { SlotTotals } from './runner.js';
import { safeQuotient } from './safeQuotient.js';
import type { RowKeys, SlotMap } from './slots.js';
import { sumRows } from './sumRows.js';
import { wideQuotient } from './wideQuotient.js';

/** Adds up amounts by slot, in any order, and evaluates each slot once, where `chooseKernel` says `safe` or `wide`. */
export function doubleTotals(
  table: PieceTable,
  kernel: Exclude<Kernel, 'bigint'>,
  map: SlotMap,
  keys: RowKeys,
  amounts: Float64Array,
): SlotTotals<Float64Array> {
  const totals = new Float64Array(table.start.length);
  const without = sumRows(totals, map, keys, amounts);
  const earned = new Float64Array(totals.length);
  evaluate(table, kernel === 'safe', totals, earned);
  return { totals, earned, without };
}

function evaluate(table: PieceTable, isSafe: boolean, totals: Float64Array, earned: Float64Array): void {
  const { pieces, start, cap } = table;
  const { divisor, inverse, lowest, highest, tie } = table.quotient;
  const { last: LAST, slope: SLOPE, offset: OFFSET, mirrored: MIRRORED, size: SIZE } = PIECE;
  const { word: WORD, mirroredWord: MIRRORED_WORD } = PIECE;
  for (let slot = 0; slot < totals.length; slot += 1) {
    const x = totals[slot]!;
    const size = Math.abs(x);
    let at = start[slot]!;
    while (size > pieces[at + LAST]!) at += SIZE;
    const slope = pieces[at + SLOPE]!;
    const value = x * slope - pieces[at + (x < 0 ? MIRRORED : OFFSET)]!;
    let q: number;
    if (isSafe) {
      q = safeQuotient(value, divisor, inverse, lowest, highest, tie);
    } else {
      const word = Math.imul(x, slope) - pieces[at + (x < 0 ? MIRRORED_WORD : WORD)]!;
      q = wideQuotient(value, word, divisor, inverse, lowest, highest, tie);
    }
    const most = cap[slot]!;
    earned[slot] = q > most ? most : q;
  }
}
