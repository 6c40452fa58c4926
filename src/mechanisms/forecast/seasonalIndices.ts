import type { DecimalLike } from '../../core/decimal.js';
import type { Estimate } from '../../core/estimate.js';
import { oneOf } from '../../core/oneOf.js';
import { decompose } from './decompose.js';
import type { NoFit } from './forecastFit.js';
import { periodOf } from './options.js';
import { nonPositive, readSeries, tooShort } from './readSeries.js';

/** The season of a series. */
export interface SeasonalIndices {
  readonly ok: true;
  /** One a place in the season, that of the first value first: factors with mean 1, or differences with sum 0. */
  readonly indices: readonly Estimate[];
  /** Centred moving average, one a value; `null` for half a season at both ends. */
  readonly trend: readonly (Estimate | null)[];
}

/**
 * Returns how much each place in the season lies above or below the trend, which is the centred moving average (half
 * weights at both ends of an even season). Estimates; sums run in the order of time.
 *
 * @param y values in the order of time, at least two seasons; above 0 for `ratio`
 * @param options `period`: values in a season; `method`: `ratio` (default) divides by the trend, `difference` subtracts it
 * @throws SalesModelError `decimal.invalid`, `decimal.tooLong`, `estimate.finite`, `forecast.period`, `option.unknown`
 * @example
 * import { seasonalIndices } from 'salesmodel/mechanisms/forecast';
 *
 * const quarters = seasonalIndices([80, 100, 120, 100, 88, 110, 132, 110], { period: 4 });
 * quarters.ok && quarters.indices.map((each) => each.toFixed(3)); // => [ '0.831', '1.012', '1.189', '0.969' ]
 */
export function seasonalIndices(
  y: readonly DecimalLike[],
  options: { readonly period: number; readonly method?: 'ratio' | 'difference' },
): SeasonalIndices | NoFit {
  const values = readSeries(y, ['y']);
  const period = periodOf(options.period, ['options', 'period']);
  const isRatio = oneOf(options.method ?? 'ratio', ['ratio', 'difference'], ['options', 'method']) === 'ratio';
  const reasons = [...(isRatio ? nonPositive(values) : []), ...tooShort(values, 2 * period)];
  if (reasons.length > 0) return { ok: false, reasons };
  const { trend, season } = decompose(values, period, isRatio);
  if (![...trend, ...season].every((figure) => figure === null || Number.isFinite(figure))) {
    return { ok: false, reasons: [{ code: 'notFinite', params: {} }] };
  }
  return { ok: true, indices: season.map((figure) => figure + 0), trend };
}
