import type { TimeLog } from '../schema/timeLog.js';

/** Hundredths of the time of a representative and a manager, each off season and in it. */
const HUNDREDTHS: readonly (readonly [activity: string, ...shares: readonly number[]])[] = [
  ['travel', 18, 19, 14, 14],
  ['dealerTalk', 11, 10, 12, 10],
  ['wholesalerTalk', 4, 6, 5, 3],
  ['retailerTalk', 9, 9, 11, 16],
  ['internalTalk', 7, 6, 6, 6],
  ['marketVisit', 7, 7, 9, 5],
  ['openOutlets', 4, 5, 4, 3],
  ['processOrders', 4, 3, 3, 4],
  ['collectPayment', 3, 2, 3, 3],
  ['deliver', 5, 3, 5, 6],
  ['display', 4, 6, 5, 5],
  ['promotion', 4, 4, 3, 7],
  ['countStock', 2, 4, 2, 2],
  ['returns', 2, 2, 2, 1],
  ['salesAnalysis', 5, 4, 5, 6],
  ['reports', 3, 2, 2, 3],
  ['problems', 4, 3, 3, 3],
  ['other', 4, 5, 6, 3],
];

const COLUMNS = [
  { role: 'representative', season: 'off' },
  { role: 'representative', season: 'season' },
  { role: 'manager', season: 'off' },
  { role: 'manager', season: 'season' },
] as const;

/**
 * An example of where field sales time goes: eighteen activities of a representative and a manager, off season and in it.
 *
 * @example
 * import { orderTimeReport, timeAllocationExample } from 'salesmodel/orders';
 *
 * orderTimeReport(timeAllocationExample).map(({ keys, valueAddingShare }) => [keys['role'], keys['season'], valueAddingShare.value]);
 * // => [
 * //   [ 'manager', 'off', '0.41' ],
 * //   [ 'manager', 'season', '0.42' ],
 * //   [ 'representative', 'off', '0.4' ],
 * //   [ 'representative', 'season', '0.4' ]
 * // ]
 */
export const timeAllocationExample: readonly TimeLog[] = /* @__PURE__ */ HUNDREDTHS.flatMap(([activity, ...shares]) =>
  COLUMNS.map((column, at) => ({ ...column, activity, share: `0.${String(shares[at]).padStart(2, '0')}` })),
);
