/** So many values between the least and the greatest are counted one by one. */
const MOST = 1 << 20;
const LEAST = -(2 ** 31);
const GREATEST = 2 ** 31 - 1;

/** The least and the greatest of integers. */
export interface IntegerRange {
  readonly min: number;
  readonly max: number;
}

/** Of integers; of none at all, the greatest is less than the least. */
export function rangeOf(values: Int32Array): IntegerRange {
  // Two at a time, because one chain of comparisons would wait for itself.
  let [evenMin, oddMin, evenMax, oddMax] = [GREATEST, GREATEST, LEAST, LEAST];
  const pairs = values.length & ~1;
  for (let at = 0; at < pairs; at += 2) {
    const even = values[at]!;
    const odd = values[at + 1]!;
    evenMin = even < evenMin ? even : evenMin;
    oddMin = odd < oddMin ? odd : oddMin;
    evenMax = even > evenMax ? even : evenMax;
    oddMax = odd > oddMax ? odd : oddMax;
  }
  const last = values.length > pairs ? [values[pairs]!] : [];
  return { min: Math.min(evenMin, oddMin, ...last), max: Math.max(evenMax, oddMax, ...last) };
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
  const counts = countEach(values, min, max - min + 1);
  let place = 0;
  let end = counts[0]!;
  return ranks.map((rank) => {
    while (rank >= end) end += counts[++place]!;
    return min + place;
  });
}

/** How often each integer occurs. Two counts, because equal values in a row would wait for each other. */
function countEach(values: Int32Array, min: number, size: number): Int32Array {
  const even = new Int32Array(size);
  const odd = new Int32Array(size);
  const pairs = values.length & ~1;
  for (let at = 0; at < pairs; at += 2) {
    const a = values[at]! - min;
    const b = values[at + 1]! - min;
    even[a] = even[a]! + 1;
    odd[b] = odd[b]! + 1;
  }
  if (values.length > pairs) even[values[pairs]! - min]! += 1;
  for (let at = 0; at < size; at++) even[at] = even[at]! + odd[at]!;
  return even;
}
