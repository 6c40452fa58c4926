import { roundUnits } from '../../core/rounding.js';

/** Points of scores are whole units of 10⁻¹². */
export const POINT_DECIMALS = 12;
const FULL = 100n * 10n ** BigInt(POINT_DECIMALS);

/** From where on a value has enough points: from a bound on, or above it. */
export interface PointBound {
  readonly value: bigint;
  readonly isReached: boolean;
}

/** What one metric is worth, by its value, while the values of all others stay. */
export interface MetricPoints {
  pointsAt(value: bigint): bigint;
  /** The least value with so many points, which are above 0 and at most all; `null` where no value has them. */
  leastWith(points: bigint): PointBound | null;
}

/** Half of the points from the first threshold on, all from the second on. */
export function thresholdPoints(first: bigint, second: bigint): MetricPoints {
  return {
    pointsAt: (value) => (value >= second ? FULL : value >= first ? FULL / 2n : 0n),
    leastWith: (points) => ({ value: points > FULL / 2n ? second : first, isReached: true }),
  };
}

/** The place between the least and the greatest of all. */
export function rangePoints(others: Others): MetricPoints {
  const { size } = others;
  if (size === 0) return alone;
  const least = others.at(0);
  const range = others.at(size - 1) - least;
  return {
    pointsAt(value) {
      const low = value < least ? value : least;
      const high = value > least + range ? value : least + range;
      return high === low ? FULL / 2n : roundUnits(FULL * (value - low), high - low, 'halfEven');
    },
    leastWith(points) {
      if (range === 0n) return { value: least, isReached: points <= FULL / 2n };
      return { value: least + ceilDivide(leastRounded(points, range), FULL), isReached: true };
    },
  };
}

/** The place among all by rank, the mean one of equal values. */
export function rankPoints(others: Others): MetricPoints {
  const { size } = others;
  if (size === 0) return alone;
  const whole = BigInt(2 * size);
  /** Twice the rank from 0 on. */
  const twice = (value: bigint): number => others.below(value) + others.upTo(value);
  return {
    pointsAt: (value) => roundUnits(FULL * BigInt(twice(value)), whole, 'halfEven'),
    leastWith(points) {
      const wanted = Number(ceilDivide(leastRounded(points, whole), FULL));
      const value = others.at(Math.ceil(wanted / 2) - 1);
      return { value, isReached: twice(value) >= wanted };
    },
  };
}

const alone: MetricPoints = { pointsAt: () => FULL / 2n, leastWith: () => null };

/** The values of all but one, ascending. */
export interface Others {
  readonly size: number;
  at(place: number): bigint;
  /** How many are less than a value. */
  below(value: bigint): number;
  /** How many are at most a value. */
  upTo(value: bigint): number;
}

/** @param sorted all values, ascending, with the one that is left out */
export function othersOf(sorted: readonly bigint[], own: bigint): Others {
  const place = firstPlace(sorted, (value) => value >= own);
  return {
    size: sorted.length - 1,
    at: (at) => sorted[at < place ? at : at + 1]!,
    below: (value) => firstPlace(sorted, (each) => each >= value) - (own < value ? 1 : 0),
    upTo: (value) => firstPlace(sorted, (each) => each > value) - (own <= value ? 1 : 0),
  };
}

function firstPlace(sorted: readonly bigint[], holds: (value: bigint) => boolean): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (holds(sorted[middle]!)) to = middle;
    else from = middle + 1;
  }
  return from;
}

/** The least whole number whose quotient by a divisor, rounded half even, is at least a number. */
export function leastRounded(number: bigint, divisor: bigint): bigint {
  const twice = (2n * number - 1n) * divisor;
  // Halfway the even neighbour is taken.
  return ceilDivide(number % 2n === 0n ? twice : twice + 1n, 2n);
}

/** @param divisor positive */
export function ceilDivide(number: bigint, divisor: bigint): bigint {
  return number > 0n ? (number - 1n) / divisor + 1n : number / divisor;
}

/** The least whole number of steps up from a value that reaches a bound. */
export function stepsTo({ value: bound, isReached }: PointBound, value: bigint, step: bigint): bigint {
  const gap = isReached ? bound - value : bound - value + 1n;
  return ceilDivide(gap, step);
}
