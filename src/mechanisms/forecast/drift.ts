import type { DecimalLike } from '../../core/decimal.js';
import type { Estimate } from '../../core/estimate.js';
import { concludeFit, type ForecastFit, type NoFit, squaredErrors } from './forecastFit.js';
import { type Horizon, horizonOf } from './options.js';
import { readSeries, tooShort } from './readSeries.js';

/** A line through the first and the last value: `trend` is its rise a period. */
export type DriftFit = ForecastFit<
  'drift',
  Readonly<Record<string, never>>,
  { readonly level: Estimate; readonly trend: Estimate }
>;

/**
 * Returns the forecast on the line through the first and the last value: yₙ + h(yₙ − y₁)/(n − 1). Estimates.
 *
 * @param y values in the order of time, at least 2
 * @param options `horizon`: default 1
 * @throws SalesModelError `decimal.invalid`, `decimal.tooLong`, `estimate.finite`, `forecast.count`
 * @example
 * import { drift } from 'salesmodel/mechanisms/forecast';
 *
 * const fit = drift([10, 14, 12, 16], { horizon: 2 });
 * fit.ok && fit.forecast; // => [18, 20]
 */
export function drift(y: readonly DecimalLike[], options: Horizon = {}): DriftFit | NoFit {
  const values = readSeries(y, ['y']);
  const horizon = horizonOf(options);
  const reasons = tooShort(values, 2);
  if (reasons.length > 0) return { ok: false, reasons };
  const rise = (count: number): number => (values[count - 1]! - values[0]!) / (count - 1);
  const fitted = values.map((_, index) => (index < 2 ? 0 : values[index - 1]! + rise(index)));
  const states = { level: values.at(-1)!, trend: rise(values.length) };
  return concludeFit({
    model: 'drift',
    parameters: {},
    states,
    sse: squaredErrors(values, fitted, 2),
    fitted,
    skip: 2,
    horizon,
    ahead: (step) => states.level + step * states.trend,
  });
}
