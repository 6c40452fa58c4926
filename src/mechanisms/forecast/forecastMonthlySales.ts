import { type Decimal, type DecimalLike, type DecimalString, toDecimal } from '../../core/decimal.js';
import type { Reason } from '../../core/errors.js';
import type { Explanation } from '../../core/explanation.js';
import { oneOf } from '../../core/oneOf.js';
import { roundDecimal, ROUNDING_MODES, type RoundingMode, toIncrement } from '../../core/rounding.js';
import { benchmarkOf } from './accuracy.js';
import { chooseModel, holdoutOf, type ModelChoice } from './chooseModel.js';
import { explainMonth } from './explainMonth.js';
import type { NoFit } from './forecastFit.js';
import type { ForecastModel } from './forecastModel.js';
import { type Accuracy, measuresOf } from './measures.js';
import { INTERMITTENT, isIntermittent, MONTHLY_CANDIDATES } from './monthlyCandidates.js';
import { monthlySeries, type MonthlySales, type MonthOptions, monthText, stepOf } from './monthlySeries.js';
import { countOf } from './options.js';
import { tooShort } from './readSeries.js';
import { typeSevenQuantile } from './typeSevenQuantile.js';

/** How monthly sales are forecast. */
export interface MonthlyForecastOptions extends MonthOptions {
  /** Months to forecast, a whole number from 1 on. */
  readonly horizon: number;
  /**
   * Models to try, of equal ones the earlier is taken. Default: seasonal naive, SES, Holt, damped Holt (φ = 0.9),
   * Holt–Winters additive and multiplicative, and Croston's with the correction `sba` where at least 40 % of the months are 0.
   */
  readonly candidates?: readonly ForecastModel[];
  /** How figures are rounded; default half even to the decimals of the input. */
  readonly round?: { readonly increment: DecimalLike; readonly mode?: RoundingMode };
}

/** A range around a forecast. */
export interface ForecastInterval {
  readonly low: DecimalString;
  readonly high: DecimalString;
}

/** The forecast of a month. */
export interface MonthForecast {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly value: DecimalString;
  readonly interval80: ForecastInterval;
  readonly interval95: ForecastInterval;
  /** Level, trend and season of the model, which add up to the value; its facts lie in `choice.fit.states`. */
  readonly explanation: Explanation;
}

/** The forecast of monthly sales and how it came about. */
export interface MonthlyForecast {
  readonly ok: true;
  /** In the order of time. */
  readonly months: readonly MonthForecast[];
  /** The model that was chosen. */
  readonly model: ForecastModel;
  /** How it did on the last months, which it had not seen. */
  readonly accuracy: Accuracy;
  /** How the naive forecast did on them: the season of a year before where there is more than a year to learn from, else the last value. */
  readonly naive: { readonly model: ForecastModel; readonly accuracy: Accuracy };
  /** The candidates with their scores, and the fit of the chosen one. */
  readonly choice: ModelChoice;
  /** Candidates of the default list that were not tried, with the reason. */
  readonly notTried: readonly { readonly model: ForecastModel; readonly reasons: readonly Reason[] }[];
  /** Months that had no row, with the value put in. */
  readonly filled: readonly { readonly month: string; readonly value: DecimalString }[];
  /** Months left out because they were not over on the day `asOf`. */
  readonly dropped: readonly string[];
}

const YEAR = 12;

/**
 * Returns a forecast of monthly sales by the model that did best on the last months, with intervals and an explanation a
 * month. Rounded decimals; scores and states are estimates.
 *
 * The intervals are the forecast ± the 80 % and 95 % quantile (type 7) of the absolute errors on the months held out, which
 * are the last quarter, at most 12; the score is MASE against the season before.
 *
 * @param rows sales by month in any order, at least 4 months
 * @param options `horizon`; `candidates`, `missingMonths` (default `error`), `incompleteLast` (default `drop`), `asOf`, `round`
 * @throws SalesModelError `forecast.month`, `forecast.duplicateMonth`, `forecast.count`, `date.invalid`, `date.range`,
 * `decimal.invalid`, `decimal.tooLong`, `estimate.finite`, `rounding.increment`, `option.unknown`, and what
 * {@link fitModel} throws for a candidate
 * @example
 * import { forecastMonthlySales } from 'salesmodel/mechanisms/forecast';
 *
 * const rows = ['100.0', '104.0', '108.0', '112.0', '116.0', '120.0', '124.0', '128.0'].map((value, index) => ({
 *   month: `2026-0${index + 1}`,
 *   value,
 * }));
 * const result = forecastMonthlySales(rows, { horizon: 2, asOf: '2026-08-31' });
 * result.ok && result.months.map(({ month, value }) => `${month} ${value}`); // => ['2026-09 132.0', '2026-10 136.0']
 * result.ok && result.model; // => { model: 'holt' }
 */
