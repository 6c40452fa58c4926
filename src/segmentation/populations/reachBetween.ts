/**
 * The squared distance to one of two centres below which the other cannot be as near: a quarter of that between them
 * (Elkan, 2003). A little less, because squares are rounded, and nothing where they may have vanished.
 */
export function reachBetween(centres: Float64Array, one: number, other: number, width: number): number {
  let square = 0;
  for (let column = 0; column < width; column++) {
    const gap = centres[one * width + column]! - centres[other * width + column]!;
    square += gap * gap;
  }
  return square > 1e-290 ? square * 0.2499 : 0;
}
