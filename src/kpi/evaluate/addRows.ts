/** Adds the values of rows to the sums of their keys; exact while the magnitudes of all values add up to a safe integer. */
export function addRows(sums: Float64Array, keyOf: Int32Array, values: Float64Array): void {
  for (let from = 0; from < values.length; from += BLOCK) {
    addBlock(sums, keyOf, values, from, Math.min(from + BLOCK, values.length));
  }
}

/** A loop that is called again and again gets better code than one that the engine is caught in. */
const BLOCK = 4096;

/** Takes four rows at a time, because the engine fetches where a column lies anew for each turn of the loop. */
function addBlock(sums: Float64Array, keyOf: Int32Array, values: Float64Array, from: number, to: number): void {
  let row = from | 0;
  const end = to | 0;
  for (; row < end - 3; row = (row + 4) | 0) {
    sums[keyOf[row]!]! += values[row]!;
    sums[keyOf[row + 1]!]! += values[row + 1]!;
    sums[keyOf[row + 2]!]! += values[row + 2]!;
    sums[keyOf[row + 3]!]! += values[row + 3]!;
  }
  for (; row < end; row = (row + 1) | 0) sums[keyOf[row]!]! += values[row]!;
}
