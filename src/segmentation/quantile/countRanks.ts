/** So many values between the least and the greatest are counted one by one. */
const MOST = 1 << 20;

/** The least and the greatest of integers. */
export interface IntegerRange {
  readonly min: number;
  readonly max: number;
}

/** Of integers of which there is one at least. */
function rangeOf(values: Int32Array): IntegerRange {
  let min = values[0]!;
  let max = min;
  for (let at = 1; at < values.length; at++) {
    const value = values[at]!;
    if (value < min) min = value;
    else if (value > max) max = value;
  }
  return { min, max };
}

/**
 * The values that stand at some places of integers in ascending order, by counting how often each occurs; `null` where they
 * lie too far apart.
 *
 * @param ranks places from 0 on, ascending, each once
 * @param range of the values, where it is known
 */
export function countRanks(
  values: Int32Array,
  ranks: readonly number[],
  { min, max }: IntegerRange = rangeOf(values),
): number[] | null {
  if (max - min >= MOST) return null;
  const counts = new Int32Array(max - min + 1);
  for (let at = 0; at < values.length; at++) {
    const place = values[at]! - min;
    counts[place] = counts[place]! + 1;
  }
  let place = 0;
  let end = counts[0]!;
  return ranks.map((rank) => {
    while (rank >= end) end += counts[++place]!;
    return min + place;
  });
}
