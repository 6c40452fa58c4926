import { inverseOf } from './inverseOf.js';

/** A function's value and its slope along each axis. */
export interface Slope {
  readonly value: number;
  readonly gradient: readonly number[];
}

/** Where a climb ended. */
export interface Summit extends Slope {
  readonly point: readonly number[];
  /** Second derivatives; `null` where the climb ended at a bound. */
  readonly hessian: readonly (readonly number[])[] | null;
  /** The axis on which the climb left the bounds. */
  readonly left: number | null;
}

const MOST_STEPS = 300;
const MOST_HALVINGS = 40;
const MOST_NEWTON_STEPS = 8;
/** The longest step on an axis: a model's likelihood tells little about far away. */
const LONGEST = 1;
/** Slope, relative to the value, from which on only Newton's steps are taken. */
const NEAR = 1e-8;
/** Distance of the slopes whose differences are the second derivatives. */
const APART = 1e-4;

/**
 * Climbs from a start to the nearest summit: quasi-Newton steps (Broyden, Fletcher, Goldfarb, Shanno) as far as the slope is
 * steep, then Newton's own as long as they flatten it. The climb ends where a step leaves the bounds.
 */
export function maximise(
  slopeAt: (point: readonly number[]) => Slope,
  start: readonly number[],
  bounds: readonly (readonly [number, number])[],
): Summit {
  const outside = (point: readonly number[]): number =>
    point.findIndex((x, axis) => !(x >= bounds[axis]![0] && x <= bounds[axis]![1]));
  let at = { point: start, ...slopeAt(start) };
  let inverse = identity(start.length);
  for (let step = 0; step < MOST_STEPS && steepness(at) > NEAR * Math.max(1, Math.abs(at.value)); step++) {
    const direction = shortened(inverse.map((row) => dot(row, at.gradient)));
    const next = ascent(slopeAt, at, direction);
    if (next === null) {
      if (isIdentity(inverse)) break;
      inverse = identity(start.length);
      continue;
    }
    const left = outside(next.point);
    if (left >= 0) return { ...at, hessian: null, left };
    inverse = updated(inverse, at, next);
    at = next;
  }
  return flattened(slopeAt, at);
}

/** The largest slope along an axis. */
function steepness({ gradient }: Slope): number {
  return gradient.reduce((most, slope) => Math.max(most, Math.abs(slope)), 0);
}

type Place = Slope & { readonly point: readonly number[] };

/** The first of ever shorter steps that gains what its slope promises, in small part at least. */
function ascent(slopeAt: (point: readonly number[]) => Slope, at: Place, direction: readonly number[]): Place | null {
  const promised = dot(direction, at.gradient);
  if (!(promised > 0)) return null;
  let length = 1;
  for (let halving = 0; halving < MOST_HALVINGS; halving++) {
    const point = at.point.map((x, axis) => x + length * direction[axis]!);
    const next = slopeAt(point);
    if (next.value >= at.value + 1e-4 * length * promised) return { point, ...next };
    length /= 2;
  }
  return null;
}

/** Newton's steps, each taken when it leaves less slope than there was. */
function flattened(slopeAt: (point: readonly number[]) => Slope, start: Place): Summit {
  let at = start;
  let hessian = hessianAt(slopeAt, at.point);
  for (let step = 0; step < MOST_NEWTON_STEPS; step++) {
    const covariance = inverseOf(hessian.map((row) => row.map((value) => -value)));
    if (covariance === null) break;
    const direction = shortened(covariance.map((row) => dot(row, at.gradient)));
    const point = at.point.map((x, axis) => x + direction[axis]!);
    const next = { point, ...slopeAt(point) };
    if (!(steepness(next) < steepness(at) / 2)) break;
    at = next;
    hessian = hessianAt(slopeAt, point);
  }
  return { ...at, hessian, left: null };
}

function hessianAt(slopeAt: (point: readonly number[]) => Slope, point: readonly number[]): number[][] {
  const rows = point.map((_, axis) => {
    const moved = (by: number): readonly number[] =>
      slopeAt(point.map((x, each) => (each === axis ? x + by : x))).gradient;
    const [above, below] = [moved(APART), moved(-APART)];
    return above.map((slope, each) => (slope - below[each]!) / (2 * APART));
  });
  return rows.map((row, i) => row.map((value, j) => (value + rows[j]![i]!) / 2));
}

/** The inverse of the negative second derivatives, as the slopes at two places correct it. */
function updated(inverse: readonly (readonly number[])[], from: Place, to: Place): number[][] {
  const step = to.point.map((x, axis) => x - from.point[axis]!);
  const change = from.gradient.map((slope, axis) => slope - to.gradient[axis]!);
  const curvature = dot(step, change);
  if (!(curvature > 1e-10 * Math.sqrt(dot(step, step) * dot(change, change)))) return inverse.map((row) => [...row]);
  // The first step knows nothing of the scale: it is taken from the slopes.
  const scale = isIdentity(inverse) ? curvature / dot(change, change) : 1;
  const before = inverse.map((row) => row.map((value) => value * scale));
  const seen = before.map((row) => dot(row, change));
  const weight = 1 + dot(change, seen) / curvature;
  return before.map((row, i) =>
    row.map(
      (value, j) => value + (weight * step[i]! * step[j]! - seen[i]! * step[j]! - step[i]! * seen[j]!) / curvature,
    ),
  );
}

function shortened(direction: readonly number[]): number[] {
  const longest = direction.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  return direction.map((x) => (longest > LONGEST ? (x / longest) * LONGEST : x));
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, x, axis) => sum + x * b[axis]!, 0);
}

function identity(size: number): number[][] {
  return Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_, j) => (i === j ? 1 : 0)));
}

function isIdentity(matrix: readonly (readonly number[])[]): boolean {
  return matrix.every((row, i) => row.every((value, j) => value === (i === j ? 1 : 0)));
}
