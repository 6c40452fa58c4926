import type { GridCell, ScoreRange, SegmentGrid } from '../schema/grid.js';

const cell = (segment: string, r: ScoreRange, f: ScoreRange, m: ScoreRange): GridCell => ({ segment, r, f, m });

const grid = (id: string, cells: readonly GridCell[]): SegmentGrid => ({
  id,
  version: '1',
  axes: ['r', 'f', 'm'],
  scores: 5,
  cells,
  order: [...cells.map(({ segment }) => segment), 'others'],
  policy: 'first',
  fallback: 'others',
});

/** The rules that the R package rfm is tested with. They overlap and leave gaps. */
export const rRfmTest: SegmentGrid = /* @__PURE__ */ grid('r-rfm-test', [
  /* @__PURE__ */ cell('champions', [4, 5], [4, 5], [4, 5]),
  /* @__PURE__ */ cell('loyal', [2, 5], [3, 5], [3, 5]),
  /* @__PURE__ */ cell('potentialLoyalist', [3, 5], [1, 3], [1, 3]),
  /* @__PURE__ */ cell('new', [4, 5], [1, 1], [1, 1]),
  /* @__PURE__ */ cell('promising', [3, 4], [1, 1], [1, 1]),
  /* @__PURE__ */ cell('needAttention', [2, 3], [2, 3], [2, 3]),
  /* @__PURE__ */ cell('aboutToSleep', [2, 3], [1, 2], [1, 2]),
  /* @__PURE__ */ cell('atRisk', [1, 2], [2, 5], [2, 5]),
  /* @__PURE__ */ cell('cantLose', [1, 1], [4, 5], [4, 5]),
  /* @__PURE__ */ cell('lost', [1, 2], [1, 2], [1, 2]),
]);

/** The rules of the introduction to the R package rfm. */
export const rRfmVignette: SegmentGrid = /* @__PURE__ */ grid('r-rfm-vignette', [
  /* @__PURE__ */ cell('champions', [5, 5], [5, 5], [5, 5]),
  /* @__PURE__ */ cell('potentialLoyalist', [3, 5], [3, 5], [2, 5]),
  /* @__PURE__ */ cell('loyal', [2, 4], [2, 4], [2, 4]),
  /* @__PURE__ */ cell('promising', [3, 4], [1, 3], [3, 5]),
  /* @__PURE__ */ cell('new', [4, 5], [1, 3], [1, 5]),
  /* @__PURE__ */ cell('cantLose', [1, 2], [3, 4], [4, 5]),
  /* @__PURE__ */ cell('atRisk', [1, 2], [2, 5], [4, 5]),
  /* @__PURE__ */ cell('needAttention', [1, 3], [3, 5], [3, 5]),
  /* @__PURE__ */ cell('aboutToSleep', [2, 3], [1, 3], [1, 4]),
  /* @__PURE__ */ cell('lost', [1, 1], [1, 5], [1, 5]),
]);
