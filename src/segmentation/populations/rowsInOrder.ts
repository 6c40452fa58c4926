/** So many rows are copied together. */
const BLOCK = 64;

/** A copy of rows in another order. */
export function rowsInOrder(order: Int32Array, given: Float64Array, width: number): Float64Array {
  const values = new Float64Array(given.length);
  const met = new Float64Array(1);
  for (let start = 0; start < order.length; start += BLOCK) {
    const end = Math.min(start + BLOCK, order.length);
    // Reads whose result is kept nowhere would be left out.
    met[0] = meet(order, given, width, start, end);
    copy(values, order, given, width, start, end);
  }
  return values;
}

/** Reads the ends of rows that lie far apart. These reads wait for nothing, so the memory serves many at once. */
function meet(order: Int32Array, given: Float64Array, width: number, start: number, end: number): number {
  let met = 0;
  for (let at = start; at < end; at++) {
    const first = order[at]! * width;
    met += given[first]! + given[first + width - 1]!;
  }
  return met;
}

function copy(
  values: Float64Array,
  order: Int32Array,
  given: Float64Array,
  width: number,
  start: number,
  end: number,
): void {
  let place = start * width;
  for (let at = start; at < end; at++) {
    const first = order[at]! * width;
    for (let column = 0; column < width; column++) values[place++] = given[first + column]!;
  }
}
