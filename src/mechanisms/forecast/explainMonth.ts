import { type Decimal, minus, toDecimal, toText, ZERO, plus } from '../../core/decimal.js';
import { type Explanation, explainConstant, explainPolicy, explainStep } from '../../core/explanation.js';
import type { ModelFit } from './forecastModel.js';
import { dampedSteps, power } from './holt.js';

/** A part of a forecast: the figure and the states of the model that it was made from. */
interface Part {
  readonly code: string;
  readonly value: number;
  /** States by their place in `fit.states`. */
  readonly from: readonly (string | number)[][];
}

/**
 * Explains the forecast of a month as level, trend and season, each rounded as the forecast is, with what rounding the parts
 * leaves over. The leaves are the states of the model.
 *
 * @param fit the model
 * @param step how many months ahead, from 1 on
 * @param month `YYYY-MM`
 * @param value the forecast as the result shows it
 * @param rounded how a figure is rounded
 */
export function explainMonth(
  fit: ModelFit,
  step: number,
  month: string,
  value: string,
  rounded: (figure: number) => Decimal,
): Explanation {
  const parts = partsOf(fit, step).map(({ code, value, from }) =>
    explainStep(
      code,
      { step },
      toText(rounded(value)),
      from.map((place) => explainConstant(['fit', 'states', ...place], stateAt(fit, place))),
    ),
  );
  const left = minus(
    toDecimal(value),
    parts.reduce((sum, part) => plus(sum, toDecimal(String(part.value))), ZERO),
  );
  const rest = left.isZero() ? [] : [explainPolicy('rounding', toText(left), 'forecast.rounding')];
  return explainStep('forecast.month', { month, step, model: fit.model, additive: true }, value, [...parts, ...rest]);
}

function partsOf(fit: ModelFit, step: number): Part[] {
  switch (fit.model) {
    case 'naive':
    case 'movingAverage':
    case 'ses':
      return [levelPart(fit.states.level)];
    case 'seasonalNaive': {
      const place = (step - 1) % fit.parameters.period;
      return [{ code: 'forecast.repeated', value: fit.states.season[place]!, from: [['season', place]] }];
    }
    case 'drift':
      return [levelPart(fit.states.level), trendPart(step * fit.states.trend)];
    case 'holt': {
      const { level, trend } = fit.states;
      const rise =
        fit.parameters.trend === 'additive'
          ? dampedSteps(fit.parameters.phi, step) * trend
          : level * (power(trend, step) - 1);
      return [levelPart(level), trendPart(rise)];
    }
    case 'holtWinters': {
      const { level, trend, season } = fit.states;
      const place = (step - 1) % fit.parameters.period;
      const figure = season[place]!;
      const effect = fit.parameters.seasonal === 'additive' ? figure : (level + step * trend) * (figure - 1);
      return [
        levelPart(level),
        trendPart(step * trend),
        { code: 'forecast.season', value: effect, from: [['season', place]] },
      ];
    }
    case 'croston':
      return [{ code: 'forecast.level', value: fit.forecast[step - 1]!, from: [['size'], ['gap']] }];
  }
}

function levelPart(value: number): Part {
  return { code: 'forecast.level', value, from: [['level']] };
}

function trendPart(value: number): Part {
  return { code: 'forecast.trend', value, from: [['trend']] };
}

function stateAt(fit: ModelFit, place: readonly (string | number)[]): number | null {
  const found = place.reduce<unknown>((at, step) => (at as Record<string | number, unknown>)[step], fit.states);
  return found as number | null;
}
