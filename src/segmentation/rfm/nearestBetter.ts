import { OPEN } from './segmentOf.js';

/** An input of a customer as whole numbers of one unit. */
export interface Position {
  readonly value: bigint;
  /** The least value beyond each cut. */
  readonly bounds: readonly bigint[];
  readonly increment: bigint;
  /** The least value that there can be; `null` for none. */
  readonly lowest: bigint | null;
  /** How many cuts the value lies beyond. */
  readonly passed: number;
}

/** So many increments lead to a segment. */
export interface Step {
  readonly segment: number;
  readonly increments: bigint;
}

/**
 * The fewest increments of one input that lead to a segment before the current one in the order, or `null`. Of equally
 * many up and down, those to the better segment, then those up.
 *
 * @param segmentAt the segment of a value that lies beyond so many cuts
 */
export function nearestBetter(position: Position, current: number, segmentAt: (passed: number) => number): Step | null {
  const { passed, bounds } = position;
  let best: Step | null = null;
  for (let target = bounds.length; target >= 0; target--) {
    if (target === passed) continue;
    const segment = segmentAt(target);
    if (segment === OPEN || segment >= current) continue;
    const increments = incrementsTo(position, target);
    if (increments === null) continue;
    const difference = best === null ? -1n : size(increments) - size(best.increments);
    if (difference < 0n || (difference === 0n && segment < best!.segment)) best = { segment, increments };
  }
  return best;
}

/** The fewest increments to a value beyond exactly so many cuts, or `null` where none hits between them. */
function incrementsTo({ value, bounds, increment, lowest, passed }: Position, target: number): bigint | null {
  const low = bounds[target - 1] ?? null;
  const end = bounds[target] ?? null;
  const increments = target > passed ? roundUp(low! - value, increment) : -roundUp(value - (end! - 1n), increment);
  const reached = value + increments * increment;
  const fits = (low === null || reached >= low) && (end === null || reached < end);
  return fits && (lowest === null || reached >= lowest) ? increments : null;
}

function roundUp(distance: bigint, increment: bigint): bigint {
  return (distance + increment - 1n) / increment;
}

function size(value: bigint): bigint {
  return value < 0n ? -value : value;
}
