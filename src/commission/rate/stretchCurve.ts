import type { CompiledCurve } from '../../core/curvePieces.js';
import { type Decimal, times } from '../../core/decimal.js';

/** The curve over `unit × x` instead of x, so that a ratio is looked up by its numerator and nothing is divided. */
export function stretchCurve({ knots, pieces }: CompiledCurve, unit: Decimal): CompiledCurve {
  const [first, ...rest] = knots;
  const stretch = <T extends { readonly x: Decimal }>(place: T): T => ({ ...place, x: times(place.x, unit) });
  return {
    knots: [stretch(first), ...rest.map(stretch)],
    pieces: pieces.map((piece) => (piece === null ? null : { ...stretch(piece), run: times(piece.run, unit) })),
  };
}
