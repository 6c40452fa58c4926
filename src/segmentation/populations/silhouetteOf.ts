/** The mean silhouette of rows in groups (Rousseeuw, 1987); a row alone in its group has 0. */
export function silhouetteOf(values: Float64Array, n: number, width: number, labels: Int32Array, k: number): number {
  const sizes = new Int32Array(k);
  for (const label of labels) sizes[label] = sizes[label]! + 1;
  let total = 0;
  for (let row = 0; row < n; row++) {
    const own = labels[row]!;
    if (sizes[own] === 1) continue;
    const sums = new Float64Array(k);
    for (let other = 0; other < n; other++) {
      let square = 0;
      for (let column = 0; column < width; column++) {
        square += (values[row * width + column]! - values[other * width + column]!) ** 2;
      }
      const label = labels[other]!;
      sums[label] = sums[label]! + Math.sqrt(square);
    }
    const within = sums[own]! / (sizes[own]! - 1);
    let nearest = Infinity;
    for (let at = 0; at < k; at++)
      if (at !== own && sizes[at]! > 0) nearest = Math.min(nearest, sums[at]! / sizes[at]!);
    const most = Math.max(within, nearest);
    if (most > 0) total += (nearest - within) / most;
  }
  return total / n;
}
