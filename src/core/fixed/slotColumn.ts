import { inBlocks } from './inBlocks.js';
import { chooseKernel } from './kernel.js';
import { PIECE } from './pieceLayout.js';
import type { PieceTable } from './pieceTable.js';
import { wideQuotient } from './wideQuotient.js';

/**
 * The value of the first slot of a table at each of many integers, in increments; `null` where the table or an amount needs
 * wider arithmetic than doubles give. Unlike a run, no row adds to another.
 *
 * @param values safe integers of at least 0
 */
export function slotColumn(table: PieceTable, values: Float64Array): Float64Array | null {
  const kernel = chooseKernel(table, greatest(values));
  if (kernel === 'bigint') return null;
  const results = new Float64Array(values.length);
  const block = kernel === 'safe' ? safeBlock : wideBlock;
  inBlocks(values.length, (from, to) => {
    block(table, values, results, from, to);
    return 0;
  });
  return results;
}

function greatest(values: Float64Array): number {
  let most = 0;
  for (let row = 0; row < values.length; row++) if (values[row]! > most) most = values[row]!;
  return most;
}

/** The loop of the safe kernel: it holds no call, and what it reads of modules and objects it reads once. */
function safeBlock(table: PieceTable, values: Float64Array, results: Float64Array, from: number, to: number): void {
  const { pieces } = table;
  const { divisor, inverse, lowest, highest, tie } = table.quotient;
  const { first: FIRST, last: LAST, slope: SLOPE, offset: OFFSET, size: SIZE } = PIECE;
  const cap = table.cap[0]!;
  // As in safeQuotient, which says why.
  const nearest = 6755399441055744;
  // The piece of the row before: most rows lie in it again.
  let first = Infinity;
  let last = -1;
  let slope = 0;
  let offset = 0;
  for (let row = from | 0; row < to; row = (row + 1) | 0) {
    const x = values[row]!;
    if (x > last || x < first) {
      let at = 0;
      while (x > pieces[at + LAST]!) at = (at + SIZE) | 0;
      first = pieces[at + FIRST]!;
      last = pieces[at + LAST]!;
      slope = pieces[at + SLOPE]!;
      offset = pieces[at + OFFSET]!;
    }
    const value = x * slope - offset;
    let q = value * inverse + nearest - nearest;
    let residue = value - q * divisor;
    if (residue > highest) {
      q += 1;
      residue -= divisor;
    } else if (residue < lowest) {
      q -= 1;
      residue += divisor;
    }
    if (residue === tie && (q & 1) !== 0) q -= 1;
    results[row] = q > cap ? cap : q;
  }
}

function wideBlock(table: PieceTable, values: Float64Array, results: Float64Array, from: number, to: number): void {
  const { pieces } = table;
  const { divisor, inverse, lowest, highest, tie } = table.quotient;
  const cap = table.cap[0]!;
  for (let row = from | 0; row < to; row = (row + 1) | 0) {
    const x = values[row]!;
    let at = 0;
    while (x > pieces[at + PIECE.last]!) at += PIECE.size;
    const slope = pieces[at + PIECE.slope]!;
    const estimate = x * slope - pieces[at + PIECE.offset]!;
    const word = Math.imul(x, slope) - pieces[at + PIECE.word]!;
    const q = wideQuotient(estimate, word, divisor, inverse, lowest, highest, tie);
    results[row] = q > cap ? cap : q;
  }
}
