import type { SeededRandom } from '../../core/random.js';

/** Centres among the rows, each with a chance that grows with its squared distance to those there are. */
export function seedCentres(
  values: Float64Array,
  n: number,
  width: number,
  k: number,
  random: SeededRandom,
): Float64Array {
  const centres = new Float64Array(k * width);
  const take = (row: number, at: number): void =>
    centres.set(values.subarray(row * width, (row + 1) * width), at * width);
  take(random.below(n), 0);
  const nearest = new Float64Array(n).fill(Infinity);
  for (let at = 1; at < k; at++) {
    let total = 0;
    for (let row = 0; row < n; row++) {
      let square = 0;
      for (let column = 0; column < width; column++) {
        const gap = values[row * width + column]! - centres[(at - 1) * width + column]!;
        square += gap * gap;
      }
      if (square < nearest[row]!) nearest[row] = square;
      total += nearest[row]!;
    }
    const mark = random.fraction() * total;
    let sum = 0;
    let chosen = -1;
    for (let row = 0; row < n; row++) {
      const square = nearest[row]!;
      if (square === 0) continue;
      sum += square;
      chosen = row;
      if (sum > mark) break;
    }
    // Distances so small that their squares vanish leave no choice: any row will do.
    take(chosen < 0 ? at % n : chosen, at);
  }
  return centres;
}
