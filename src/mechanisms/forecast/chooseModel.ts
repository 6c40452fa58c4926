import type { DecimalLike } from '../../core/decimal.js';
import type { Reason } from '../../core/errors.js';
import type { Estimate } from '../../core/estimate.js';
import { oneOf } from '../../core/oneOf.js';
import { benchmarkOf } from './accuracy.js';
import { fitModel } from './fitModel.js';
import type { NoFit } from './forecastFit.js';
import type { ForecastModel, ModelFit } from './forecastModel.js';
import { type Accuracy, type Benchmark, measuresOf } from './measures.js';
import { countOf, type Horizon, horizonOf, periodOf } from './options.js';
import { readSeries, tooShort } from './readSeries.js';

const SCORES = ['mase', 'mae', 'rmse', 'mape', 'smape', 'wape'] as const;

/**
 * The measures by which models are compared; the least is the best.
 *
 * @useDeclaredType
 */
export type ForecastScore = (typeof SCORES)[number];

/** How models are compared. */
export interface ChooseOptions extends Horizon {
  /** How many of the last values are held out, a whole number from 1 on; default a quarter of them, at most 12. */
  readonly holdout?: number;
  /** Default `mase`. */
  readonly by?: ForecastScore;
  /** Values in a season of the naive forecast that models are compared with, from 1 on; default 1. */
  readonly seasonalPeriod?: number;
}

/** A candidate that was tried on the values held out, or why it does not apply. */
export type TriedModel =
  | {
      readonly ok: true;
      readonly model: ForecastModel;
      /** The measure that decides; `null` where it has no value, and then MAE decides. */
      readonly score: Estimate | null;
      readonly accuracy: Accuracy;
      /** What it said of the values held out. */
      readonly forecast: readonly Estimate[];
    }
  | { readonly ok: false; readonly model: ForecastModel; readonly reasons: readonly Reason[] };

/** The best of several models. */
export interface ModelChoice {
  readonly ok: true;
  /** Index of the chosen model in `candidates`. */
  readonly chosen: number;
  /** The chosen model, run over all values. */
  readonly fit: ModelFit;
  readonly by: ForecastScore;
  /** How many of the last values were held out. */
  readonly holdout: number;
  /** The values held out. */
  readonly actual: readonly Estimate[];
  /** All candidates in the order given, the losing ones with their scores. */
  readonly candidates: readonly TriedModel[];
}

/**
 * Returns the candidate whose forecast from before the last values lies nearest to them, run over all values, and how the
 * others did. Estimates. Of equal scores the earlier candidate is taken. A candidate applies when it applies to all values
 * as well as to those before the hold-out.
 *
 * @param y values in the order of time, at least 4, or one more than `holdout`
 * @param candidates models with their settings
 * @param options `holdout` (default min(12, ⌊n/4⌋)), `by` (default `mase`), `seasonalPeriod` (default 1), `horizon` (default 1)
 * @throws SalesModelError `forecast.count`, `forecast.period`, `option.unknown`, and what {@link fitModel} throws
 * @example
 * import { chooseModel } from 'salesmodel/mechanisms/forecast';
 *
 * const choice = chooseModel([10, 12, 14, 16, 18, 20, 22, 24], [{ model: 'naive' }, { model: 'drift' }], { horizon: 2 });
 * choice.ok && choice.fit.forecast; // => [26, 28]
 * choice.ok && choice.candidates.map((each) => each.ok && each.score); // => [1.5, 0]
 */
export function chooseModel(
  y: readonly DecimalLike[],
  candidates: readonly ForecastModel[],
  options: ChooseOptions = {},
): ModelChoice | NoFit {
  const values = readSeries(y, ['y']);
  const horizon = horizonOf(options);
  const by = oneOf(options.by ?? 'mase', SCORES, ['options', 'by']);
  const period = periodOf(options.seasonalPeriod ?? 1, ['options', 'seasonalPeriod'], 1);
  const holdout = holdoutOf(values.length, options.holdout);
  const short = tooShort(values, options.holdout === undefined ? 4 : holdout + 1);
  if (short.length > 0) return { ok: false, reasons: short };

  const train = values.slice(0, -holdout);
  const actual = values.slice(-holdout);
  const benchmark = benchmarkOf(train, period, holdout);
  const fits = candidates.map((model, index) => fitModel(values, model, { horizon }, ['candidates', index]));
  const tried = candidates.map((model, index) => tryModel(model, fits[index]!, { train, actual, benchmark, by }));
  const chosen = tried.reduce((best, each, index) => (isBetter(each, tried[best]) ? index : best), -1);
  const fit = fits[chosen];
  if (!fit?.ok) {
    return { ok: false, reasons: [{ code: 'noCandidate', params: { candidates: candidates.length, tried } }] };
  }
  return { ok: true, chosen, fit, by, holdout, actual, candidates: tried };
}

/** How many of the last values are held out. */
export function holdoutOf(length: number, holdout?: number): number {
  return holdout === undefined ? Math.min(12, Math.floor(length / 4)) : countOf(holdout, ['options', 'holdout']);
}

interface Trial {
  readonly train: readonly number[];
  readonly actual: readonly number[];
  readonly benchmark: Benchmark;
  readonly by: ForecastScore;
}

function tryModel(model: ForecastModel, whole: ModelFit | NoFit, { train, actual, benchmark, by }: Trial): TriedModel {
  if (!whole.ok) return { ok: false, model, reasons: whole.reasons };
  const fit = fitModel(train, model, { horizon: actual.length });
  if (!fit.ok) return { ok: false, model, reasons: fit.reasons };
  const accuracy = measuresOf(actual, fit.forecast, benchmark);
  return { ok: true, model, score: accuracy[by], accuracy, forecast: fit.forecast };
}

/** A score before none, the lower before the higher. What MASE divides by is the same for all, so MAE ranks as it would. */
function isBetter(one: TriedModel, other: TriedModel | undefined): boolean {
  if (!one.ok) return false;
  if (!other?.ok) return true;
  if (one.score !== null || other.score !== null) return (one.score ?? Infinity) < (other.score ?? Infinity);
  return (one.accuracy.mae ?? Infinity) < (other.accuracy.mae ?? Infinity);
}
