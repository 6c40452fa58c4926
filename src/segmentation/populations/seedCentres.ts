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
    const total = approach(nearest, values, centres.subarray((at - 1) * width, at * width));
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

/** Lowers the squared distances of rows to those to another centre where it is nearer, and says what they add up to. */
function approach(nearest: Float64Array, values: Float64Array, centre: Float64Array): number {
  let total = 0;
  for (let row = 0, place = 0; row < nearest.length; row++) {
    let square = 0;
    for (let column = 0; column < centre.length; column++) {
      const gap = values[place++]! - centre[column]!;
      square += gap * gap;
    }
    const least = square < nearest[row]! ? square : nearest[row]!;
    nearest[row] = least;
    total += least;
  }
  return total;
}
