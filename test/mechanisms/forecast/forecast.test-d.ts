import {
  chooseModel,
  fitModel,
  type ForecastModel,
  forecastMonthlySales,
  holt,
  holtWinters,
  ses,
  type SesFit,
} from 'salesmodel/mechanisms/forecast';
import { expectTypeOf, test } from 'vitest';

test('a result is asked whether it applies before its figures are read', () => {
  const fit = ses([1, 2, 3]);
  // @ts-expect-error a model may not apply
  void fit.forecast;
  if (fit.ok) expectTypeOf(fit).toEqualTypeOf<SesFit>();
  else expectTypeOf(fit.reasons[0]!.code).toEqualTypeOf<string>();
});

test('settings that mean nothing do not compile', () => {
  // @ts-expect-error a multiplicative trend is not damped
  holt([1, 2, 3], { trend: 'multiplicative', phi: 0.9 });
  holt([1, 2, 3], { trend: 'additive', phi: 0.9 });
  // @ts-expect-error a season has a length
  holtWinters([1, 2, 3], { alpha: 0.5 });
  // @ts-expect-error no such season
  holtWinters([1, 2, 3], { period: 4, seasonal: 'ratio' });
  // @ts-expect-error no such model
  fitModel([1, 2, 3], { model: 'arima' });
  // @ts-expect-error a model without a trend
  const model: ForecastModel = { model: 'ses', beta: 0.5 };
  void model;
});

test('policies are words', () => {
  // @ts-expect-error no such measure
  chooseModel([1, 2, 3], [], { by: 'r2' });
  // @ts-expect-error no such policy
  forecastMonthlySales([], { horizon: 1, missingMonths: 'skip' });
  // @ts-expect-error how far ahead?
  forecastMonthlySales([], {});
});

test('a fit says by its model what its parameters and states are', () => {
  const fit = fitModel([1, 2, 3], { model: 'ses' });
  if (fit.ok && fit.model === 'holtWinters') expectTypeOf(fit.states.season).toEqualTypeOf<readonly number[]>();
  if (fit.ok && fit.model === 'croston') expectTypeOf(fit.states.gap).toEqualTypeOf<number | null>();
});
