import type { DecimalLike } from '../../core/decimal.js';
import type { Reason } from '../../core/errors.js';
import type { Estimate } from '../../core/estimate.js';
import { benchmarkOf } from './accuracy.js';
import { fitModel } from './fitModel.js';
import type { NoFit } from './forecastFit.js';
import type { ForecastModel } from './forecastModel.js';
import { type Accuracy, isSeries, measuresOf } from './measures.js';
import { countOf, periodOf } from './options.js';
import { readSeries, tooShort } from './readSeries.js';

/** Where forecasts are made. */
export interface RollingOptions {
  /** Values that the first forecast knows, a whole number from 1 on. */
  readonly initial: number;
  /** Periods of each forecast, a whole number from 1 on; default 1. */
  readonly horizon?: number;
  /** Values between two forecasts, a whole number from 1 on; default 1. */
  readonly step?: number;
  /** Values in a season of the naive forecast that they are compared with, from 1 on; default 1. */
  readonly seasonalPeriod?: number;
}

/** A forecast from a point in the past and what came. */
export interface OriginForecast {
  /** How many values the forecast knew. */
  readonly origin: number;
  readonly actual: readonly Estimate[];
  readonly forecast: readonly Estimate[];
}

/** Forecasts from one point after another. */
export interface RollingForecast {
  readonly ok: true;
  /** In the order of time. */
  readonly origins: readonly OriginForecast[];
  /** Points from which the model did not apply. */
  readonly skipped: readonly { readonly origin: number; readonly reasons: readonly Reason[] }[];
  /** Of all forecasts together, in the order of time; MASE divides by the values that the first forecast knew. */
  readonly accuracy: Accuracy;
  /** The same, one a period ahead. */
  readonly byStep: readonly Accuracy[];
}

/**
 * Returns forecasts as they would have been made from one point after another, each from the values before it, and how
 * far they lay from what came. Estimates. A model is fitted anew at each point.
 *
 * @param y values in the order of time
 * @param model name and settings
 * @param options `initial`, `horizon` (default 1), `step` (default 1), `seasonalPeriod` (default 1)
 * @throws SalesModelError `forecast.count`, `forecast.period`, and what {@link fitModel} throws
 * @example
 * import { rollingOrigin } from 'salesmodel/mechanisms/forecast';
 *
 * const past = rollingOrigin([10, 12, 11, 13, 15], { model: 'naive' }, { initial: 3, horizon: 1 });
 * past.ok && past.origins; // => [{ origin: 3, actual: [13], forecast: [11] }, { origin: 4, actual: [15], forecast: [13] }]
 * past.ok && past.accuracy.mae; // => 2
 */
export function rollingOrigin(
  y: readonly DecimalLike[],
  model: ForecastModel,
  options: RollingOptions,
): RollingForecast | NoFit {
  const values = readSeries(y, ['y']);
  const initial = countOf(options.initial, ['options', 'initial']);
  const horizon = countOf(options.horizon ?? 1, ['options', 'horizon']);
  const step = countOf(options.step ?? 1, ['options', 'step']);
  const period = periodOf(options.seasonalPeriod ?? 1, ['options', 'seasonalPeriod'], 1);
  const short = tooShort(values, initial + horizon);
  if (short.length > 0) return { ok: false, reasons: short };

  const origins: OriginForecast[] = [];
  const skipped: { origin: number; reasons: readonly Reason[] }[] = [];
  for (let origin = initial; origin + horizon <= values.length; origin += step) {
    const fit = fitModel(values.slice(0, origin), model, { horizon });
    if (!fit.ok) skipped.push({ origin, reasons: fit.reasons });
    else origins.push({ origin, actual: values.slice(origin, origin + horizon), forecast: fit.forecast });
  }
  if (origins.length === 0) return { ok: false, reasons: skipped.at(-1)!.reasons };

  const benchmarks = origins.map(({ origin }) => benchmarkOf(values.slice(0, origin), period, horizon));
  // The first forecast knows the least: where it has a naive one to be compared with, all have.
  const { scale, naive: first } = benchmarks[0]!;
  const of = (steps: readonly number[]): Accuracy => {
    const pick = (each: readonly (readonly number[])[]): number[] =>
      each.flatMap((series) => steps.map((index) => series[index]!));
    const naive = isSeries(first) ? pick(benchmarks.map((each) => each.naive).filter(isSeries)) : first;
    const [actual, forecast] = [origins.map((each) => each.actual), origins.map((each) => each.forecast)];
    return measuresOf(pick(actual), pick(forecast), { scale, naive });
  };
  const steps = Array.from({ length: horizon }, (_, index) => index);
  return { ok: true, origins, skipped, accuracy: of(steps), byStep: steps.map((index) => of([index])) };
}
