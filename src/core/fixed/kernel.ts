import { PIECE } from './pieceLayout.js';
import { WIDE_DIVISOR } from './wideQuotient.js';

/** How exactly a run is computed; the result is the same. */
export type Kernel = 'safe' | 'wide' | 'bigint';

/** Bounds computed in doubles err by some units in the last place: this much is kept free for them. */
const SLACK = 1 - 2 ** -40;
const LARGEST_DOUBLE = 2 ** 53 * SLACK;
const LARGEST_QUOTIENT = 2 ** 50 * SLACK;

/** The magnitudes up to which each kernel in doubles is exact, or below 0 where it never is. */
export interface KernelBounds {
  readonly safe: number;
  readonly wide: number;
}

/** The largest |xR| + |d| of integers x, R, d, where d has the shift of the rounding mode in it. */
function productBounds(divisor: number): KernelBounds {
  const quotients = LARGEST_QUOTIENT * divisor;
  return {
    safe: Math.min(LARGEST_DOUBLE - divisor, divisor === 1 ? Infinity : quotients),
    wide: divisor <= WIDE_DIVISOR ? quotients : -1,
  };
}

/**
 * The kernel for integers x, R, d, where d has the shift of the rounding mode in it.
 *
 * @param product bound of |xR| + |d|
 * @param factor bound of |x| and |R|
 */
export function kernelFor(product: number, factor: number, divisor: number): Kernel {
  if (!(factor <= LARGEST_DOUBLE)) return 'bigint';
  const { safe, wide } = productBounds(divisor);
  if (product <= safe) return 'safe';
  return product <= wide ? 'wide' : 'bigint';
}

/** How far the running totals of all slots may go, by kernel. */
export function kernelBounds(pieces: Float64Array, divisor: number): KernelBounds {
  const products = productBounds(divisor);
  let { safe, wide } = { safe: LARGEST_DOUBLE, wide: LARGEST_DOUBLE };
  for (let at = 0; at < pieces.length; at += PIECE.size) {
    safe = Math.min(safe, reachWithin(pieces, at, products.safe));
    wide = Math.min(wide, reachWithin(pieces, at, products.wide));
  }
  return { safe, wide };
}

/** How far a running total may go before a piece has a product beyond a bound: short of the piece if it begins so. */
function reachWithin(pieces: Float64Array, at: number, product: number): number {
  const before = pieces[at + PIECE.first]! - 1;
  const slope = Math.abs(pieces[at + PIECE.slope]!);
  const offset = Math.max(Math.abs(pieces[at + PIECE.offset]!), Math.abs(pieces[at + PIECE.mirrored]!));
  if (slope > LARGEST_DOUBLE || offset > product) return before;
  const reach = slope === 0 ? Infinity : (product - offset) / slope;
  return reach >= pieces[at + PIECE.last]! ? Infinity : Math.max(before, reach);
}

/**
 * The fastest kernel that is exact for a table while no running total leaves −bound … bound.
 *
 * @param bound what `sumAbs` gives; NaN (amounts that are no safe integers) gives `bigint`
 */
export function chooseKernel(
  { uniform, bounds }: { readonly uniform: boolean; readonly bounds: KernelBounds },
  bound: number,
): Kernel {
  if (!uniform) return 'bigint';
  if (bound <= bounds.safe) return 'safe';
  return bound <= bounds.wide ? 'wide' : 'bigint';
}
