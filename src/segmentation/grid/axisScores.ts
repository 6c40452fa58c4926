import type { Path } from '../../core/errors.js';
import { fail } from '../fail.js';
import type { ScoreCounts } from '../schema/grid.js';

/** The number of scores of each axis. */
export interface AxisScores {
  readonly r: number;
  readonly f: number;
  readonly m: number;
  /** The highest mean of `f` and `m`. */
  readonly fm: number;
}

/** @throws SalesModelError `segmentation.scores` */
export function axisScores(scores: ScoreCounts, path: Path): AxisScores {
  const { r, f, m } = typeof scores === 'object' && scores !== null ? scores : { r: scores, f: scores, m: scores };
  for (const value of [r, f, m]) {
    if (!Number.isInteger(value) || value < 2 || value > 9) fail('segmentation.scores', path, { value });
  }
  return { r, f, m, fm: meanScore(f, m) };
}

/** The mean of two scores, halves up. */
export function meanScore(f: number, m: number): number {
  return (f + m + 1) >> 1;
}
