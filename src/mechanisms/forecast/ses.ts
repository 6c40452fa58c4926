import type { DecimalLike } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import type { Estimate } from '../../core/estimate.js';
import { checkWeights, fitWeights, isFitted } from './fitWeights.js';
import { concludeFit, type ForecastFit, type NoFit } from './forecastFit.js';
import { type Horizon, horizonOf } from './options.js';
import { readNumber, readSeries, tooShort } from './readSeries.js';

/** What {@link ses} is told. */
export interface SesSettings {
  /** Weight of the newest value, 0 to 1; fitted when left out. */
  readonly alpha?: number;
  /** Level before the first value; without it the first value is the level and errors count from the second. */
  readonly level?: number;
}

/** A smoothed level goes on. */
export type SesFit = ForecastFit<'ses', { readonly alpha: Estimate }, { readonly level: Estimate }>;

/**
 * Returns a forecast by simple exponential smoothing: l = αy + (1 − α)l, and every period is like the last level. Estimates.
 *
 * A weight that is left out is fitted: the one of least squared error among those that a search with several starts finds,
 * the same one each time.
 *
 * @param y values in the order of time, at least 1; at least 2 where α is fitted and no level is given
 * @param options `alpha`, `level`, `horizon` (default 1)
 * @param path where the settings stand in the input, for the error
 * @throws SalesModelError `decimal.invalid`, `decimal.tooLong`, `estimate.finite`, `forecast.parameter`, `forecast.count`
 * @example
 * import { ses } from 'salesmodel/mechanisms/forecast';
 *
 * const fit = ses([30, 32, 29, 35, 37, 34, 38, 41], { alpha: 0.4 });
 * fit.ok && fit.states.level.toFixed(7); // => '37.7662208'
 * fit.ok && fit.sse.toFixed(6); // => '100.879725'
 */
export function ses(
  y: readonly DecimalLike[],
  options: SesSettings & Horizon = {},
  path: Path = ['options'],
): SesFit | NoFit {
  const values = readSeries(y, ['y']);
  const horizon = horizonOf(options);
  const start = options.level === undefined ? undefined : readNumber(options.level, [...path, 'level']);
  const skip = start === undefined ? 1 : 0;
  const given = checkWeights({ alpha: options.alpha }, path);
  const reasons = tooShort(values, isFitted(given) ? skip + 1 : 1);
  if (reasons.length > 0) return { ok: false, reasons };

  const fitted = new Float64Array(values.length);
  const run = ({ alpha }: { readonly alpha: number }): { sse: number; level: number } => {
    let level = start ?? values[0]!;
    let sse = 0;
    for (let index = skip; index < values.length; index++) {
      const value = values[index]!;
      fitted[index] = level;
      sse += (value - level) * (value - level);
      level = alpha * value + (1 - alpha) * level;
    }
    return { sse, level };
  };
  const parameters = fitWeights(given, (weights) => run(weights).sse);
  const { sse, level } = run(parameters);
  return concludeFit({ model: 'ses', parameters, states: { level }, sse, fitted, skip, horizon, ahead: () => level });
}
