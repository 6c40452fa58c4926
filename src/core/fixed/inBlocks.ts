/** The rows between two calls of a loop. */
const BLOCK = 4096;

/**
 * Calls a loop on one block of rows after the other and adds up what it returns. A function called again and again gets
 * better code from the engine than a loop that it is caught in: there, nothing is known of the arrays for certain.
 */
export function inBlocks(length: number, loop: (from: number, to: number) => number): number {
  let sum = 0;
  for (let from = 0; from < length; from += BLOCK) sum += loop(from, Math.min(from + BLOCK, length));
  return sum;
}
