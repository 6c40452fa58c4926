import type { DecimalLike } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import type { Estimate } from '../../core/estimate.js';
import { oneOf } from '../../core/oneOf.js';
import { checkWeights, fitWeights, isFitted } from './fitWeights.js';
import { concludeFit, type ForecastFit, type NoFit } from './forecastFit.js';
import { type Horizon, horizonOf } from './options.js';
import { readSeries, tooShort } from './readSeries.js';

/** What {@link croston} is told. */
export interface CrostonSettings {
  /** Weight of the newest size and gap, 0 to 1; fitted when left out. */
  readonly alpha?: number;
  /** `croston` (default): size over gap; `sba`: times 1 − α/2, which takes the bias out (Syntetos and Boylan, 2005). */
  readonly variant?: 'croston' | 'sba';
}

/** The size of a demand and the periods between two of them; `null` where there was no demand. */
export type CrostonFit = ForecastFit<
  'croston',
  { readonly variant: 'croston' | 'sba'; readonly alpha: Estimate },
  { readonly size: Estimate | null; readonly gap: Estimate | null }
>;

/**
 * Returns a forecast of intermittent demand: the sizes of the demands that are not 0 and the gaps between them are smoothed
 * apart with one weight, and every period has size over gap (Croston, 1972). Without any demand it is 0. Estimates.
 *
 * Size and gap start from the first demand, whose gap is its place in the series, counted from 1. A weight that is left out
 * is fitted by least squared error, the same one each time.
 *
 * @param y demand by period, mostly 0, at least 1 value, or 2 where α is fitted
 * @param options `alpha`, `variant`, `horizon` (default 1)
 * @param path where the settings stand in the input, for the error
 * @throws SalesModelError `decimal.invalid`, `decimal.tooLong`, `estimate.finite`, `option.unknown`, `forecast.parameter`,
 * `forecast.count`
 * @example
 * import { croston } from 'salesmodel/mechanisms/forecast';
 *
 * const demand = [0, 1, 0, 11, 0, 0, 0, 0, 2, 0, 6, 3, 0, 0, 0, 0, 0, 7, 0, 0, 0, 0];
 * const fit = croston(demand, { alpha: 0.1 });
 * fit.ok && fit.forecast[0]?.toFixed(8); // => '1.15237078'
 */
export function croston(
  y: readonly DecimalLike[],
  options: CrostonSettings & Horizon = {},
  path: Path = ['options'],
): CrostonFit | NoFit {
  const values = readSeries(y, ['y']);
  const horizon = horizonOf(options);
  const variant = oneOf(options.variant ?? 'croston', ['croston', 'sba'], [...path, 'variant']);
  const given = checkWeights({ alpha: options.alpha }, path);
  const reasons = tooShort(values, isFitted(given) ? 2 : 1);
  if (reasons.length > 0) return { ok: false, reasons };

  const fitted = new Float64Array(values.length);
  const run = ({ alpha }: { readonly alpha: number }): CrostonRun => {
    const factor = variant === 'sba' ? 1 - alpha / 2 : 1;
    let size: number | null = null;
    let gap: number | null = null;
    let since = 0;
    let sse = 0;
    let rate = 0;
    for (const [index, value] of values.entries()) {
      if (index > 0) {
        fitted[index] = rate;
        sse += (value - rate) * (value - rate);
      }
      since++;
      if (value === 0) continue;
      size = size === null ? value : alpha * value + (1 - alpha) * size;
      gap = gap === null ? since : alpha * since + (1 - alpha) * gap;
      since = 0;
      rate = (size / gap) * factor;
    }
    return { sse, size, gap, rate };
  };
  const weights = fitWeights(given, (each) => run(each).sse);
  const { sse, size, gap, rate } = run(weights);
  return concludeFit({
    model: 'croston',
    parameters: { variant, ...weights },
    states: { size, gap },
    sse,
    fitted,
    skip: 1,
    horizon,
    ahead: () => rate,
  });
}

interface CrostonRun {
  readonly sse: number;
  readonly size: number | null;
  readonly gap: number | null;
  /** What a period brings. */
  readonly rate: number;
}
