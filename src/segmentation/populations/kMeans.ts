import type { Estimate } from '../../core/estimate.js';
import { oneOf } from '../../core/oneOf.js';
import { seededRandom } from '../../core/random.js';
import { fail } from '../fail.js';
import { lloyd, type LloydRun } from './lloyd.js';
import { rowsInOrder } from './rowsInOrder.js';
import { scaleRows } from './scaleRows.js';
import { seedCentres } from './seedCentres.js';
import { silhouetteOf } from './silhouetteOf.js';
import { equalRows, valueOrder } from './valueOrder.js';

/** How rows are grouped. */
export interface KMeansOptions {
  /** Number of groups, from 1 on. */
  readonly k: number;
  /** Integer from 0 to 2³² − 1. */
  readonly seed: number;
  /** How often it is tried from other centres; the best is kept. Default 20. */
  readonly restarts?: number;
  /** Default 300. */
  readonly maxIterations?: number;
  /** Columns to mean 0 and deviation 1, to 0 … 1, or as they are. Default `zScore`. */
  readonly scale?: 'zScore' | 'minMax' | 'none';
  /** A group that lost its rows takes the farthest row of all, or goes. Default `farthest`. */
  readonly empty?: 'farthest' | 'drop';
  /** Whether the silhouette is computed, which looks at all pairs of rows. Default: up to 2,000 rows. */
  readonly silhouette?: boolean;
}

/** Rows in groups. */
export interface KMeans {
  /** By row: its group, a place in the centroids. */
  readonly labels: readonly number[];
  /** In the units of the rows, ascending from the first column on. */
  readonly centroids: readonly (readonly Estimate[])[];
  /** Rows by group. */
  readonly sizes: readonly number[];
  /** Sum of the squared distances to the centroids, in scaled units. */
  readonly inertia: Estimate;
  /** Mean silhouette in scaled units, a row alone in its group 0; `null` for one group and where it was not computed. */
  readonly silhouette: Estimate | null;
  /** Of the run that was kept. */
  readonly iterations: number;
  /** Whether the groups stayed as they were before the iterations ran out. */
  readonly converged: boolean;
}

const PAIRS_UP_TO = 2000;

/** Sizes whose squares, and those of whose differences, neither vanish nor overflow. */
const LEAST = 1e-130;
const MOST = 1e130;

/**
 * Returns rows in k groups of near ones: k-means++ (Arthur and Vassilvitskii, 2007) and Lloyd's iterations from several
 * seeded starts. The order of the rows changes no label.
 *
 * @param rows numbers, as many in each, that are 0 or of a size from 1e-130 to 1e130, so that squares keep them apart
 * @param options number of groups, seed, scale
 * @throws SalesModelError `segmentation.kMeans.rows`, `segmentation.kMeans.count`, `segmentation.kMeans.tooFewPoints`,
 *   `seed.invalid`, `option.unknown`
 * @example
 * import { kMeans } from 'salesmodel/segmentation';
 *
 * const rows = [[1, 1], [1.5, 2], [3, 4], [5, 7], [3.5, 5], [4.5, 5], [3.5, 4.5]];
 * const { labels, inertia, centroids, silhouette } = kMeans(rows, { k: 2, seed: 1, scale: 'none' });
 * labels; // => [0, 0, 1, 1, 1, 1, 1]
 * centroids; // => [[1.25, 1.5], [3.9, 5.1]]
 * [inertia.toFixed(3), silhouette?.toFixed(6)]; // => ['8.525', '0.645005']
 */
export function kMeans(rows: readonly (readonly number[])[], options: KMeansOptions): KMeans {
  const { k, seed, restarts = 20, maxIterations = 300 } = options;
  const scale = oneOf(options.scale ?? 'zScore', ['zScore', 'minMax', 'none'], ['scale']);
  const drops = oneOf(options.empty ?? 'farthest', ['farthest', 'drop'], ['empty']) === 'drop';
  for (const [field, value] of Object.entries({ k, restarts, maxIterations })) {
    if (!Number.isSafeInteger(value) || value < 1) fail('segmentation.kMeans.count', [field], { value });
  }
  const { given, width } = flatRows(rows);
  const n = rows.length;
  const order = valueOrder(given, n, width);
  const sorted = rowsInOrder(order, given, width);
  const distinct = distinctRows(sorted, n, width);
  if (k > distinct) fail('segmentation.kMeans.tooFewPoints', ['k'], { distinct, value: k });
  const { values, unscale } = scaleRows(sorted, width, scale);
  let best: LloydRun | null = null;
  for (let restart = 0; restart < restarts; restart++) {
    const seeds = seedCentres(values, n, width, k, seededRandom(seed, restart));
    const run = lloyd(values, n, width, seeds, { maxIterations, drops });
    if (best === null || run.inertia < best.inertia) best = run;
  }
  const { centres, labels, inertia, iterations, converged } = best!;
  const groups = centres.length / width;
  const means = Array.from({ length: groups }, (_, at) => unscale(centres.subarray(at * width, (at + 1) * width)));
  const byMean = means.map((_, at) => at).sort((a, b) => compareRows(means[a]!, means[b]!));
  const place = new Int32Array(groups);
  byMean.forEach((group, at) => (place[group] = at));
  const named = new Int32Array(n);
  const sizes = new Array<number>(groups).fill(0);
  const byRow = new Array<number>(n).fill(0);
  for (let at = 0; at < n; at++) {
    const group = place[labels[at]!]!;
    named[at] = group;
    byRow[order[at]!] = group;
    sizes[group]! += 1;
  }
  const wanted = options.silhouette ?? n <= PAIRS_UP_TO;
  return {
    labels: byRow,
    centroids: byMean.map((group) => means[group]!),
    sizes,
    inertia,
    silhouette: wanted && groups > 1 ? silhouetteOf(values, n, width, named, groups) : null,
    iterations,
    converged,
  };
}

/** Rows one behind the other. */
function flatRows(rows: readonly (readonly number[])[]): { readonly given: Float64Array; readonly width: number } {
  const width = rows[0]?.length ?? 0;
  const given = new Float64Array(rows.length * width);
  for (let at = 0, place = 0; at < rows.length; at++) {
    const row = rows[at]!;
    if (row.length !== width || width === 0) refuse(at, width);
    for (let column = 0; column < width; column++) {
      const value = row[column]!;
      const size = Math.abs(value);
      if (!(size >= LEAST && size <= MOST) && value !== 0) refuse(at, width);
      if (typeof value !== 'number') refuse(at, width);
      // No −0, which has bits of its own.
      given[place++] = value + 0;
    }
  }
  return { given, width };
}

function refuse(at: number, width: number): never {
  return fail('segmentation.kMeans.rows', ['rows', at], { width, least: String(LEAST), most: String(MOST) });
}

function distinctRows(sorted: Float64Array, n: number, width: number): number {
  let distinct = Math.min(n, 1);
  for (let at = 1; at < n; at++) if (!equalRows(sorted, width, at, at - 1)) distinct++;
  return distinct;
}

function compareRows(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return a[at]! - b[at]!;
  return 0;
}
