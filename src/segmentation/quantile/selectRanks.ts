/** So few values are sorted. */
const FEW = 4096;
const MAX_BUCKETS = 65_536;

/**
 * The values that stand at some places of a column in ascending order. They are found by counting, not by sorting: one
 * pass where the values span few units, two or three where they span many.
 *
 * @param values safe integers
 * @param ranks places from 0 on, ascending, each once
 */
export function selectRanks(values: Float64Array, ranks: readonly number[]): number[] {
  if (values.length <= FEW) {
    const sorted = values.toSorted();
    return ranks.map((rank) => sorted[rank]!);
  }
  let min = Infinity;
  let max = -Infinity;
  for (let at = 0; at < values.length; at++) {
    const value = values[at]!;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  // A power of two divides without an error, and the distances of safe integers keep their order.
  let step = 1;
  while ((max - min) / step >= MAX_BUCKETS) step *= 2;
  const inverse = 1 / step;
  const counts = new Int32Array(Math.floor((max - min) * inverse) + 1);
  for (let at = 0; at < values.length; at++) {
    const bucket = ((values[at]! - min) * inverse) | 0;
    counts[bucket] = counts[bucket]! + 1;
  }
  const wanted = wantedBuckets(counts, ranks);
  if (step === 1) return wanted.flatMap(({ bucket, ranks: inside }) => inside.map(() => min + bucket));
  const parts = collect(values, min, inverse, counts, wanted);
  return wanted.flatMap(({ ranks: inside }, at) => selectRanks(parts[at]!, inside));
}

interface WantedBucket {
  readonly bucket: number;
  /** Counted from the least value of the bucket. */
  readonly ranks: number[];
}

function wantedBuckets(counts: Int32Array, ranks: readonly number[]): WantedBucket[] {
  const wanted: WantedBucket[] = [];
  let next = 0;
  let below = 0;
  for (let bucket = 0; bucket < counts.length && next < ranks.length; bucket++) {
    const end = below + counts[bucket]!;
    const inside: number[] = [];
    for (; next < ranks.length && ranks[next]! < end; next++) inside.push(ranks[next]! - below);
    if (inside.length > 0) wanted.push({ bucket, ranks: inside });
    below = end;
  }
  return wanted;
}

function collect(
  values: Float64Array,
  min: number,
  inverse: number,
  counts: Int32Array,
  wanted: readonly WantedBucket[],
): Float64Array[] {
  const parts = wanted.map(({ bucket }) => new Float64Array(counts[bucket]!));
  const ends = new Int32Array(wanted.length);
  const partOf = new Int8Array(counts.length).fill(-1);
  wanted.forEach(({ bucket }, part) => (partOf[bucket] = part));
  for (let at = 0; at < values.length; at++) {
    const value = values[at]!;
    const part = partOf[((value - min) * inverse) | 0]!;
    if (part < 0) continue;
    parts[part]![ends[part]!] = value;
    ends[part] = ends[part]! + 1;
  }
  return parts;
}
