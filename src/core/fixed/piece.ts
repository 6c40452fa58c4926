/**
 * One line of a piecewise linear function: f(x) = (x · slope − offset) / divisor for the integers x after the piece
 * before (from 0 in the first) up to and with `last`; `null` is without end. A flat that is not paid at zero
 * makes a first piece of the one point 0 (`last: 0n`).
 */
export interface Piece {
  readonly last: bigint | null;
  readonly slope: bigint;
  readonly offset: bigint;
}

/**
 * What a slot earns on its running total x: f for x ≥ 0, −f(−x) below, rounded, then at most `cap` increments.
 * Rounding keeps the order of numbers, so a limit rounded by the same mode is the cap of the rounded figure.
 */
export interface SlotRule {
  readonly pieces: readonly Piece[];
  readonly cap?: bigint;
  /** For a slot with fractions of its own (interpolated tiers). A table with such a slot is evaluated in bigints. */
  readonly divisor?: bigint;
}

/** The parts of a piece, in order, on each of which its value keeps one sign (0 goes with either). */
export function cutAtZero(first: bigint, piece: Piece): readonly Piece[] {
  const { last, slope, offset } = piece;
  if (slope === 0n) return [piece];
  // The last x before the value turns: rising, the last with x · slope < offset; falling, with x · slope ≥ offset.
  const turn = slope > 0n ? floorDivide(offset - 1n, slope) : floorDivide(-offset, -slope);
  return turn < first || (last !== null && turn >= last) ? [piece] : [{ last: turn, slope, offset }, piece];
}

/** Whether the value of a piece of one sign is 0 or more. */
export function isPositive(first: bigint, { last, slope, offset }: Piece): boolean {
  return first * slope >= offset && (last === null ? slope >= 0n : last * slope >= offset);
}

function floorDivide(a: bigint, b: bigint): bigint {
  const q = a / b;
  return a % b < 0n ? q - 1n : q;
}
