import type { Reason } from '../../core/errors.js';
import type { Estimate } from '../../core/estimate.js';

/** The names of the measures, in the order of a result. */
export const MEASURES = [
  'me',
  'mae',
  'rmse',
  'mape',
  'smape',
  'wape',
  'bias',
  'mase',
  'trackingSignal',
  'valueAdded',
] as const;

/**
 * A measure of how far forecasts lie from what came; with e = actual − forecast.
 *
 * @useDeclaredType
 */
export type AccuracyMeasure = (typeof MEASURES)[number];

/** How far forecasts lie from what came. Shares are fractions; what would divide by 0 is `null`, with its reason. */
export interface Accuracy extends Readonly<Record<AccuracyMeasure, Estimate | null>> {
  /** Pairs of a value and its forecast. */
  readonly n: number;
  /** Values of 0, which have no percentage and are left out of `mape`. */
  readonly skipped: number;
  /** Mean of e: above 0 where forecasts were too low. */
  readonly me: Estimate | null;
  /** Mean of |e|. */
  readonly mae: Estimate | null;
  /** Root of the mean of e². */
  readonly rmse: Estimate | null;
  /** Mean of |e| ÷ |actual| over the values that are not 0. */
  readonly mape: Estimate | null;
  /** Mean of 2|e| ÷ (|actual| + |forecast|); 0 where both are 0. */
  readonly smape: Estimate | null;
  /** Σ|e| ÷ Σ|actual|. */
  readonly wape: Estimate | null;
  /** Σ(forecast − actual) ÷ Σactual. */
  readonly bias: Estimate | null;
  /** MAE over the mean step of a season in the values before the forecast (Hyndman and Koehler, 2006). */
  readonly mase: Estimate | null;
  /** Σe ÷ MAE: far from 0 where errors lean to one side. */
  readonly trackingSignal: Estimate | null;
  /** WAPE of the naive forecast minus this one's: above 0 where the forecast is better. */
  readonly valueAdded: Estimate | null;
  /** Why a measure is `null`, by code and then in the order of the measures. */
  readonly reasons: readonly Reason[];
}

/** What forecasts are compared with. */
export interface Benchmark {
  /** What MASE divides by, or why there is nothing. */
  readonly scale: number | Reason;
  /** The naive forecast of the same values, or why there is none. */
  readonly naive: readonly number[] | Reason;
}

/** All measures of forecasts; sums run in the order of the values. */
export function measuresOf(
  actual: readonly number[],
  forecast: readonly number[],
  { scale, naive }: Benchmark,
): Accuracy {
  const n = actual.length;
  const errors = actual.map((value, index) => value - forecast[index]!);
  const absolute = errors.map(Math.abs);
  const percentages = absolute.flatMap((error, index) =>
    actual[index] === 0 ? [] : [error / Math.abs(actual[index]!)],
  );
  const symmetric = absolute.map((error, index) => {
    const size = Math.abs(actual[index]!) + Math.abs(forecast[index]!);
    return error === 0 ? 0 : (2 * error) / size;
  });
  const total = sum(actual.map(Math.abs));
  const mae = sum(absolute) / n;
  const wape = sum(absolute) / total;
  const values: Record<AccuracyMeasure, number | Reason> = {
    me: sum(errors) / n,
    mae,
    rmse: Math.sqrt(sum(errors.map((error) => error * error)) / n),
    mape: sum(percentages) / percentages.length,
    smape: sum(symmetric) / n,
    wape,
    bias: -sum(errors) / sum(actual),
    mase: typeof scale === 'number' ? mae / scale : scale,
    trackingSignal: sum(errors) / mae,
    valueAdded: isSeries(naive)
      ? sum(actual.map((value, index) => Math.abs(value - naive[index]!))) / total - wape
      : naive,
  };
  const divisors: Partial<Record<AccuracyMeasure, number>> = {
    mape: percentages.length,
    wape: total,
    bias: sum(actual),
    mase: typeof scale === 'number' ? scale : 1,
    trackingSignal: mae,
    valueAdded: total,
  };
  const measures = {} as Record<AccuracyMeasure, Estimate | null>;
  const reasons: Reason[] = [];
  for (const measure of MEASURES) {
    const found = settled(measure, values[measure], divisors[measure] ?? n);
    measures[measure] = typeof found === 'number' ? found + 0 : null;
    if (typeof found !== 'number') reasons.push(found);
  }
  const byCode = reasons.toSorted((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
  return { n, skipped: n - percentages.length, ...measures, reasons: byCode };
}

/** The measure, or why it has no value. */
function settled(measure: AccuracyMeasure, value: number | Reason, divisor: number): number | Reason {
  if (typeof value !== 'number') return { code: value.code, params: { measure, ...value.params } };
  if (divisor === 0) return { code: 'dividesByZero', params: { measure } };
  return Number.isFinite(value) && Number.isFinite(divisor) ? value : { code: 'notFinite', params: { measure } };
}

/** Whether there is a naive forecast. */
export function isSeries(naive: Benchmark['naive']): naive is readonly number[] {
  return Array.isArray(naive);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
