import type { DecimalLike } from '../../core/decimal.js';
import type { Reason } from '../../core/errors.js';
import { fail } from './fail.js';
import { type Accuracy, type Benchmark, measuresOf } from './measures.js';
import { periodOf } from './options.js';
import { readSeries } from './readSeries.js';

/** What forecasts are compared with. */
export interface AccuracyOptions {
  /** The values before the first forecast, in the order of time; MASE and `valueAdded` need them. */
  readonly train?: readonly DecimalLike[];
  /** Values in a season of the naive forecast, a whole number from 1 on; default 1, the last value. */
  readonly seasonalPeriod?: number;
}

/**
 * Returns all measures of how far forecasts lie from what came. Estimates; sums run in the order of the values.
 *
 * The naive forecast of `valueAdded` is made where `train` ends: the last value, or the last season.
 *
 * @param actual what came, in the order of time
 * @param forecast what had been said of the same periods
 * @param options the values before, and the season of the naive forecast
 * @throws SalesModelError `forecast.length`, `forecast.period`, `decimal.invalid`, `decimal.tooLong`, `estimate.finite`
 * @example
 * import { accuracy } from 'salesmodel/mechanisms/forecast';
 *
 * const measures = accuracy([100, 120, 0, 90], [110, 115, 10, 80]);
 * measures.mae; // => 8.75
 * measures.wape?.toFixed(6); // => '0.112903'
 * measures.mape?.toFixed(6); // => '0.084259'
 * measures.skipped; // => 1
 */
export function accuracy(
  actual: readonly DecimalLike[],
  forecast: readonly DecimalLike[],
  options: AccuracyOptions = {},
): Accuracy {
  const came = readSeries(actual, ['actual']);
  const said = readSeries(forecast, ['forecast']);
  if (said.length !== came.length)
    fail('forecast.length', ['forecast'], { expected: came.length, length: said.length });
  const period = periodOf(options.seasonalPeriod ?? 1, ['options', 'seasonalPeriod'], 1);
  const train = options.train === undefined ? undefined : readSeries(options.train, ['options', 'train']);
  return measuresOf(came, said, benchmarkOf(train, period, came.length));
}

/** What a forecast from the end of a series is compared with. */
export function benchmarkOf(train: readonly number[] | undefined, period: number, length: number): Benchmark {
  if (train === undefined) {
    const noTrain: Reason = { code: 'noTrain', params: {} };
    return { scale: noTrain, naive: noTrain };
  }
  const short = (need: number): Reason => ({ code: 'trainTooShort', params: { need, length: train.length } });
  const season = train.slice(-period);
  return {
    scale: train.length > period ? seasonalStep(train, period) : short(period + 1),
    naive: train.length >= period ? Array.from({ length }, (_, index) => season[index % period]!) : short(period),
  };
}

/** The mean of |yₜ − yₜ₋ₘ|. */
function seasonalStep(values: readonly number[], period: number): number {
  let sum = 0;
  for (let index = period; index < values.length; index++) sum += Math.abs(values[index]! - values[index - period]!);
  return sum / (values.length - period);
}
