import type { DecimalLike } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import type { Estimate } from '../../core/estimate.js';
import { concludeFit, type ForecastFit, type NoFit, squaredErrors } from './forecastFit.js';
import { type Horizon, horizonOf, periodOf } from './options.js';
import { readSeries, tooShort } from './readSeries.js';

/** What {@link seasonalNaive} is told. */
export interface SeasonalNaiveSettings {
  /** Values in a season, a whole number from 2 on: 12 for months of a year. */
  readonly period: number;
}

/** The last season goes on; `season[0]` is for the next period. */
export type SeasonalNaiveFit = ForecastFit<
  'seasonalNaive',
  { readonly period: number },
  { readonly season: readonly Estimate[] }
>;

/**
 * Returns the forecast that the last season repeats itself: every period is like the one a season before. Estimates.
 *
 * @param y values in the order of time, at least a season
 * @param options `period`: values in a season; `horizon`: default 1
 * @param path where the settings stand in the input, for the error
 * @throws SalesModelError `decimal.invalid`, `decimal.tooLong`, `estimate.finite`, `forecast.period`, `forecast.count`
 * @example
 * import { seasonalNaive } from 'salesmodel/mechanisms/forecast';
 *
 * const fit = seasonalNaive([10, 20, 30, 40, 15, 25, 35, 45], { period: 4, horizon: 5 });
 * fit.ok && fit.forecast; // => [15, 25, 35, 45, 15]
 */
export function seasonalNaive(
  y: readonly DecimalLike[],
  options: SeasonalNaiveSettings & Horizon,
  path: Path = ['options'],
): SeasonalNaiveFit | NoFit {
  const values = readSeries(y, ['y']);
  const period = periodOf(options.period, [...path, 'period']);
  const horizon = horizonOf(options);
  const reasons = tooShort(values, period);
  if (reasons.length > 0) return { ok: false, reasons };
  const season = values.slice(-period);
  const fitted = values.map((_, index) => values[index - period] ?? 0);
  return concludeFit({
    model: 'seasonalNaive',
    parameters: { period },
    states: { season },
    sse: squaredErrors(values, fitted, period),
    fitted,
    skip: period,
    horizon,
    ahead: (step) => season[(step - 1) % period]!,
  });
}
