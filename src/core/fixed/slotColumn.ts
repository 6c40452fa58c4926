import { chooseKernel } from './kernel.js';
import { PIECE, type PieceTable } from './pieceTable.js';
import { safeQuotient } from './safeQuotient.js';
import { sumAbs } from './sumAbs.js';
import { wideQuotient } from './wideQuotient.js';

/**
 * The value of the first slot of a table at each of many integers, in increments; `null` where the table or an amount needs
 * wider arithmetic than doubles give. Unlike a run, no row adds to another.
 *
 * @param values integers of at least 0
 */
export function slotColumn(table: PieceTable, values: Float64Array): Float64Array | null {
  let most = 0;
  for (let row = 0; row < values.length; row++) if (values[row]! > most) most = values[row]!;
  const kernel = Number.isSafeInteger(most) && sumAbs(values) === sumAbs(values) ? chooseKernel(table, most) : 'bigint';
  if (kernel === 'bigint') return null;
  const { pieces } = table;
  const { divisor, inverse, lowest, highest, tie } = table.quotient;
  const isSafe = kernel === 'safe';
  const cap = table.cap[0]!;
  const results = new Float64Array(values.length);
  for (let row = 0; row < values.length; row++) {
    const x = values[row]!;
    let at = 0;
    while (x > pieces[at + PIECE.last]!) at += PIECE.size;
    const slope = pieces[at + PIECE.slope]!;
    const value = x * slope - pieces[at + PIECE.offset]!;
    const q = isSafe
      ? safeQuotient(value, divisor, inverse, lowest, highest, tie)
      : wideQuotient(value, Math.imul(x, slope) - pieces[at + PIECE.word]!, divisor, inverse, lowest, highest, tie);
    results[row] = q > cap ? cap : q;
  }
  return results;
}
