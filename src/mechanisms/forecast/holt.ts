import type { DecimalLike } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import { checkPositive, type Estimate } from '../../core/estimate.js';
import { oneOf } from '../../core/oneOf.js';
import { fail } from './fail.js';
import { checkWeights, fitWeights, isFitted } from './fitWeights.js';
import { concludeFit, type ForecastFit, type NoFit } from './forecastFit.js';
import { checkParameter, type Horizon, horizonOf } from './options.js';
import { nonPositive, readNumber, readSeries, tooShort } from './readSeries.js';

/** Level and trend before the first value. */
export interface HoltStart {
  readonly level: number;
  readonly trend: number;
}

/** What {@link holt} is told. */
export type HoltSettings = {
  /** Weight of the newest value in the level, 0 to 1; fitted when left out. */
  readonly alpha?: number;
  /** Weight of the newest rise in the trend, 0 to 1; fitted when left out. */
  readonly beta?: number;
  /**
   * `secondPoint` (default): level y₂, trend from y₁ to y₂, errors from the third value. `firstPoint`: level y₁, the same
   * trend, errors from the first. Or level and trend before the first value.
   */
  readonly start?: 'secondPoint' | 'firstPoint' | HoltStart;
} & (
  | {
      /** `additive` (default): the trend is a rise a period. */
      readonly trend?: 'additive';
      /** What is left of the trend a period later, 0 to 1; default 1, no damping. */
      readonly phi?: number;
    }
  | {
      /** The trend is a factor a period; all values must be above 0. */
      readonly trend: 'multiplicative';
      readonly phi?: 1;
    }
);

/** Where {@link holt} stands: a level with a rise or a factor a period. */
export type HoltFit = ForecastFit<
  'holt',
  {
    readonly trend: 'additive' | 'multiplicative';
    readonly alpha: Estimate;
    readonly beta: Estimate;
    readonly phi: number;
  },
  { readonly level: Estimate; readonly trend: Estimate }
>;

/**
 * Returns a forecast by Holt's smoothing of level and trend, with a damped trend where φ is below 1. Estimates.
 *
 * With f = l + φb: l′ = αy + (1 − α)f, b′ = β(l′ − l) + (1 − β)φb, forecast l + (φ + … + φʰ)b. A multiplicative trend has
 * f = l·b and b′ = β(l′/l) + (1 − β)b. Weights that are left out are fitted by least squared error, the same ones each time.
 *
 * @param y values in the order of time, at least 2, or 3 where a weight is fitted from `secondPoint`; 1 with a given start
 * @param options weights, damping, start and `horizon` (default 1)
 * @param path where the settings stand in the input, for the error
 * @throws SalesModelError `decimal.invalid`, `decimal.tooLong`, `estimate.finite`, `estimate.positive`, `option.unknown`,
 * `forecast.parameter`, `forecast.damping`, `forecast.count`
 * @example
 * import { holt } from 'salesmodel/mechanisms/forecast';
 *
 * const fit = holt([30, 32, 29, 35, 37, 34, 38, 41], { alpha: 0.4, beta: 0.3, horizon: 2 });
 * fit.ok && fit.forecast.map((each) => each.toFixed(6)); // => ['41.421020', '42.973891']
 */
export function holt(
  y: readonly DecimalLike[],
  options: HoltSettings & Horizon = {},
  path: Path = ['options'],
): HoltFit | NoFit {
  const values = readSeries(y, ['y']);
  const horizon = horizonOf(options);
  const trend = oneOf(options.trend ?? 'additive', ['additive', 'multiplicative'], [...path, 'trend']);
  const isFactor = trend === 'multiplicative';
  const phi: number = options.phi ?? 1;
  checkParameter(phi, [...path, 'phi']);
  if (isFactor && phi !== 1) fail('forecast.damping', [...path, 'phi'], { value: phi });
  const start = startOf(values, options.start ?? 'secondPoint', isFactor, [...path, 'start']);
  const { skip } = start;
  const given = checkWeights({ alpha: options.alpha, beta: options.beta }, path);
  const need = isFitted(given) ? Math.max(start.need, skip + 1) : start.need;
  const reasons = [...(isFactor ? nonPositive(values) : []), ...tooShort(values, need)];
  if (reasons.length > 0) return { ok: false, reasons };

  const fitted = new Float64Array(values.length);
  const run = ({ alpha, beta }: { readonly alpha: number; readonly beta: number }): { sse: number } & HoltStart => {
    let { level, trend: rise } = start;
    let sse = 0;
    for (let index = skip; index < values.length; index++) {
      const value = values[index]!;
      const forecast = isFactor ? level * rise : level + phi * rise;
      fitted[index] = forecast;
      sse += (value - forecast) * (value - forecast);
      const next = alpha * value + (1 - alpha) * forecast;
      rise = isFactor ? beta * (next / level) + (1 - beta) * rise : beta * (next - level) + (1 - beta) * phi * rise;
      level = next;
    }
    return { sse, level, trend: rise };
  };
  const weights = fitWeights(given, (each) => run(each).sse);
  const { sse, level, trend: rise } = run(weights);
  const states = { level, trend: rise + 0 };
  return concludeFit({
    model: 'holt',
    parameters: { trend, ...weights, phi },
    states,
    sse,
    fitted,
    skip,
    horizon,
    ahead: isFactor ? (step) => level * power(rise, step) : (step) => level + dampedSteps(phi, step) * rise,
  });
}

/** φ + … + φʰ. */
export function dampedSteps(phi: number, steps: number): number {
  if (phi === 1) return steps;
  let sum = 0;
  for (let step = 1, share = phi; step <= steps; step++, share *= phi) sum += share;
  return sum;
}

/** A power by multiplication. */
export function power(base: number, exponent: number): number {
  let product = 1;
  for (let step = 0; step < exponent; step++) product *= base;
  return product;
}

interface Start extends HoltStart {
  /** Values that the start was made from, of which there is no error. */
  readonly skip: number;
  readonly need: number;
}

function startOf(
  values: readonly number[],
  start: NonNullable<HoltSettings['start']>,
  isFactor: boolean,
  path: Path,
): Start {
  if (typeof start === 'object') {
    const level = readNumber(start.level, [...path, 'level']);
    const trend = readNumber(start.trend, [...path, 'trend']);
    if (isFactor) {
      checkPositive(level, [...path, 'level']);
      checkPositive(trend, [...path, 'trend']);
    }
    return { level, trend, skip: 0, need: 1 };
  }
  const isSecond = oneOf(start, ['secondPoint', 'firstPoint'], path) === 'secondPoint';
  const [first = 0, second = 0] = values;
  const trend = isFactor ? second / first : second - first;
  return isSecond ? { level: second, trend, skip: 2, need: 2 } : { level: first, trend, skip: 0, need: 2 };
}
