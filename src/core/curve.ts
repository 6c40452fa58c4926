import type { DecimalString } from './decimal.js';

/** One point of a curve. */
export interface CurvePoint {
  readonly x: DecimalString;
  readonly y: DecimalString;
  /**
   * Where points share an x, on any of them: whether the first (`left`) or the last (`right`, default) y holds at x
   * itself.
   */
  readonly side?: 'left' | 'right';
}

/** What lies beyond the outermost points: their y, the next line continued, or nothing. */
export type Extrapolation = 'clamp' | 'linear' | 'none';

/** A piecewise linear function: straight lines between points, jumps where points share an x. */
export interface Curve {
  /** Ascending by x. */
  readonly points: readonly CurvePoint[];
  /** Default `clamp` on both ends. */
  readonly extrapolate?: { readonly below?: Extrapolation; readonly above?: Extrapolation };
}
