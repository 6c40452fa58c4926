import type { Reason } from '../../core/errors.js';
import type { Estimate } from '../../core/estimate.js';

/** A model that was run over a series. All figures are estimates. */
export interface ForecastFit<Model extends string, Parameters, States> {
  readonly ok: true;
  readonly model: Model;
  /** What the model was run with: what the caller gave, the defaults, and what was fitted. */
  readonly parameters: Parameters;
  /** Where the model stands after the last value. */
  readonly states: States;
  /** Sum of the squared errors of `fitted`. */
  readonly sse: Estimate;
  /** What the model said of each value from those before it, in the order of the series; `null` where it said nothing. */
  readonly fitted: readonly (Estimate | null)[];
  /** The periods after the last value, the next one first. */
  readonly forecast: readonly Estimate[];
}

/** A model does not apply to a series. */
export interface NoFit {
  readonly ok: false;
  readonly reasons: readonly Reason[];
}

/** What a run of a model gives, before it is known to be finite. */
interface RawFit<Model extends string, Parameters, States> {
  readonly model: Model;
  readonly parameters: Parameters;
  readonly states: States;
  readonly sse: number;
  /** One a value of the series; the first `skip` are no forecasts. */
  readonly fitted: ArrayLike<number>;
  readonly skip: number;
  readonly horizon: number;
  readonly ahead: (step: number) => number;
}

/** A fit, or the reason `notFinite` where any figure of it is not. */
export function concludeFit<Model extends string, Parameters, States extends object>(
  raw: RawFit<Model, Parameters, States>,
): ForecastFit<Model, Parameters, States> | NoFit {
  const { model, parameters, states, sse, skip } = raw;
  // Adding 0 takes the sign off a zero.
  const fitted = Array.from(raw.fitted, (value, index) => (index < skip ? null : value + 0));
  const forecast = Array.from({ length: raw.horizon }, (_, index) => raw.ahead(index + 1) + 0);
  const figures = [sse, fitted, forecast, Object.values(states)].flat(2);
  if (!figures.every((figure) => figure === null || Number.isFinite(figure))) {
    return { ok: false, reasons: [{ code: 'notFinite', params: {} }] };
  }
  return { ok: true, model, parameters, states, sse, fitted, forecast };
}

/** The sum of the squared errors from a value on, in the order of the series. */
export function squaredErrors(values: readonly number[], fitted: ArrayLike<number>, from: number): number {
  let sum = 0;
  for (let index = from; index < values.length; index++) {
    const error = values[index]! - fitted[index]!;
    sum += error * error;
  }
  return sum;
}
