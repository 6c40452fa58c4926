import type { Curve, CurvePoint, Extrapolation } from './curve.js';
import { minus, ONE, plus, toDecimal, toText, ZERO, type Decimal } from './decimal.js';
import type { Path } from './errors.js';
import { fail } from './fail.js';
import { oneOf } from './oneOf.js';
import { proportion } from './proportion.js';

/** A line: `y(x) = y + rise × (x − x₀) / run`, with `run` > 0 and x₀ its `x`. */
export interface CurvePiece {
  /** Index of the point that the line passes through. */
  readonly point: number;
  readonly x: Decimal;
  readonly y: Decimal;
  readonly rise: Decimal;
  readonly run: Decimal;
}

/** All points that share an x: the limits from both sides, and the y that holds there. */
export interface Knot {
  readonly x: Decimal;
  readonly left: Decimal;
  readonly right: Decimal;
  readonly at: Decimal;
  /** Index of the point whose y holds. */
  readonly point: number;
}

/** A checked curve in the form that every calculation reads. */
export interface CompiledCurve {
  readonly knots: readonly [Knot, ...Knot[]];
  /** One line below, between and above the knots, so one more than those; `null` where there is no value. */
  readonly pieces: readonly (CurvePiece | null)[];
}

const EXTRAPOLATIONS = ['clamp', 'linear', 'none'] as const;
const SIDES = ['left', 'right'] as const;

/**
 * Checks a curve and turns it into knots and lines.
 *
 * @throws SalesModelError `curve.notAscending`, `curve.tooFewPoints`, `curve.sides`, `option.unknown`,
 * `decimal.invalid`, `decimal.tooLong`
 */
export function compileCurve(curve: Curve, path: Path = []): CompiledCurve {
  const { below = 'clamp', above = 'clamp' } = curve.extrapolate ?? {};
  oneOf(below, EXTRAPOLATIONS, [...path, 'extrapolate', 'below']);
  oneOf(above, EXTRAPOLATIONS, [...path, 'extrapolate', 'above']);
  const at = [...path, 'points'];
  const [first, ...rest] = gather(readPoints(curve.points, at), at);
  const last = rest.at(-1) ?? first;
  const needed = below === 'linear' || above === 'linear' ? 2 : 1;
  if (first === undefined || last === undefined || rest.length + 1 < needed) {
    return fail('curve.tooFewPoints', at, { least: needed, count: first ? 1 : 0 });
  }
  const inner = rest.map((knot, index) => lineBetween(index === 0 ? first : (rest[index - 1] ?? first), knot));
  const pieces = [beyond(below, first, first.left, inner[0]), ...inner, beyond(above, last, last.right, inner.at(-1))];
  return { knots: [first, ...rest], pieces };
}

/** The y at x, or `null` where the curve has none. */
export function curveAt(compiled: CompiledCurve, x: Decimal): Decimal | null {
  const next = compiled.knots.findIndex((knot) => knot.x.gte(x));
  const knot = compiled.knots[next];
  if (knot?.x.eq(x)) return knot.at;
  const piece = compiled.pieces[next === -1 ? compiled.knots.length : next];
  return piece ? curveOn(piece, x) : null;
}

/** The y of one line; only the part between two points is ever divided. */
export function curveOn({ x: start, y, rise, run }: CurvePiece, x: Decimal): Decimal {
  return plus(y, proportion(rise, minus(x, start), run));
}

interface Point {
  readonly point: number;
  readonly x: Decimal;
  readonly y: Decimal;
  readonly side: CurvePoint['side'];
}

function readPoints(points: readonly CurvePoint[], path: Path): Point[] {
  return points.map(({ x, y, side }, point) => {
    if (side !== undefined) oneOf(side, SIDES, [...path, point, 'side']);
    return { point, x: toDecimal(x, [...path, point, 'x']), y: toDecimal(y, [...path, point, 'y']), side };
  });
}

/** The points of one x together. */
function gather(points: readonly Point[], path: Path): Knot[] {
  const groups: [Point, ...Point[]][] = [];
  for (const point of points) {
    const group = groups.at(-1);
    if (!group || point.x.gt(group[0].x)) groups.push([point]);
    else if (point.x.eq(group[0].x)) group.push(point);
    else fail('curve.notAscending', [...path, point.point, 'x'], { bound: toText(group[0].x), value: toText(point.x) });
  }
  return groups.map((group) => {
    const first = group[0];
    const last = group.at(-1) ?? first;
    const stated = group.filter(({ side }) => side !== undefined);
    const other = stated.find(({ side }) => side !== stated[0]?.side);
    if (other) fail('curve.sides', [...path, other.point, 'side'], { x: toText(first.x) });
    const owner = stated[0]?.side === 'left' ? first : last;
    return { x: first.x, left: first.y, right: last.y, at: owner.y, point: owner.point };
  });
}

function lineBetween(from: Knot, to: Knot): CurvePiece {
  return { point: from.point, x: from.x, y: from.right, rise: minus(to.left, from.right), run: minus(to.x, from.x) };
}

function beyond(policy: Extrapolation, knot: Knot, y: Decimal, next: CurvePiece | undefined): CurvePiece | null {
  if (policy === 'none') return null;
  if (policy === 'linear' && next) return next;
  return { point: knot.point, x: knot.x, y, rise: ZERO, run: ONE };
}
