import type { DecimalLike } from '../../core/decimal.js';
import type { Estimate } from '../../core/estimate.js';
import { concludeFit, type ForecastFit, type NoFit, squaredErrors } from './forecastFit.js';
import { type Horizon, horizonOf } from './options.js';
import { readSeries, tooShort } from './readSeries.js';

/** The last value goes on. */
export type NaiveFit = ForecastFit<'naive', Readonly<Record<string, never>>, { readonly level: Estimate }>;

/**
 * Returns the forecast that nothing changes: every period is like the last one. Estimates.
 *
 * @param y values in the order of time, at least 1
 * @param options `horizon`: default 1
 * @throws SalesModelError `decimal.invalid`, `decimal.tooLong`, `estimate.finite`, `forecast.count`
 * @example
 * import { naive } from 'salesmodel/mechanisms/forecast';
 *
 * const fit = naive([30, 32, 29], { horizon: 2 });
 * fit.ok && fit.forecast; // => [29, 29]
 * naive([]); // => { ok: false, reasons: [{ code: 'tooShort', params: { need: 1, length: 0 } }] }
 */
export function naive(y: readonly DecimalLike[], options: Horizon = {}): NaiveFit | NoFit {
  const values = readSeries(y, ['y']);
  const horizon = horizonOf(options);
  const reasons = tooShort(values, 1);
  if (reasons.length > 0) return { ok: false, reasons };
  const fitted = values.map((_, index) => values[index - 1] ?? 0);
  const level = values.at(-1)!;
  const sse = squaredErrors(values, fitted, 1);
  return concludeFit({
    model: 'naive',
    parameters: {},
    states: { level },
    sse,
    fitted,
    skip: 1,
    horizon,
    ahead: () => level,
  });
}
