import { PIECE, type PieceTable } from './pieceTable.js';
import { WIDE_DIVISOR } from './wideQuotient.js';

/** How exactly a run is computed; the result is the same. */
export type Kernel = 'safe' | 'wide' | 'bigint';

/** Bounds computed in doubles err by some units in the last place: this much is kept free for them. */
const SLACK = 1 - 2 ** -40;
const LARGEST_DOUBLE = 2 ** 53 * SLACK;
const LARGEST_QUOTIENT = 2 ** 50 * SLACK;

/**
 * The kernel for integers x, R, d, where d has the shift of the rounding mode in it.
 *
 * @param product bound of |xR| + |d|
 * @param factor bound of |x| and |R|
 */
export function kernelFor(product: number, factor: number, divisor: number): Kernel {
  if (!(factor <= LARGEST_DOUBLE)) return 'bigint';
  const fits = product <= LARGEST_QUOTIENT * divisor;
  if (product + divisor <= LARGEST_DOUBLE && (fits || divisor === 1)) return 'safe';
  return fits && divisor <= WIDE_DIVISOR ? 'wide' : 'bigint';
}

/**
 * The fastest kernel that is exact for a table while no running total leaves −bound … bound.
 *
 * @param bound what {@link sumAbs} gives; NaN (amounts that are no safe integers) gives `bigint`
 */
export function chooseKernel(table: PieceTable, bound: number): Kernel {
  if (!table.uniform) return 'bigint';
  let product = 0;
  let factor = bound;
  const { pieces } = table;
  for (let at = 0; at < pieces.length; at += PIECE.size) {
    if (pieces[at + PIECE.first]! > bound) continue;
    const slope = Math.abs(pieces[at + PIECE.slope]!);
    const offset = Math.max(Math.abs(pieces[at + PIECE.offset]!), Math.abs(pieces[at + PIECE.mirrored]!));
    product = Math.max(product, Math.min(bound, pieces[at + PIECE.last]!) * slope + offset);
    factor = Math.max(factor, slope);
  }
  return kernelFor(product, factor, table.quotient.divisor);
}
