import { reachBetween } from './reachBetween.js';
import type { Seeds } from './seedCentres.js';

/** Where Lloyd's iterations ended. */
export interface LloydRun {
  /** One behind the other. */
  readonly centres: Float64Array;
  readonly labels: Int32Array;
  readonly inertia: number;
  readonly iterations: number;
  readonly converged: boolean;
}

/**
 * Moves each centre into the middle of the rows that are nearest to it until no row changes its centre. Sums run in the
 * order of the rows, and of equally near centres the first is taken.
 *
 * @param start centres with the rows that are nearest to each; its labels and squares are overwritten
 */
export function lloyd(
  values: Float64Array,
  n: number,
  width: number,
  { centres: start, labels, squares }: Seeds,
  { maxIterations, drops }: { readonly maxIterations: number; readonly drops: boolean },
): LloydRun {
  let centres = start.slice();
  let iterations = 1;
  let converged = false;
  for (;;) {
    const { sums, counts } = sumsOf(values, n, width, labels, centres.length / width);
    if (counts.includes(0) && drops) {
      const kept = Array.from(counts, (_, at) => at).filter((at) => counts[at]! > 0);
      centres = Float64Array.from(
        kept.flatMap((at) => Array.from({ length: width }, (_, column) => sums[at * width + column]! / counts[at]!)),
      );
      labels.fill(-1);
    } else {
      if (counts.includes(0)) refill(values, width, { sums, counts, labels, squares });
      for (let at = 0; at < counts.length; at++) {
        for (let column = 0; column < width; column++)
          centres[at * width + column] = sums[at * width + column]! / counts[at]!;
      }
    }
    if (iterations >= maxIterations) break;
    iterations++;
    converged = assign(values, n, width, centres, labels, squares) === 0;
    if (converged) break;
  }
  // The last means may have moved away from the last labels.
  if (!converged) assign(values, n, width, centres, labels, squares);
  let inertia = 0;
  for (let row = 0; row < n; row++) inertia += squares[row]!;
  return { centres, labels, inertia, iterations, converged };
}

/** What the rows of each group add up to, and how many they are. */
function sumsOf(
  values: Float64Array,
  n: number,
  width: number,
  labels: Int32Array,
  k: number,
): { readonly sums: Float64Array; readonly counts: Int32Array } {
  const sums = new Float64Array(k * width);
  const counts = new Int32Array(k);
  for (let row = 0, place = 0; row < n; row++) {
    const label = labels[row]!;
    counts[label] = counts[label]! + 1;
    const end = (label + 1) * width;
    for (let at = label * width; at < end; at++) sums[at] = sums[at]! + values[place++]!;
  }
  return { sums, counts };
}

/** Gives each row its nearest centre and says how many changed. */
function assign(
  values: Float64Array,
  n: number,
  width: number,
  centres: Float64Array,
  labels: Int32Array,
  squares: Float64Array,
): number {
  const k = centres.length / width;
  const reach = reachOf(centres, k, width);
  let changed = 0;
  for (let row = 0; row < n; row++) {
    const first = row * width;
    const label = labels[row]!;
    if (label >= 0) {
      let square = 0;
      for (let column = 0, place = label * width; column < width; column++) {
        const gap = values[first + column]! - centres[place++]!;
        square += gap * gap;
      }
      if (square < reach[label]!) {
        squares[row] = square;
        continue;
      }
    }
    let nearest = 0;
    let least = Infinity;
    // Two centres a turn, because one chain of additions would wait for itself.
    for (let at = 0; at < k; at += 2) {
      const own = at * width;
      const next = at + 1 < k ? own + width : own;
      let a = 0;
      let b = 0;
      for (let column = 0; column < width; column++) {
        const value = values[first + column]!;
        const gap = value - centres[own + column]!;
        const other = value - centres[next + column]!;
        a += gap * gap;
        b += other * other;
      }
      if (a < least) {
        least = a;
        nearest = at;
      }
      if (b < least) {
        least = b;
        nearest = at + 1;
      }
    }
    squares[row] = least;
    if (label !== nearest) {
      labels[row] = nearest;
      changed++;
    }
  }
  return changed;
}

/** By centre: the squared distance of a row below which no other centre can be as near to it. */
function reachOf(centres: Float64Array, k: number, width: number): Float64Array {
  const reach = new Float64Array(k).fill(Infinity);
  for (let one = 0; one < k; one++) {
    for (let other = 0; other < one; other++) {
      const bound = reachBetween(centres, one, other, width);
      if (bound < reach[one]!) reach[one] = bound;
      if (bound < reach[other]!) reach[other] = bound;
    }
  }
  return reach;
}

/** Gives each group without a row the row that is farthest from its centre, of a group that has more than it. */
function refill(
  values: Float64Array,
  width: number,
  {
    sums,
    counts,
    labels,
    squares,
  }: { sums: Float64Array; counts: Int32Array; labels: Int32Array; squares: Float64Array },
): void {
  for (let at = 0; at < counts.length; at++) {
    if (counts[at]! > 0) continue;
    let farthest = -1;
    for (let row = 0; row < labels.length; row++) {
      if (counts[labels[row]!]! > 1 && (farthest < 0 || squares[row]! > squares[farthest]!)) farthest = row;
    }
    const from = labels[farthest]!;
    for (let column = 0; column < width; column++) {
      const value = values[farthest * width + column]!;
      sums[from * width + column] = sums[from * width + column]! - value;
      sums[at * width + column] = value;
    }
    counts[from] = counts[from]! - 1;
    counts[at] = 1;
    labels[farthest] = at;
    squares[farthest] = 0;
  }
}
