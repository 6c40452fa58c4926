import type { DecimalLike } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import type { Estimate } from '../../core/estimate.js';
import { concludeFit, type ForecastFit, type NoFit, squaredErrors } from './forecastFit.js';
import { countOf, type Horizon, horizonOf } from './options.js';
import { readSeries, tooShort } from './readSeries.js';

/** What {@link movingAverage} is told. */
export interface MovingAverageSettings {
  /** How many of the last values count, a whole number from 1 on. */
  readonly window: number;
}

/** The mean of the last values goes on. */
export type MovingAverageFit = ForecastFit<'movingAverage', { readonly window: number }, { readonly level: Estimate }>;

/**
 * Returns the forecast that every period is like the mean of the last values. Estimates; sums run in the order of time.
 *
 * @param y values in the order of time, at least the window
 * @param options `window`: how many values count; `horizon`: default 1
 * @param path where the settings stand in the input, for the error
 * @throws SalesModelError `decimal.invalid`, `decimal.tooLong`, `estimate.finite`, `forecast.count`
 * @example
 * import { movingAverage } from 'salesmodel/mechanisms/forecast';
 *
 * const fit = movingAverage([10, 14, 12, 16], { window: 3, horizon: 2 });
 * fit.ok && fit.forecast; // => [14, 14]
 * fit.ok && fit.fitted; // => [null, null, null, 12]
 */
export function movingAverage(
  y: readonly DecimalLike[],
  options: MovingAverageSettings & Horizon,
  path: Path = ['options'],
): MovingAverageFit | NoFit {
  const values = readSeries(y, ['y']);
  const window = countOf(options.window, [...path, 'window']);
  const horizon = horizonOf(options);
  const reasons = tooShort(values, window);
  if (reasons.length > 0) return { ok: false, reasons };
  const meanBefore = (end: number): number => {
    let sum = 0;
    for (let index = end - window; index < end; index++) sum += values[index]!;
    return sum / window;
  };
  const fitted = values.map((_, index) => (index < window ? 0 : meanBefore(index)));
  const level = meanBefore(values.length);
  return concludeFit({
    model: 'movingAverage',
    parameters: { window },
    states: { level },
    sse: squaredErrors(values, fitted, window),
    fitted,
    skip: window,
    horizon,
    ahead: () => level,
  });
}
