import type { Kernel } from './kernel.js';
import { PIECE } from './pieceLayout.js';
import type { PieceTable } from './pieceTable.js';
import type { SlotTotals } from './runner.js';
import { safeQuotient } from './safeQuotient.js';
import type { RowSums } from './sumRows.js';
import { wideQuotient } from './wideQuotient.js';

/** Evaluates each slot once, on amounts that were added up in any order, where `chooseKernel` says `safe` or `wide`. */
export function doubleTotals(
  table: PieceTable,
  kernel: Exclude<Kernel, 'bigint'>,
  { totals, without }: RowSums,
): SlotTotals<Float64Array> {
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
