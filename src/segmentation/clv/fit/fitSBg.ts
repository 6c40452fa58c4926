import type { SBgModel } from '../model/clvModel.js';
import { isFalling } from '../model/survivors.js';
import { fitParameters } from './fitParameters.js';
import type { Fit } from './fitReport.js';
import { sBgSlope } from './sBgSlope.js';

/** Where the climbs start: alpha, beta. */
const STARTS = [
  [0.5, 1.5],
  [1, 1],
  [2, 10],
  [0.2, 0.2],
];

/**
 * Returns the shifted beta-geometric model that makes the losses of a cohort likeliest, with a report that says whether it
 * converged.
 *
 * @param survivors customers at the start and after each renewal
 * @returns `{ ok: false, reasons }` with `emptyBase` or `notDecreasing` where nothing can be fitted
 * @example
 * import { fitSBg } from 'salesmodel/segmentation/clv';
 *
 * const fit = fitSBg([1000, 700, 560, 480, 430, 396]);
 * fit.ok && [fit.fitted.params.alpha.toFixed(4), fit.fitted.params.beta.toFixed(4)]; // => ['0.5074', '1.1659']
 */
export function fitSBg(survivors: readonly number[]): Fit<SBgModel> {
  if (survivors.length === 0 || survivors[0] === 0) return { ok: false, reasons: [{ code: 'emptyBase', params: {} }] };
  if (!isFalling(survivors) || survivors.at(-1) === survivors[0]) {
    return { ok: false, reasons: [{ code: 'notDecreasing', params: {} }] };
  }
  const { params, fit } = fitParameters({
    names: ['alpha', 'beta'],
    inUnit: [],
    slopeAt: sBgSlope(survivors),
    starts: STARTS,
    scale: 1,
    constant: 0,
    customers: survivors[0]!,
    uniqueRows: survivors.length - 1,
  });
  return { ok: true, fitted: { model: 'sBg', params, timeUnit: null, fit } };
}
