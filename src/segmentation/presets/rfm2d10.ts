import type { SegmentGrid } from '../schema/grid.js';

/** Ten segments over recency and the mean of frequency and money: each of the 25 cells has one. */
export const rfm2d10: SegmentGrid = {
  id: 'rfm-2d-10',
  version: '1',
  axes: ['r', 'fm'],
  scores: 5,
  cells: [
    { segment: 'champions', r: [5, 5], fm: [4, 5] },
    { segment: 'loyal', r: [3, 4], fm: [4, 5] },
    { segment: 'potentialLoyalist', r: [4, 5], fm: [2, 3] },
    { segment: 'new', r: [5, 5], fm: [1, 1] },
    { segment: 'promising', r: [4, 4], fm: [1, 1] },
    { segment: 'needAttention', r: [3, 3], fm: [3, 3] },
    { segment: 'aboutToSleep', r: [3, 3], fm: [1, 2] },
    { segment: 'cantLose', r: [1, 2], fm: [5, 5] },
    { segment: 'atRisk', r: [1, 2], fm: [3, 4] },
    { segment: 'hibernating', r: [1, 2], fm: [1, 2] },
  ],
  order: [
    'champions',
    'loyal',
    'potentialLoyalist',
    'new',
    'promising',
    'needAttention',
    'aboutToSleep',
    'cantLose',
    'atRisk',
    'hibernating',
  ],
  policy: 'disjoint',
};
