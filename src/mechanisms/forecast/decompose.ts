/** A series taken apart into a trend and a season. */
export interface Decomposition {
  /** Centred moving average; `null` for half a season at both ends. */
  readonly trend: readonly (number | null)[];
  /** One figure a place in the season, the first value's first: factors with mean 1, or differences with sum 0. */
  readonly season: readonly number[];
}

/**
 * Takes a series of at least two seasons apart by the centred moving average: the season is the mean of what each place
 * has beside the trend, normalised (as R's `decompose`). Sums run in the order of time.
 */
export function decompose(values: readonly number[], period: number, isRatio: boolean): Decomposition {
  const half = Math.floor(period / 2);
  const trend = values.map((_, index) =>
    index < half || index + half >= values.length ? null : centredMean(values, index, period),
  );
  const sums = new Float64Array(period);
  const counts = new Float64Array(period);
  trend.forEach((mean, index) => {
    if (mean === null) return;
    const place = index % period;
    sums[place]! += isRatio ? values[index]! / mean : values[index]! - mean;
    counts[place]! += 1;
  });
  const raw = Array.from(sums, (sum, place) => sum / counts[place]!);
  const mean = raw.reduce((sum, figure) => sum + figure, 0) / period;
  return { trend, season: raw.map((figure) => (isRatio ? figure / mean : figure - mean)) };
}

/** The mean of a season around a value; of an even one both ends count half. */
function centredMean(values: readonly number[], index: number, period: number): number {
  const half = Math.floor(period / 2);
  const weight = period % 2 === 0 ? 0.5 : 1;
  let sum = weight * values[index - half]!;
  for (let each = index - half + 1; each < index + half; each++) sum += values[each]!;
  return (sum + weight * values[index + half]!) / period;
}
