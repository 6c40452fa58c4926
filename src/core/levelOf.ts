/** A part with the bounds that hold for it. Without a minimum of its own it does not go below zero while a total ≥ 0 is shared. */
export interface BoundedPart {
  readonly index: number;
  readonly weight: bigint;
  readonly min: bigint;
  readonly max: bigint | null;
}

/** The parts between their bounds, by index, and the units that they share in proportion to their weights. */
export interface Level {
  readonly free: readonly BoundedPart[];
  readonly rest: bigint;
}

/**
 * Finds the λ at which parts λ·weight kept within their bounds add up to a total, and writes the units of the parts that are
 * at a bound. λ is bracketed in doubles first, so that only the break points in the bracket need exact comparison; where the
 * bracket turns out not to hold it, all are compared.
 *
 * @param total within the sums of the minima and of the maxima
 * @param parts of positive weight, ascending by index
 */
export function levelOf(total: bigint, parts: readonly BoundedPart[], units: bigint[]): Level {
  const bounds = boundsOf(parts);
  const level = approximate(Number(total), bounds);
  const width = Math.abs(level) * WIDTH;
  const found = walk(total, parts, bounds, units, level - width, level + width);
  const at = Number(found.rest) / Number(found.weight);
  if (found.weight > 0n && Math.abs(at - level) < width / 2) return found;
  return walk(total, parts, bounds, units, -Infinity, Infinity);
}

/** Half the bracket in parts of λ: far wider than what doubles lose, far narrower than what lies between most break points. */
const WIDTH = 1e-9;

/** Weights and the λ at which each part leaves its minimum and reaches its maximum. */
interface Bounds {
  readonly weights: Float64Array;
  readonly starts: Float64Array;
  readonly ends: Float64Array;
}

function boundsOf(parts: readonly BoundedPart[]): Bounds {
  const weights = Float64Array.from(parts, ({ weight }) => Number(weight));
  return {
    weights,
    starts: Float64Array.from(parts, ({ min }, place) => Number(min) / weights[place]!),
    ends: Float64Array.from(parts, ({ max }, place) => (max === null ? Infinity : Number(max) / weights[place]!)),
  };
}

/** The least λ whose parts add up to the total, as near as doubles come. */
function approximate(total: number, { weights, starts, ends }: Bounds): number {
  const reaches = (level: number): boolean => {
    let sum = 0;
    for (let place = 0; place < weights.length; place++) {
      const start = starts[place]!;
      const end = ends[place]!;
      sum += weights[place]! * (level < start ? start : level > end ? end : level);
    }
    return sum >= total;
  };
  let low = Infinity;
  let high = 1;
  for (let place = 0; place < weights.length; place++) {
    const start = starts[place]!;
    const end = ends[place]!;
    low = Math.min(low, start);
    high = Math.max(high, end === Infinity ? start : end);
  }
  while (high < Number.MAX_VALUE && !reaches(high)) high *= 2;
  for (let step = 0; step < STEPS && high - low > (Math.abs(high) * WIDTH) / 8; step++) {
    const middle = low + (high - low) / 2;
    if (reaches(middle)) high = middle;
    else low = middle;
  }
  return high;
}

const STEPS = 200;

/** Where a part leaves its minimum or reaches its maximum: λ = at ÷ weight. */
interface BreakPoint {
  readonly part: BoundedPart;
  readonly place: number;
  readonly at: bigint;
}

/**
 * Goes up the break points from one λ to another. Between two of them the sum grows by the weights of the parts that are free.
 * Which of two at the same λ comes first makes no difference: the sum there is the same.
 */
function walk(
  total: bigint,
  parts: readonly BoundedPart[],
  { starts, ends }: Bounds,
  units: bigint[],
  from: number,
  to: number,
): Level & { readonly weight: bigint } {
  const isFree = new Uint8Array(parts.length);
  const near: BreakPoint[] = [];
  let held = 0n;
  let weight = 0n;
  for (let place = 0; place < parts.length; place++) {
    const part = parts[place]!;
    const { index, min, max } = part;
    const end = ends[place]!;
    const start = starts[place]!;
    if (end < from) {
      held += units[index] = max!;
      continue;
    }
    units[index] = min;
    if (min === max) {
      held += min;
      continue;
    }
    if (start < from) {
      isFree[place] = 1;
      weight += part.weight;
    } else {
      held += min;
      if (start > to) continue;
      near.push({ part, place, at: min });
    }
    if (max !== null && !(end > to)) near.push({ part, place, at: max });
  }
  near.sort((a, b) => sign(a.at * b.part.weight - b.at * a.part.weight));
  for (const { part, place, at } of near) {
    if (held * part.weight + at * weight >= total * part.weight) break;
    const leaves = isFree[place] === 0;
    isFree[place] = leaves ? 1 : 0;
    held += leaves ? -at : at;
    weight += leaves ? part.weight : -part.weight;
    units[part.index] = at;
  }
  return { free: parts.filter((_, place) => isFree[place] === 1), rest: total - held, weight };
}

function sign(x: bigint): number {
  return x < 0n ? -1 : x > 0n ? 1 : 0;
}
