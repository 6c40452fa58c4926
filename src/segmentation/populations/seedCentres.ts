import type { SeededRandom } from '../../core/random.js';
import { reachBetween } from './reachBetween.js';

/** Centres, and by row the nearest of them: of equally near ones the first. */
export interface Seeds {
  /** One behind the other. */
  readonly centres: Float64Array;
  readonly labels: Int32Array;
  /** By row: the squared distance to its centre. */
  readonly squares: Float64Array;
}

/** Centres among the rows, each with a chance that grows with its squared distance to those there are. */
export function seedCentres(values: Float64Array, n: number, width: number, k: number, random: SeededRandom): Seeds {
  const centres = new Float64Array(k * width);
  const labels = new Int32Array(n);
  const squares = new Float64Array(n).fill(Infinity);
  const take = (row: number, at: number): number => {
    const centre = values.slice(row * width, (row + 1) * width);
    centres.set(centre, at * width);
    const reach = Float64Array.from({ length: at }, (_, other) => reachBetween(centres, at, other, width));
    return approach(squares, labels, at, values, centre, reach);
  };
  let total = take(random.below(n), 0);
  for (let at = 1; at < k; at++) {
    const mark = random.fraction() * total;
    let sum = 0;
    let chosen = -1;
    for (let row = 0; row < n; row++) {
      const square = squares[row]!;
      if (square === 0) continue;
      sum += square;
      chosen = row;
      if (sum > mark) break;
    }
    // Distances so small that their squares vanish leave no choice: any row will do.
    total = take(chosen < 0 ? at % n : chosen, at);
  }
  return { centres, labels, squares };
}

/**
 * Gives the rows to another centre that are nearer to it, and says what the squared distances add up to.
 *
 * @param reach by centre: the squared distance below which the other one cannot be as near
 */
function approach(
  squares: Float64Array,
  labels: Int32Array,
  label: number,
  values: Float64Array,
  centre: Float64Array,
  reach: Float64Array,
): number {
  const width = centre.length;
  let total = 0;
  for (let row = 0; row < squares.length; row++) {
    const least = squares[row]!;
    if (label > 0 && least < reach[labels[row]!]!) {
      total += least;
      continue;
    }
    let square = 0;
    for (let column = 0, place = row * width; column < width; column++) {
      const gap = values[place++]! - centre[column]!;
      square += gap * gap;
    }
    if (square < least) {
      squares[row] = square;
      labels[row] = label;
      total += square;
    } else total += least;
  }
  return total;
}
