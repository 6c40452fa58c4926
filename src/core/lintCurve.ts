import type { Curve } from './curve.js';
import { compileCurve, curveOn, type CompiledCurve } from './curvePieces.js';
import { minus, plus, toDecimal, toText, type Decimal } from './decimal.js';
import type { Finding, Path } from './errors.js';

/**
 * Returns what is odd about a curve, sorted by point, then by code:
 *
 * - `nonMonotone`: y goes against the direction of the whole curve (first to last point) over `from` … `to`, by `loss`
 * - `duplicatePoint`: the point repeats the one before
 * - `unreachablePoint`: no x has this point's y because of the point: it lies between others of the same x, or only the
 *   other one of its x is in use
 *
 * @param curve the points and what lies beyond them
 * @param path where the curve stands in a larger definition, for the paths of the findings
 * @throws SalesModelError `curve.notAscending`, `curve.tooFewPoints`, `curve.sides`, `option.unknown`,
 * `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { lintCurve } from 'salesmodel/core';
 *
 * lintCurve({ points: [{ x: '0', y: '0' }, { x: '1', y: '60' }, { x: '2', y: '50' }] });
 * // => [
 * //   { code: 'nonMonotone', severity: 'warning', path: ['points', 2], params: { from: '1', to: '2', loss: '10' } },
 * // ]
 */
export function lintCurve(curve: Curve, path: Path = []): readonly Finding[] {
  const compiled = compileCurve(curve, path);
  const points = curve.points.map(({ x, y }) => ({ x: toDecimal(x), y: toDecimal(y) }));
  const found = [...turns(compiled)];
  points.forEach(({ x, y }, point) => {
    const before = points[point - 1];
    if (before?.x.eq(x) && before.y.eq(y)) {
      found.push({ point, code: 'duplicatePoint', severity: 'info', params: { of: point - 1 } });
    } else if (!reachable(compiled, x).some((value) => value.eq(y))) {
      found.push({ point, code: 'unreachablePoint', severity: 'warning', params: { x: toText(x), y: toText(y) } });
    }
  });
  return found
    .sort((a, b) => a.point - b.point || (a.code < b.code ? -1 : 1))
    .map(({ point, code, severity, params }) => ({ code, severity, path: [...path, 'points', point], params }));
}

interface Found {
  readonly point: number;
  readonly code: string;
  readonly severity: Finding['severity'];
  readonly params: Finding['params'];
}

/** The y that holds at the x of a knot, and the ends of the lines on both sides of it. */
function reachable({ knots, pieces }: CompiledCurve, x: Decimal): Decimal[] {
  const index = knots.findIndex((knot) => knot.x.eq(x));
  const lines = [pieces[index], pieces[index + 1]].flatMap((piece) => (piece ? [curveOn(piece, x)] : []));
  const at = knots[index]?.at;
  return at ? [at, ...lines] : lines;
}

/** The stretches on which y goes against the direction from the first point to the last. */
function turns({ knots }: CompiledCurve): Found[] {
  const steps = knots.flatMap(({ x, left, right, point }) =>
    (left.eq(right) ? [left] : [left, right]).map((y) => ({ x, y, point })),
  );
  const first = steps[0];
  const last = steps.at(-1);
  const direction = first && last?.y.lt(first.y) ? -1 : 1;
  const runs: { point: number; from: Decimal; to: Decimal; change: Decimal; next: number }[] = [];
  steps.forEach(({ x, y, point }, index) => {
    const before = steps[index - 1];
    if (!before || y.cmp(before.y) !== -direction) return;
    const run = runs.at(-1);
    const change = minus(y, before.y);
    // A flat stretch in between ends a run: what follows is a second turn.
    if (run?.next === index)
      runs[runs.length - 1] = { ...run, to: x, change: plus(run.change, change), next: index + 1 };
    else runs.push({ point, from: before.x, to: x, change, next: index + 1 });
  });
  return runs.map(({ point, from, to, change }) => ({
    point,
    code: 'nonMonotone',
    severity: 'warning',
    params: { from: toText(from), to: toText(to), loss: toText(change.abs()) },
  }));
}
