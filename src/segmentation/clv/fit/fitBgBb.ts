import type { BgBbModel } from '../model/clvModel.js';
import { isOccasionHistory, type OccasionHistory } from '../model/history.js';
import { bgBbSlope } from './bgBbSlope.js';
import { fitParameters } from './fitParameters.js';
import type { Fit } from './fitReport.js';
import { invalidRow, isWeight, uniqueRows, type Weighted } from './uniqueRows.js';

/** A customer's history for a fit over a row of occasions. */
export interface OccasionRow extends OccasionHistory, Weighted {}

/** Where the climbs start: alpha, beta, gamma, delta. */
const STARTS = [
  [1, 1, 0.5, 2],
  [0.5, 2, 1, 1],
  [2, 1, 2, 5],
  [0.3, 0.5, 0.3, 0.5],
];

/**
 * Returns the BG/BB model that makes the histories of customers likeliest, with a report that says whether it converged.
 *
 * @param histories one for each customer, or one for many alike with their number as weight, in any order
 * @returns `{ ok: false, reasons }` with `emptyBase`, `invalidRow` or `noRepeatPurchases` where nothing can be fitted
 * @example
 * import { fitBgBb } from 'salesmodel/segmentation/clv';
 *
 * // Donors by number of gifts and year of the last one, in four years.
 * const fit = fitBgBb([
 *   { x: 0, tx: 0, n: 4, weight: 500 },
 *   { x: 1, tx: 1, n: 4, weight: 120 },
 *   { x: 1, tx: 3, n: 4, weight: 60 },
 *   { x: 2, tx: 2, n: 4, weight: 50 },
 *   { x: 2, tx: 4, n: 4, weight: 90 },
 *   { x: 3, tx: 4, n: 4, weight: 80 },
 *   { x: 4, tx: 4, n: 4, weight: 100 },
 * ]);
 * fit.ok && fit.fitted.fit.status; // => 'converged'
 */
export function fitBgBb(histories: readonly OccasionRow[]): Fit<BgBbModel> {
  const reasons = histories.flatMap((row, index) =>
    isOccasionHistory(row) && isWeight(row.weight) ? [] : [invalidRow(index)],
  );
  if (histories.length === 0) reasons.push({ code: 'emptyBase', params: {} });
  else if (histories.every(({ x }) => x === 0)) reasons.push({ code: 'noRepeatPurchases', params: {} });
  if (reasons.length > 0) return { ok: false, reasons };
  const rows = uniqueRows(histories.map(({ x, tx, n, weight = 1 }) => ({ cells: [x, tx, n], weight })));
  const { params, fit } = fitParameters({
    names: ['alpha', 'beta', 'gamma', 'delta'],
    inUnit: [],
    slopeAt: bgBbSlope(rows),
    starts: STARTS,
    scale: 1,
    constant: 0,
    customers: rows.customers,
    uniqueRows: rows.weight.length,
  });
  return { ok: true, fitted: { model: 'bgBb', params, timeUnit: null, fit } };
}
