import { oneOf } from '../../core/oneOf.js';
import type { Path } from '../../core/errors.js';
import { axisScores } from './axisScores.js';
import { fail } from '../fail.js';
import type { GridCell, ScoreRange, SegmentGrid } from '../schema/grid.js';

/** A cell of a grid: its scores by axis, and the rules that hold for it. */
export interface GridMatch {
  /** One digit an axis, in the order of the axes. */
  readonly code: string;
  /** Indices into `cells`, ascending. */
  readonly rules: readonly number[];
}

/** Whether a rule holds for scores, given by axis. */
export function holds(cell: GridCell, scores: Readonly<Record<string, number>>): boolean {
  return AXES.every((axis) => within(cell[axis], scores[axis]));
}

function within(range: ScoreRange | undefined, score: number | undefined): boolean {
  return range === undefined || score === undefined || (range[0] <= score && score <= range[1]);
}

const AXES = ['r', 'f', 'm', 'fm'] as const;

/** All cells of a grid in the order of their codes. The grid has been checked. */
export function gridMatches({ axes, scores, cells }: SegmentGrid): GridMatch[] {
  let combinations: Record<string, number>[] = [{}];
  const counts = axisScores(scores, ['grid', 'scores']);
  for (const axis of axes) {
    combinations = combinations.flatMap((each) =>
      Array.from({ length: counts[axis] }, (_, at) => ({ ...each, [axis]: at + 1 })),
    );
  }
  return combinations.map((each) => ({
    code: axes.map((axis) => each[axis]).join(''),
    rules: cells.flatMap((cell, index) => (holds(cell, each) ? [index] : [])),
  }));
}

/**
 * Checks what can be wrong with a grid itself; gaps and overlaps are another matter.
 *
 * @throws SalesModelError `segmentation.scores`, `segmentation.grid.axes`, `segmentation.grid.range`,
 *   `segmentation.grid.unknownSegment`, `segmentation.segment.duplicate`, `option.unknown`
 */
export function checkGridShape(grid: SegmentGrid, path: Path = ['grid']): void {
  const { axes, scores, cells, order, policy, fallback } = grid;
  const counts = axisScores(scores, [...path, 'scores']);
  oneOf(policy, ['disjoint', 'first'], [...path, 'policy']);
  axes.forEach((axis, at) => oneOf(axis, AXES, [...path, 'axes', at]));
  const both = axes.includes('fm') && (axes.includes('f') || axes.includes('m'));
  if (axes.length === 0 || both || new Set(axes).size < axes.length) {
    fail('segmentation.grid.axes', [...path, 'axes'], { value: axes.join(' ') });
  }
  order.forEach((segment, at) => {
    if (order.indexOf(segment) < at) fail('segmentation.segment.duplicate', [...path, 'order', at], { segment });
  });
  const known = (segment: string, at: Path): void => {
    if (!order.includes(segment)) fail('segmentation.grid.unknownSegment', [...path, ...at], { segment });
  };
  if (fallback !== undefined) known(fallback, ['fallback']);
  cells.forEach((cell, index) => {
    known(cell.segment, ['cells', index, 'segment']);
    for (const axis of AXES) {
      const range = cell[axis];
      if (range === undefined) continue;
      const at = [...path, 'cells', index, axis];
      if (!axes.includes(axis)) fail('segmentation.grid.axes', at, { value: axes.join(' ') });
      const [lo, hi] = range;
      if (!Number.isInteger(lo) || !Number.isInteger(hi) || lo < 1 || hi > counts[axis] || lo > hi) {
        fail('segmentation.grid.range', at, { scores: counts[axis], value: range });
      }
    }
  });
}
