import type { SegmentGrid } from '../schema/grid.js';
import { checkGridShape, gridMatches } from './gridMatches.js';

/** A cell for which several rules hold. */
export interface GridOverlap {
  readonly cell: string;
  /** Indices into `cells`, ascending. */
  readonly rules: readonly number[];
}

/** What a grid leaves open and says twice. Cells are codes, one digit an axis. */
export interface GridReport {
  /** Whether the grid compiles. */
  readonly ok: boolean;
  /** Number of cells. */
  readonly cells: number;
  /** Cells for which a rule holds. */
  readonly covered: number;
  /** The others, whether there is a fallback or not; ascending. */
  readonly gaps: readonly string[];
  /** By cell. */
  readonly overlaps: readonly GridOverlap[];
  /** Indices of rules that never decide, ascending. */
  readonly deadRules: readonly number[];
  /** Segments that no cell has, in their order. */
  readonly unreachableSegments: readonly string[];
}

/**
 * Returns for every cell of a grid whether a rule holds, and which rules and segments come to nothing.
 *
 * @param grid rules over scores
 * @throws SalesModelError `segmentation.scores`, `segmentation.grid.axes`, `segmentation.grid.range`,
 *   `segmentation.grid.unknownSegment`, `segmentation.segment.duplicate`, `option.unknown`
 * @example
 * import { checkGrid } from 'salesmodel/segmentation';
 *
 * checkGrid({
 *   id: 'two by two',
 *   version: '1',
 *   axes: ['r', 'f'],
 *   scores: 2,
 *   cells: [
 *     { segment: 'good', r: [2, 2] },
 *     { segment: 'fair', r: [2, 2], f: [1, 2] },
 *     { segment: 'fair', r: [1, 1], f: [2, 2] },
 *   ],
 *   order: ['good', 'fair', 'poor'],
 *   policy: 'first',
 * });
 * // => {
 * //   ok: false,
 * //   cells: 4,
 * //   covered: 3,
 * //   gaps: ['11'],
 * //   overlaps: [{ cell: '21', rules: [0, 1] }, { cell: '22', rules: [0, 1] }],
 * //   deadRules: [1],
 * //   unreachableSegments: ['poor']
 * // }
 */
export function checkGrid(grid: SegmentGrid): GridReport {
  checkGridShape(grid);
  const matches = gridMatches(grid);
  const gaps = matches.filter(({ rules }) => rules.length === 0).map(({ code }) => code);
  const overlaps = matches.filter(({ rules }) => rules.length > 1).map(({ code, rules }) => ({ cell: code, rules }));
  const deciding = new Set(matches.map(({ rules }) => rules[0]));
  const reached = new Set(grid.cells.filter((_, index) => deciding.has(index)).map(({ segment }) => segment));
  if (gaps.length > 0 && grid.fallback !== undefined) reached.add(grid.fallback);
  return {
    ok: (gaps.length === 0 || grid.fallback !== undefined) && (overlaps.length === 0 || grid.policy === 'first'),
    cells: matches.length,
    covered: matches.length - gaps.length,
    gaps,
    overlaps,
    deadRules: [...grid.cells.keys()].filter((index) => !deciding.has(index)),
    unreachableSegments: grid.order.filter((segment) => !reached.has(segment)),
  };
}
