/** A point of the unit box and what the objective makes of it. */
interface Place {
  readonly point: readonly number[];
  readonly value: number;
}

/** Values an axis at which the search looks before it starts, by the number of axes. */
const GRID = [0, 21, 9, 6];
/** From how many of the best of them it starts. */
const STARTS = 8;
/** First width of a simplex, and the width at which it has found its place: the root of a double's precision. */
const WIDTH = 0.1;
const NARROW = 1e-8;
const MOST_STEPS = 400;

/**
 * A point of [0, 1]ᵏ, k at most 3, where an objective is least as far as several simplex descents (Nelder and Mead, 1965)
 * can tell. The same objective gives the same point: starts are the best points of a fixed grid, and of equal values the
 * earlier stays. Only the order of values counts, so an objective times a constant gives the same point.
 */
export function searchBox(axes: number, objective: (point: readonly number[]) => number): readonly number[] {
  if (axes === 0) return [];
  const at = (point: readonly number[]): Place => {
    const value = objective(point);
    return { point, value: Number.isNaN(value) ? Infinity : value };
  };
  const places = gridOf(axes, GRID[axes]!).map(at).toSorted(byValue).slice(0, STARTS);
  const [best] = places.map((start) => descend(at, start)).toSorted(byValue);
  // A simplex may have gone flat on its way; a fresh one at its end shows.
  return descend(at, best!).point;
}

function gridOf(axes: number, count: number): number[][] {
  // With the edges of the box, where the best weights often lie.
  const marks = Array.from({ length: count }, (_, index) => index / (count - 1));
  let points: number[][] = [[]];
  for (let axis = 0; axis < axes; axis++) points = points.flatMap((point) => marks.map((mark) => [...point, mark]));
  return points;
}

function descend(at: (point: readonly number[]) => Place, start: Place): Place {
  const axes = start.point.length;
  const corners = start.point.map((_, axis) =>
    at(start.point.map((x, each) => (each !== axis ? x : x > 0.5 ? x - WIDTH : x + WIDTH))),
  );
  const simplex = [start, ...corners].toSorted(byValue);
  for (let step = 0; step < MOST_STEPS && widthOf(simplex) > NARROW; step++) {
    const worst = simplex[axes]!;
    const others = simplex.slice(0, axes);
    const middle = worst.point.map((_, axis) => others.reduce((sum, { point }) => sum + point[axis]!, 0) / axes);
    const toward = (distance: number): Place =>
      at(middle.map((m, axis) => inUnit(m + distance * (m - worst.point[axis]!))));
    const next = betterThan(worst, toward, simplex[0]!, simplex[axes - 1]!);
    if (next !== undefined) {
      simplex[axes] = next;
    } else {
      const { point: best } = simplex[0]!;
      for (let corner = 1; corner <= axes; corner++) {
        simplex[corner] = at(simplex[corner]!.point.map((x, axis) => (x + best[axis]!) / 2));
      }
    }
    simplex.sort(byValue);
  }
  return simplex[0]!;
}

/** What replaces the worst corner: its mirror image, twice as far, or half the way in; none of them when all are worse. */
function betterThan(worst: Place, toward: (distance: number) => Place, best: Place, second: Place): Place | undefined {
  const mirrored = toward(1);
  if (mirrored.value < best.value) {
    const further = toward(2);
    return further.value < mirrored.value ? further : mirrored;
  }
  if (mirrored.value < second.value) return mirrored;
  const inward = mirrored.value < worst.value ? toward(0.5) : toward(-0.5);
  return inward.value < Math.min(mirrored.value, worst.value) ? inward : undefined;
}

function widthOf(simplex: readonly Place[]): number {
  const [first, ...rest] = simplex;
  let width = 0;
  for (const { point } of rest)
    point.forEach((x, axis) => (width = Math.max(width, Math.abs(x - first!.point[axis]!))));
  return width;
}

function byValue(a: Place, b: Place): number {
  return a.value < b.value ? -1 : a.value > b.value ? 1 : 0;
}

function inUnit(x: number): number {
  return Math.min(Math.max(x, 0), 1);
}
