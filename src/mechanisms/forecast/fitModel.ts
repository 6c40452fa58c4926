import type { DecimalLike } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import { oneOf } from '../../core/oneOf.js';
import { croston } from './croston.js';
import { drift } from './drift.js';
import type { NoFit } from './forecastFit.js';
import type { ForecastModel, ModelFit } from './forecastModel.js';
import { holt } from './holt.js';
import { holtWinters } from './holtWinters.js';
import { movingAverage } from './movingAverage.js';
import { naive } from './naive.js';
import type { Horizon } from './options.js';
import { seasonalNaive } from './seasonalNaive.js';
import { ses } from './ses.js';

const MODELS = ['naive', 'seasonalNaive', 'drift', 'movingAverage', 'ses', 'holt', 'holtWinters', 'croston'] as const;

/**
 * Returns the forecast of a model that is given as data: what the function of its name returns. Estimates.
 *
 * @param y values in the order of time
 * @param model name and settings
 * @param options `horizon`: default 1
 * @param path where the settings stand in the input, for the error
 * @throws SalesModelError `option.unknown`, and what the function of the model throws
 * @example
 * import { fitModel } from 'salesmodel/mechanisms/forecast';
 *
 * const fit = fitModel([30, 32, 29, 35], { model: 'movingAverage', window: 2 }, { horizon: 2 });
 * fit.ok && fit.forecast; // => [32, 32]
 */
export function fitModel(
  y: readonly DecimalLike[],
  model: ForecastModel,
  options: Horizon = {},
  path: Path = ['model'],
): ModelFit | NoFit {
  switch (model.model) {
    case 'naive':
      return naive(y, options);
    case 'seasonalNaive':
      return seasonalNaive(y, { ...model, ...options }, path);
    case 'drift':
      return drift(y, options);
    case 'movingAverage':
      return movingAverage(y, { ...model, ...options }, path);
    case 'ses':
      return ses(y, { ...model, ...options }, path);
    case 'holt':
      return holt(y, { ...model, ...options }, path);
    case 'holtWinters':
      return holtWinters(y, { ...model, ...options }, path);
    case 'croston':
      return croston(y, { ...model, ...options }, path);
    default:
      return oneOf((model as ForecastModel).model, MODELS, [...path, 'model']) as never;
  }
}
