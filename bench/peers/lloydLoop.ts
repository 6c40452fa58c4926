/**
 * Lloyd's iterations as one would write them: every row against every centre, then the means, until no row changes.
 *
 * @param values rows one behind the other
 * @param start centres one behind the other
 */
export function lloydLoop(
  values: Float64Array,
  n: number,
  width: number,
  start: Float64Array,
): { readonly inertia: number; readonly iterations: number } {
  const centres = start.slice();
  const k = centres.length / width;
  const labels = new Int32Array(n).fill(-1);
  const distances = new Float64Array(n);
  let iterations = 1;
  while (assign(values, n, width, centres, labels, distances) > 0) {
    iterations++;
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
    for (let at = 0; at < k; at++) {
      for (let column = 0; column < width; column++)
        centres[at * width + column] = sums[at * width + column]! / counts[at]!;
    }
  }
  let inertia = 0;
  for (let row = 0; row < n; row++) inertia += distances[row]!;
  return { inertia, iterations };
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
