import { type CompiledCurve, curveAt } from '../../core/curvePieces.js';
import { type Decimal, times, ZERO } from '../../core/decimal.js';
import { type CompiledTiers, pieceAt } from '../../core/tierPieces.js';
import type { Position } from '../rate/position.js';
import { stretchCurve } from '../rate/stretchCurve.js';
import type { Axis } from '../rate/tiersRate.js';

/** A multiplier's factor by position on an axis, read whole at the span's total. */
export interface MultiplierLookup {
  /** `null` for a constant. */
  readonly axis: Axis | null;
  factor(position: Position): Decimal;
}

/** The rate of the tier that the position lies in. */
export function tiersLookup(axis: Axis, tiers: CompiledTiers): MultiplierLookup {
  return {
    axis,
    factor: ({ numerator, denominator }) => {
      // Bounds are scaled instead of the position divided, so that a ratio exactly on a bound is found there.
      const [first, ...rest] = tiers.pieces.map((piece) => ({
        ...piece,
        from: times(piece.from, denominator),
        upTo: piece.upTo && times(piece.upTo, denominator),
      }));
      return first === undefined ? ZERO : pieceAt({ ...tiers, pieces: [first, ...rest] }, numerator).slope;
    },
  };
}

/** The curve's height; where the curve ends without extrapolation, nothing is paid. */
export function curveLookup(axis: Axis, curve: CompiledCurve): MultiplierLookup {
  return {
    axis,
    factor: ({ numerator, denominator }) => curveAt(stretchCurve(curve, denominator), numerator) ?? ZERO,
  };
}
