import { ln } from '../../../core/elementary.js';
import type { ParetoNbdModel } from '../model/clvModel.js';
import { fitParameters } from './fitParameters.js';
import type { Fit } from './fitReport.js';
import { paretoSlope } from './paretoSlope.js';
import { type HistoryRow, readHistories } from './readHistories.js';
import { scaled } from './scaled.js';

/** Where the climbs start: r, alpha, s, beta, times in units of the longest age. */
const STARTS = [
  [0.5, 0.2, 0.5, 0.3],
  [1, 1, 1, 1],
  [0.2, 0.05, 2, 3],
  [2, 0.5, 0.2, 0.1],
];

/**
 * Returns the Pareto/NBD model that makes the histories of customers likeliest, with a report that says whether it converged.
 *
 * @param histories one for each customer, in any order, such as `repeatSummaries` gives
 * @returns `{ ok: false, reasons }` with `emptyBase`, `invalidRow` or `noRepeatPurchases` where nothing can be fitted
 * @throws SalesModelError `segmentation.clv.unit`
 * @example
 * import { fitParetoNbd } from 'salesmodel/segmentation/clv';
 *
 * const fit = fitParetoNbd([
 *   { x: 0, tx: 0, T: 38, weight: 60 },
 *   { x: 1, tx: 4, T: 38, weight: 15 },
 *   { x: 1, tx: 20, T: 36, weight: 8 },
 *   { x: 3, tx: 9, T: 30, weight: 9 },
 *   { x: 6, tx: 31, T: 33, weight: 8 },
 * ]);
 * fit.ok && fit.fitted.fit.status; // => 'converged'
 */
export function fitParetoNbd(histories: readonly HistoryRow[]): Fit<ParetoNbdModel> {
  const read = readHistories(histories);
  if (!read.ok) return read;
  const { rows, scale, purchases } = scaled(read.rows);
  const { params, fit } = fitParameters({
    names: ['r', 'alpha', 's', 'beta'],
    inUnit: ['alpha', 'beta'],
    slopeAt: paretoSlope(rows),
    starts: STARTS,
    scale,
    constant: purchases * ln(scale),
    customers: rows.customers,
    uniqueRows: rows.weight.length,
  });
  return { ok: true, fitted: { model: 'paretoNbd', params, timeUnit: read.timeUnit, fit } };
}
