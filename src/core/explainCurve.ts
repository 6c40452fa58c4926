import type { Curve } from './curve.js';
import { compileCurve, curveAt } from './curvePieces.js';
import { type Decimal, type DecimalLike, minus, times, toDecimal, toText } from './decimal.js';
import type { Path } from './errors.js';
import { explainConstant, explainInput, explainStep, type Explanation, quotientParams } from './explanation.js';

/** Where the curve and the x stand, for the paths of the facts. */
export interface CurvePaths {
  /** Default: the curve is the root. */
  readonly curve?: Path;
  /** Default `['x']`. */
  readonly x?: Path;
}

/**
 * Returns the steps of {@link evaluateCurve}: the point that x meets, the two points it lies between, or the end that
 * it lies beyond.
 *
 * @param curve the points and what lies beyond them
 * @param x any decimal
 * @param paths where both stand in a larger input
 * @throws SalesModelError `curve.notAscending`, `curve.tooFewPoints`, `curve.sides`, `option.unknown`,
 * `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { explainCurve, renderExplanation, type Curve } from 'salesmodel/core';
 *
 * const pay: Curve = { points: [{ x: '90', y: '50' }, { x: '120', y: '200' }] };
 * renderExplanation(explainCurve(pay, '110'), 'en', { depth: 0 });
 * // => 'on the line from (90, 50) to (120, 200), at x = 110 = 150'
 */
export function explainCurve(curve: Curve, x: DecimalLike, paths: CurvePaths = {}): Explanation {
  const asked = toDecimal(x, ['x']);
  return explainCurveAt(curve, asked, explainInput(paths.x ?? ['x'], toText(asked)), paths.curve ?? []);
}

/** The steps of a curve that stands at a path, at an x that has steps of its own. */
export function explainCurveAt(curve: Curve, asked: Decimal, input: Explanation, path: Path): Explanation {
  const compiled = compileCurve(curve);
  const y = curveAt(compiled, asked);
  const value = y && toText(y);
  const point = (index: number): Explanation => {
    const at = curve.points[index];
    return explainConstant([...path, 'points', index, 'y'], at?.y ?? null, 'curve.point', {
      number: index + 1,
      x: at?.x ?? null,
    });
  };
  const met = compiled.knots.find((knot) => knot.x.eq(asked));
  if (met) return explainStep('curve.at', { x: toText(asked) }, value, [point(met.point), input]);

  const next = curve.points.findIndex((each) => asked.lt(each.x));
  const [left, right] = [curve.points[next - 1], curve.points[next]];
  if (left && right) {
    const [from, to] = [left, right].map((each) => ({ x: toDecimal(each.x), y: toDecimal(each.y) }));
    const climb = times(minus(asked, from!.x), minus(to!.y, from!.y));
    const cut = y === null ? {} : quotientParams(minus(y, from!.y), climb, minus(to!.x, from!.x));
    const params = { x: toText(asked), x1: left.x, y1: left.y, x2: right.x, y2: right.y, ...cut };
    return explainStep('curve.between', params, value, [point(next - 1), point(next), input]);
  }
  const side = next === 0 ? 'below' : 'above';
  const policy = curve.extrapolate?.[side] ?? 'clamp';
  const used = { none: [], clamp: [side === 'below' ? 0 : curve.points.length - 1], linear: lineAt(curve, side) };
  const facts = [...used[policy].map(point), input];
  return explainStep(`curve.${policy}`, { x: toText(asked), side }, value, facts);
}

/** The two points whose line is continued: the last of the outermost x and the first of the next, or the reverse. */
function lineAt({ points }: Curve, side: 'below' | 'above'): number[] {
  const end = toDecimal(points.at(side === 'below' ? 0 : -1)?.x ?? 0);
  const other =
    side === 'below' ? points.findIndex(({ x }) => end.lt(x)) : points.findLastIndex(({ x }) => end.gt(x)) + 1;
  return [other - 1, other];
}
