import type { Curve } from './curve.js';
import { compileCurve, type CurvePiece } from './curvePieces.js';
import { Decimal, minus, plus, times, toDecimal, toText, type DecimalLike, type DecimalString } from './decimal.js';
import type { Reason } from './errors.js';

/** The least x at which a curve reaches a target, or why there is none. */
export type InverseCurve =
  | {
      readonly ok: true;
      readonly x: DecimalString;
      /** Whether x itself reaches the target, or only what lies just above it: a jump whose x is owned by its left side. */
      readonly inclusive: boolean;
    }
  | { readonly ok: false; readonly reasons: readonly Reason[] };

/** An x that is rounded is rounded up, so that it reaches the target. */
const Later = /* @__PURE__ */ Decimal.clone({ precision: 40, rounding: Decimal.ROUND_CEIL });

/**
 * Returns the smallest x whose y reaches the target, exact or rounded up to 40 significant digits.
 *
 * The search begins at the first point, or below it where the curve is continued there. Reason `unreachable` carries
 * the `supremum` of y, reason `unbounded` says that every smaller x reaches the target too on a continued line.
 *
 * @param curve the points and what lies beyond them
 * @param target the y to reach
 * @throws SalesModelError `curve.notAscending`, `curve.tooFewPoints`, `curve.sides`, `option.unknown`,
 * `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { invertCurve, type Curve } from 'salesmodel/core';
 *
 * const pay: Curve = { points: [{ x: '90', y: '0' }, { x: '90', y: '50' }, { x: '120', y: '200' }] };
 * invertCurve(pay, '150'); // => { ok: true, x: '110', inclusive: true }
 * invertCurve(pay, '201'); // => { ok: false, reasons: [{ code: 'unreachable', params: { supremum: '200' } }] }
 */
export function invertCurve(curve: Curve, target: DecimalLike): InverseCurve {
  const { knots, pieces } = compileCurve(curve);
  const goal = toDecimal(target, ['target']);
  const reached = (x: Decimal, inclusive: boolean): InverseCurve => ({ ok: true, x: toText(x), inclusive });
  const onLine = ({ x, y, rise, run }: CurvePiece): Decimal | null =>
    rise.lte(0) ? null : new Decimal(Later.div(plus(times(x, rise), times(minus(goal, y), run)), rise));
  const below = pieces[0];
  if (below?.rise.lt(0)) return { ok: false, reasons: [{ code: 'unbounded', params: {} }] };
  const under = below && goal.lt(below.y) ? onLine(below) : null;
  if (under) return reached(under, true);
  let supremum = knots[0].at;
  for (const [index, { x, at, right }] of knots.entries()) {
    if (at.gte(goal)) return reached(x, true);
    const piece = pieces[index + 1];
    if (!piece) continue;
    if (right.gt(goal) || (right.eq(goal) && piece.rise.gte(0))) return reached(x, false);
    // A line that only nears the goal at its end leaves the answer to the point there.
    const end = knots[index + 1]?.left;
    const crossing = end === undefined || end.gt(goal) ? onLine(piece) : null;
    if (crossing) return reached(crossing, true);
    supremum = Decimal.max(supremum, at, right, end ?? right);
  }
  return { ok: false, reasons: [{ code: 'unreachable', params: { supremum: toText(supremum) } }] };
}
