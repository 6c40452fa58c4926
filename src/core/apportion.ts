import { toWeights } from './allocate.js';
import { add, allocateUnits } from './allocateUnits.js';
import type { DecimalLike } from './decimal.js';
import { fail } from './fail.js';
import { oneOf } from './oneOf.js';
import { toProportions } from './scaled.js';

const METHODS = ['hamilton', 'webster', 'huntingtonHill', 'dHondt'] as const;

/**
 * How whole seats follow weights: `hamilton` by largest remainder, the others by highest averages with the divisors
 * n + ½ (`webster`, Sainte-Laguë), √(n(n + 1)) (`huntingtonHill`) and n + 1 (`dHondt`, Jefferson).
 *
 * @useDeclaredType
 */
export type ApportionMethod = (typeof METHODS)[number];

/**
 * Returns the seats of each part in proportion to weights, whole numbers that add up to all seats; ties go to the earlier part.
 * A weight of 0 beside positive ones gets no seat; weights that are all 0 count as equal.
 * Methods and names are those of Balinski and Young, Fair Representation (1982).
 *
 * @param seats whole number from 0 on
 * @param weights decimals that are not negative
 * @param method the rule of the house
 * @throws SalesModelError `apportion.seats`, `allocate.negativeWeight`, `allocate.noParts`, `option.unknown`,
 *   `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { apportion } from 'salesmodel/core';
 *
 * apportion(10, [47000, 16000, 15800, 12000, 6100, 3100], 'hamilton'); // => [5, 2, 1, 1, 1, 0]
 * apportion(10, [47000, 16000, 15800, 12000, 6100, 3100], 'dHondt'); // => [5, 2, 2, 1, 0, 0]
 */
export function apportion(seats: number, weights: readonly DecimalLike[], method: ApportionMethod): number[] {
  if (!Number.isSafeInteger(seats) || seats < 0) fail('apportion.seats', ['seats'], { value: seats });
  oneOf(method, METHODS, ['method']);
  const given = toProportions(toWeights(weights));
  if (given.length === 0) {
    if (seats > 0) fail('allocate.noParts', ['weights'], { total: seats });
    return [];
  }
  const proportions = given.every((weight) => weight === 0n) ? given.map(() => 1n) : given;
  if (method === 'hamilton') return allocateUnits(BigInt(seats), proportions).parts.map(Number);
  return byHighestAverages(BigInt(seats), proportions, AVERAGES[method]).map(Number);
}

interface HighestAverages {
  /** Claim n/d of a weight on its next seat after `seats`; d = 0 stands for infinity. */
  readonly claim: (weight: bigint, seats: bigint) => Fraction;
  /** Seats of a part whose exact share is n/d: those on which its claim is at least that of one whole seat. */
  readonly seatsOf: (n: bigint, d: bigint) => bigint;
}

interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

const AVERAGES: Readonly<Record<Exclude<ApportionMethod, 'hamilton'>, HighestAverages>> = {
  dHondt: {
    claim: (weight, seats) => ({ n: weight, d: seats + 1n }),
    seatsOf: (n, d) => n / d,
  },
  webster: {
    claim: (weight, seats) => ({ n: weight, d: 2n * seats + 1n }),
    seatsOf: (n, d) => (2n * n + d) / (2n * d),
  },
  huntingtonHill: {
    // The square of the claim orders as the claim does, and is rational.
    claim: (weight, seats) => ({ n: weight * weight, d: seats * (seats + 1n) }),
    seatsOf: (n, d) => {
      const whole = n / d;
      return n > 0n && whole * (whole + 1n) * d * d <= n * n ? whole + 1n : whole;
    },
  },
};

interface Claim extends Fraction {
  readonly index: number;
}

/**
 * Starts with every part rounded on its own at the divisor total/seats. Awarding seat by seat passes through that state,
 * so from there it goes on or back: as many steps as there are parts at most, instead of one for each seat.
 */
function byHighestAverages(seats: bigint, weights: readonly bigint[], { claim, seatsOf }: HighestAverages): bigint[] {
  const sum = add(weights);
  const counts = weights.map((weight) => seatsOf(weight * seats, sum));
  let missing = seats - add(counts);
  const isShort = missing > 0n;
  const step = isShort ? 1n : -1n;
  /** The claim on the seat that comes next, or on the one held last when seats have to go. */
  const claimsOf = (weight: bigint, index: number): Claim[] => {
    const count = counts[index] ?? 0n;
    if (weight === 0n || (!isShort && count === 0n)) return [];
    return [{ index, ...claim(weight, isShort ? count : count - 1n) }];
  };
  const order = isShort ? (a: Claim, b: Claim) => rank(b, a) : rank;
  const queue = weights.flatMap(claimsOf).sort(order);
  for (; missing !== 0n; missing -= step) {
    const next = queue.pop();
    if (next === undefined) break;
    counts[next.index] = (counts[next.index] ?? 0n) + step;
    for (const again of claimsOf(weights[next.index] ?? 0n, next.index)) {
      queue.splice(positionOf(again, queue, order), 0, again);
    }
  }
  return counts;
}

/** Who wins a seat first: the greater claim, the earlier part on a tie. */
function rank(a: Claim, b: Claim): number {
  const difference = a.d === 0n && b.d === 0n ? b.n - a.n : b.n * a.d - a.n * b.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : a.index - b.index;
}

function positionOf(claim: Claim, queue: readonly Claim[], order: (a: Claim, b: Claim) => number): number {
  let [low, high] = [0, queue.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = queue[middle];
    if (other !== undefined && order(other, claim) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
