/** What stands where in a piece. It is one cache line: rows reach new pieces in any order, each far from the last. */
export const PIECE = {
  /** The running totals it covers, both inclusive. */
  first: 0,
  last: 1,
  slope: 2,
  /** The offset with the shift of the rounding mode, rounded to double, and its exact low word. */
  offset: 3,
  word: 4,
  /** The same of the mirror image: the value at −x is x · slope with this offset. */
  mirrored: 5,
  mirroredWord: 6,
  /** The running total up to which estimates err by at most `NEAR`, the last one of the piece at most; −1 for none. */
  reach: 7,
  size: 8,
} as const;
