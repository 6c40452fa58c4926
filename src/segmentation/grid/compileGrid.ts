import type { Path } from '../../core/errors.js';
import { fail } from '../fail.js';
import type { SegmentGrid } from '../schema/grid.js';
import { type AxisScores, axisScores, meanScore } from './axisScores.js';
import { checkGrid } from './checkGrid.js';
import { holds } from './gridMatches.js';

/** A grid that gives every combination of scores one segment. */
export interface GridEvaluator {
  readonly order: readonly string[];
  readonly scores: AxisScores;
  /** Index into `order` by scores: those of `r` are farthest apart, those of `m` stand side by side. */
  readonly table: Uint16Array;
  /**
   * The segment of scores, the highest the best.
   *
   * @throws SalesModelError `segmentation.score`
   */
  segmentAt(r: number, f: number, m: number): string;
}

/**
 * Returns a grid as a table, when it has a segment for every combination of scores.
 *
 * @param grid rules over scores
 * @throws SalesModelError `segmentation.grid.gap`, `segmentation.grid.overlap`, and what `checkGrid` throws
 * @example
 * import { compileGrid, presets } from 'salesmodel/segmentation';
 *
 * compileGrid(presets['rfm-2d-10']).segmentAt(5, 4, 4); // => 'champions'
 */
export function compileGrid(grid: SegmentGrid, path: Path = ['grid']): GridEvaluator {
  const { gaps, overlaps } = checkGrid(grid);
  if (gaps.length > 0 && grid.fallback === undefined) {
    fail('segmentation.grid.gap', [...path, 'cells'], { cells: gaps.join(', ') });
  }
  if (overlaps.length > 0 && grid.policy === 'disjoint') {
    fail('segmentation.grid.overlap', [...path, 'cells'], { cells: overlaps.map(({ cell }) => cell).join(', ') });
  }
  const { order, cells, fallback } = grid;
  const scores = axisScores(grid.scores, [...path, 'scores']);
  const table = new Uint16Array(scores.r * scores.f * scores.m);
  for (let r = 1; r <= scores.r; r++) {
    for (let f = 1; f <= scores.f; f++) {
      for (let m = 1; m <= scores.m; m++) {
        const rule = cells.find((cell) => holds(cell, { r, f, m, fm: meanScore(f, m) }));
        table[gridIndex(scores, r, f, m)] = order.indexOf(rule?.segment ?? fallback!);
      }
    }
  }
  return {
    order,
    scores,
    table,
    segmentAt(r, f, m) {
      for (const [axis, value, most] of [
        ['r', r, scores.r],
        ['f', f, scores.f],
        ['m', m, scores.m],
      ] as const) {
        if (!Number.isInteger(value) || value < 1 || value > most)
          fail('segmentation.score', [axis], { scores: most, value });
      }
      return order[table[gridIndex(scores, r, f, m)]!]!;
    },
  };
}

/** Place of scores in the table of a grid. */
export function gridIndex(scores: AxisScores, r: number, f: number, m: number): number {
  return ((r - 1) * scores.f + f - 1) * scores.m + m - 1;
}
