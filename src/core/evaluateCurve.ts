import type { Curve } from './curve.js';
import { compileCurve, curveAt } from './curvePieces.js';
import { toDecimal, toText, type DecimalLike, type DecimalString } from './decimal.js';

/**
 * Returns the y of a curve at x, exact where the division between two points ends and to 40 significant digits of the
 * part beyond the point before where it does not; `null` beyond the points when nothing is extrapolated.
 *
 * @param curve the points and what lies beyond them
 * @param x any decimal
 * @throws SalesModelError `curve.notAscending`, `curve.tooFewPoints`, `curve.sides`, `option.unknown`,
 * `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { evaluateCurve, type Curve } from 'salesmodel/core';
 *
 * const pay: Curve = { points: [{ x: '0.9', y: '0' }, { x: '0.9', y: '0.5' }, { x: '1.2', y: '2' }] };
 * evaluateCurve(pay, '0.89'); // => '0'
 * evaluateCurve(pay, '0.95'); // => '0.75'
 * evaluateCurve(pay, '1.25'); // => '2'
 */
export function evaluateCurve(curve: Curve, x: DecimalLike): DecimalString | null {
  const y = curveAt(compileCurve(curve), toDecimal(x, ['x']));
  return y && toText(y);
}
