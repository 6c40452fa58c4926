import { ln } from '../../../core/elementary.js';
import type { Reason } from '../../../core/errors.js';
import type { BgNbdModel } from '../model/clvModel.js';
import { betaGeometricSlope } from './betaGeometricSlope.js';
import { fitParameters } from './fitParameters.js';
import type { FittedModel } from './fitReport.js';
import { type HistoryRow, readHistories } from './readHistories.js';
import { scaled } from './scaled.js';

/** Where the climbs start: r, alpha, a, b, times in units of the longest age. */
const STARTS = [
  [0.5, 0.2, 1, 2],
  [1, 1, 0.5, 1],
  [0.2, 0.05, 2, 5],
  [2, 0.5, 0.2, 4],
];

/** The parameters of a beta-geometric model and how their fit went. */
export type BetaGeometricFit =
  | { readonly ok: true; readonly fitted: Pick<FittedModel<BgNbdModel>, 'params' | 'timeUnit' | 'fit'> }
  | { readonly ok: false; readonly reasons: readonly Reason[] };

/** Fits the parameters of a beta-geometric model; `first` as in `betaGeometricNbd`. */
export function fitBetaGeometric(histories: readonly HistoryRow[], first: 0 | 1): BetaGeometricFit {
  const read = readHistories(histories);
  if (!read.ok) return read;
  const { rows, scale, purchases } = scaled(read.rows);
  const { params, fit } = fitParameters({
    names: ['r', 'alpha', 'a', 'b'],
    inUnit: ['alpha'],
    slopeAt: betaGeometricSlope(rows, first),
    starts: STARTS,
    scale,
    constant: purchases * ln(scale),
    customers: rows.customers,
    uniqueRows: rows.weight.length,
  });
  return { ok: true, fitted: { params, timeUnit: read.timeUnit, fit } };
}