export function forecastMonthlySales(
  rows: readonly MonthlySales[],
  options: MonthlyForecastOptions,
): MonthlyForecast | NoFit {
  const horizon = countOf(options.horizon, ['options', 'horizon']);
  const series = monthlySeries(rows, options);
  const rounded = rounding(series.scale, options.round);
  if (series.reasons.length > 0) return { ok: false, reasons: series.reasons };
  const values = series.values.map((value) => value.toNumber());
  const reasons = tooShort(values, 4);
  if (reasons.length > 0) return { ok: false, reasons };

  const train = values.slice(0, -holdoutOf(values.length));
  const seasonalPeriod = train.length > YEAR ? YEAR : 1;
  const { candidates, notTried } = candidatesOf(values, options.candidates);
  const choice = chooseModel(values, candidates, { horizon, seasonalPeriod });
  if (!choice.ok) return choice;
  const winner = choice.candidates[choice.chosen]!;
  if (!winner.ok) return winner;

  const errors = choice.actual.map((value, index) => Math.abs(value - winner.forecast[index]!));
  const around = (middle: number, share: number): ForecastInterval => {
    const width = typeSevenQuantile(errors, share);
    return { low: rounded.text(middle - width), high: rounded.text(middle + width) };
  };
  const months = choice.fit.forecast.map((figure, index): MonthForecast => {
    const month = monthText(series.first + values.length + index);
    const value = rounded.text(figure);
    return {
      month,
      value,
      interval80: around(figure, 0.8),
      interval95: around(figure, 0.95),
      explanation: explainMonth(choice.fit, index + 1, month, value, rounded.figure),
    };
  });
  return {
    ok: true,
    months,
    model: winner.model,
    accuracy: winner.accuracy,
    naive: naiveOf(train, choice.actual, seasonalPeriod),
    choice,
    notTried,
    filled: series.filled,
    dropped: series.dropped,
  };
}

function candidatesOf(
  values: readonly number[],
  given: readonly ForecastModel[] | undefined,
): { readonly candidates: readonly ForecastModel[]; readonly notTried: MonthlyForecast['notTried'] } {
  if (given !== undefined) return { candidates: given, notTried: [] };
  const zeros = values.filter((value) => value === 0).length;
  if (isIntermittent(zeros, values.length)) {
    return { candidates: [...MONTHLY_CANDIDATES, INTERMITTENT], notTried: [] };
  }
  const reasons = [{ code: 'notIntermittent', params: { zeros, months: values.length } }];
  return { candidates: MONTHLY_CANDIDATES, notTried: [{ model: INTERMITTENT, reasons }] };
}

function naiveOf(train: readonly number[], actual: readonly number[], period: number): MonthlyForecast['naive'] {
  const benchmark = benchmarkOf(train, period, actual.length);
  const model: ForecastModel = period === 1 ? { model: 'naive' } : { model: 'seasonalNaive', period };
  return { model, accuracy: measuresOf(actual, benchmark.naive as readonly number[], benchmark) };
}

/** How figures become decimals: with the decimals of the input, or multiples of an increment. */
function rounding(
  scale: number,
  policy: MonthlyForecastOptions['round'],
): { readonly figure: (value: number) => Decimal; readonly text: (value: number) => DecimalString } {
  const increment = policy ? toIncrement(policy.increment, ['options', 'round', 'increment']) : stepOf(scale);
  const mode = oneOf(policy?.mode ?? 'halfEven', ROUNDING_MODES, ['options', 'round', 'mode']);
  const figure = (value: number): Decimal => roundDecimal(toDecimal(value), increment, mode).plus(0);
  return { figure, text: (value) => figure(value).toFixed(increment.dp()) };
}
