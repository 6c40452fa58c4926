import type { DecimalLike } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import type { Estimate } from '../../core/estimate.js';
import { oneOf } from '../../core/oneOf.js';
import { checkWeights, fitWeights } from './fitWeights.js';
import { concludeFit, type ForecastFit, type NoFit } from './forecastFit.js';
import { type HoltWintersStart, startOf } from './holtWintersStart.js';
import { type Horizon, horizonOf, periodOf } from './options.js';
import { nonPositive, readSeries, tooShort } from './readSeries.js';

/** What {@link holtWinters} is told. */
export interface HoltWintersSettings {
  /** Values in a season, a whole number from 2 on: 12 for months of a year. */
  readonly period: number;
  /** `additive` (default): the season adds to the level; `multiplicative`: it is a factor, and all values must be above 0. */
  readonly seasonal?: 'additive' | 'multiplicative';
  /** Weight of the newest value in the level, 0 to 1; fitted when left out. */
  readonly alpha?: number;
  /** Weight of the newest rise in the trend, 0 to 1; fitted when left out. */
  readonly beta?: number;
  /** Weight of the newest figure in the season, 0 to 1; fitted when left out. */
  readonly gamma?: number;
  /**
   * `decompose` (default): level, trend and season from the first two seasons, errors from the second season on (as R's
   * `HoltWinters`). Or level, trend and season before the first value, such as the `states` of an earlier fit.
   */
  readonly start?: 'decompose' | HoltWintersStart;
}

/** Where {@link holtWinters} stands; `season[0]` is for the next period. */
export type HoltWintersFit = ForecastFit<
  'holtWinters',
  {
    readonly period: number;
    readonly seasonal: 'additive' | 'multiplicative';
    readonly alpha: Estimate;
    readonly beta: Estimate;
    readonly gamma: Estimate;
  },
  HoltWintersStart
>;

type Weights = Readonly<Record<'alpha' | 'beta' | 'gamma', number>>;

/**
 * Returns a forecast by Holt and Winters' smoothing of level, trend and season. Estimates.
 *
 * l′ = α(y ⊖ s) + (1 − α)(l + b), b′ = β(l′ − l) + (1 − β)b, s′ = γ(y ⊖ l′) + (1 − γ)s, where ⊖ is − or ÷ (Winters, 1960).
 * Weights that are left out are fitted by least squared error, the same ones each time.
 *
 * @param y values in the order of time, at least two seasons; 1 with a given start
 * @param options season, weights, start and `horizon` (default 1)
 * @param path where the settings stand in the input, for the error
 * @throws SalesModelError `decimal.invalid`, `decimal.tooLong`, `estimate.finite`, `estimate.positive`, `option.unknown`,
 * `forecast.parameter`, `forecast.period`, `forecast.length` (of a given season), `forecast.count`
 * @example
 * import { holtWinters } from 'salesmodel/mechanisms/forecast';
 *
 * const quarters = [12, 20, 31, 16, 14, 24, 35, 19, 17, 27, 40, 23];
 * const fit = holtWinters(quarters, { period: 4, alpha: 0.5, beta: 0.3, gamma: 0.2, horizon: 4 });
 * fit.ok && fit.forecast.map((each) => each.toFixed(2)); // => ['21.86', '31.98', '42.93', '27.71']
 */
export function holtWinters(
  y: readonly DecimalLike[],
  options: HoltWintersSettings & Horizon,
  path: Path = ['options'],
): HoltWintersFit | NoFit {
  const values = readSeries(y, ['y']);
  const period = periodOf(options.period, [...path, 'period']);
  const horizon = horizonOf(options);
  const seasonal = oneOf(options.seasonal ?? 'additive', ['additive', 'multiplicative'], [...path, 'seasonal']);
  const isFactor = seasonal === 'multiplicative';
  const start = startOf(values, { period, isFactor, start: options.start ?? 'decompose', path: [...path, 'start'] });
  const given = checkWeights({ alpha: options.alpha, beta: options.beta, gamma: options.gamma }, path);
  const reasons = [...(isFactor ? nonPositive(values) : []), ...tooShort(values, start.need)];
  if (reasons.length > 0) return { ok: false, reasons };

  const { skip } = start;
  const fitted = new Float64Array(values.length);
  // The figure for a value stands at its index less `skip`; what it becomes stands a season further on.
  const seasons = new Float64Array(period + values.length - skip);
  const run = ({ alpha, beta, gamma }: Weights): { sse: number; level: number; trend: number } => {
    let { level, trend } = start;
    seasons.set(start.season);
    let sse = 0;
    for (let index = skip; index < values.length; index++) {
      const value = values[index]!;
      const season = seasons[index - skip]!;
      const base = level + trend;
      const forecast = isFactor ? base * season : base + season;
      fitted[index] = forecast;
      sse += (value - forecast) * (value - forecast);
      const next = alpha * (isFactor ? value / season : value - season) + (1 - alpha) * base;
      trend = beta * (next - level) + (1 - beta) * trend;
      level = next;
      seasons[index - skip + period] = gamma * (isFactor ? value / level : value - level) + (1 - gamma) * season;
    }
    return { sse, level, trend };
  };
  const weights = fitWeights(given, (each) => run(each).sse);
  const { sse, level, trend } = run(weights);
  const season = Array.from(seasons.subarray(values.length - skip), (figure) => figure + 0);
  const ahead = (step: number): number => {
    const figure = season[(step - 1) % period]!;
    const base = level + step * trend;
    return isFactor ? base * figure : base + figure;
  };
  return concludeFit({
    model: 'holtWinters',
    parameters: { period, seasonal, ...weights },
    states: { level, trend: trend + 0, season },
    sse,
    fitted,
    skip,
    horizon,
    ahead,
  });
}
