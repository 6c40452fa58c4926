import type { LloydRun } from '../../src/segmentation/populations/lloyd.js';

/** Lloyd's iterations with all distances in each, nothing left out: what the library has to match to the bit. */
export function plainLloyd(
  values: Float64Array,
  n: number,
  width: number,
  start: Float64Array,
  { maxIterations, drops }: { readonly maxIterations: number; readonly drops: boolean },
): LloydRun {
  let centres = start.slice();
  let k = centres.length / width;
  const labels = new Int32Array(n).fill(-1);
  const distances = new Float64Array(n);
  let iterations = 0;
  let converged = false;
  while (!converged && iterations < maxIterations) {
    iterations++;
    converged = assign(values, n, width, centres, labels, distances) === 0;
    if (converged) break;
    const sums = new Float64Array(k * width);
    const counts = new Int32Array(k);
    for (let row = 0; row < n; row++) {
      const label = labels[row]!;
      counts[label] = counts[label]! + 1;
      for (let column = 0; column < width; column++) {
        const at = label * width + column;
        sums[at] = sums[at]! + values[row * width + column]!;
      }
    }
    if (counts.includes(0)) {
      if (drops) {
        const kept = Array.from(counts, (_, at) => at).filter((at) => counts[at]! > 0);
        centres = Float64Array.from(
          kept.flatMap((at) => Array.from({ length: width }, (_, column) => sums[at * width + column]! / counts[at]!)),
        );
        k = kept.length;
        labels.fill(-1);
        continue;
      }
      refill(values, width, { sums, counts, labels, distances });
    }
    for (let at = 0; at < k; at++) {
      for (let column = 0; column < width; column++)
        centres[at * width + column] = sums[at * width + column]! / counts[at]!;
    }
  }
  // The last means may have moved away from the last labels.
  if (!converged) assign(values, n, width, centres, labels, distances);
  let inertia = 0;
  for (let row = 0; row < n; row++) inertia += distances[row]!;
  return { centres, labels, inertia, iterations, converged };
}

/** Gives each row its nearest centre and says how many changed. */
function assign(
  values: Float64Array,
  n: number,
  width: number,
  centres: Float64Array,
  labels: Int32Array,
  distances: Float64Array,
): number {
  const k = centres.length / width;
  let changed = 0;
  for (let row = 0; row < n; row++) {
    const first = row * width;
    let nearest = 0;
    let least = Infinity;
    for (let at = 0, place = 0; at < k; at++) {
      let square = 0;
      for (let column = 0; column < width; column++) {
        const gap = values[first + column]! - centres[place++]!;
        square += gap * gap;
      }
      if (square < least) {
        least = square;
        nearest = at;
      }
    }
    distances[row] = least;
    if (labels[row] !== nearest) {
      labels[row] = nearest;
      changed++;
    }
  }
  return changed;
}

/** Gives each group without a row the row that is farthest from its centre, of a group that has more than it. */
function refill(
  values: Float64Array,
  width: number,
  {
    sums,
    counts,
    labels,
    distances,
  }: { sums: Float64Array; counts: Int32Array; labels: Int32Array; distances: Float64Array },
): void {
  for (let at = 0; at < counts.length; at++) {
    if (counts[at]! > 0) continue;
    let farthest = -1;
    for (let row = 0; row < labels.length; row++) {
      if (counts[labels[row]!]! > 1 && (farthest < 0 || distances[row]! > distances[farthest]!)) farthest = row;
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
    distances[farthest] = 0;
  }
}
