export { accuracy, type AccuracyOptions } from './accuracy.js';
export {
  chooseModel,
  type ChooseOptions,
  type ForecastScore,
  type ModelChoice,
  type TriedModel,
} from './chooseModel.js';
export { croston, type CrostonFit, type CrostonSettings } from './croston.js';
export { drift, type DriftFit } from './drift.js';
export { fitModel } from './fitModel.js';
export type { ForecastFit, NoFit } from './forecastFit.js';
export type { ModelFit } from './forecastModel.js';
export {
  type ForecastInterval,
  forecastMonthlySales,
  type MonthForecast,
  type MonthlyForecast,
  type MonthlyForecastOptions,
} from './forecastMonthlySales.js';
export { holt, type HoltFit, type HoltSettings, type HoltStart } from './holt.js';
export { holtWinters, type HoltWintersFit, type HoltWintersSettings } from './holtWinters.js';
export type { HoltWintersStart } from './holtWintersStart.js';
export type { Accuracy, AccuracyMeasure } from './measures.js';
export type { MonthOptions } from './monthlySeries.js';
export { movingAverage, type MovingAverageFit, type MovingAverageSettings } from './movingAverage.js';
export { naive, type NaiveFit } from './naive.js';
export type { Horizon } from './options.js';
export { type OriginForecast, rollingOrigin, type RollingForecast, type RollingOptions } from './rollingOrigin.js';
export { ForecastModel, MonthlySales } from './schema.js';
export { seasonalIndices, type SeasonalIndices } from './seasonalIndices.js';
export { seasonalNaive, type SeasonalNaiveFit, type SeasonalNaiveSettings } from './seasonalNaive.js';
export { ses, type SesFit, type SesSettings } from './ses.js';
