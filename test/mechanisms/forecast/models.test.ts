import {
  croston,
  drift,
  fitModel,
  type ForecastModel,
  holt,
  holtWinters,
  movingAverage,
  naive,
  seasonalIndices,
  seasonalNaive,
  ses,
} from 'salesmodel/mechanisms/forecast';
import { describe, expect, test } from 'vitest';
import { thrown } from '../../core/thrown.js';

const models: ForecastModel[] = [
  { model: 'naive' },
  { model: 'seasonalNaive', period: 4 },
  { model: 'drift' },
  { model: 'movingAverage', window: 3 },
  { model: 'ses' },
  { model: 'holt' },
  { model: 'holt', phi: 0.9 },
  { model: 'holt', trend: 'multiplicative' },
  { model: 'holtWinters', period: 4 },
  { model: 'holtWinters', period: 4, seasonal: 'multiplicative' },
  { model: 'croston' },
  { model: 'croston', variant: 'sba' },
];

/** Whether all numbers in a result are finite. */
function isFinite(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  return typeof value !== 'object' || value === null || Object.values(value).every(isFinite);
}

const awkward: Record<string, readonly (number | string)[]> = {
  empty: [],
  'one value': [7],
  'two values': [7, 9],
  constant: Array(12).fill('5.00'),
  'all zero': Array(12).fill(0),
  'with a zero': [3, 0, 4, 5, 3, 6, 4, 5, 3, 7, 4, 5],
  negative: [-3, -2, -5, -1, -3, -2, -6, -1, -4, -2],
  huge: [1e300, 2e300, 1e300, 4e300, 1e300, 2e300, 1e300, 4e300],
  'huge and apart': [1.7e308, -1.7e308, 1.7e308, -1.7e308, 1.7e308, -1.7e308, 1.7e308, -1.7e308],
  'tiny and huge': [5e-324, 1e308, 5e-324, 1e308, 5e-324, 1e308, 5e-324, 1e308],
  'falling to nothing': [1e6, 1e4, 100, 1, 0.01, 1e-4, 1e-6, 1e-8, 1e-10],
};

describe.each(Object.entries(awkward))('%s', (_, series) => {
  test.each(models)('$model: a finite forecast or the reasons why not', (model) => {
    const fit = fitModel(series, model, { horizon: 9 });
    expect(isFinite(fit)).toBe(true);
    if (fit.ok) {
      expect(fit.forecast).toHaveLength(9);
      expect(fit.fitted).toHaveLength(series.length);
    } else {
      expect(fit.reasons.length).toBeGreaterThan(0);
      expect(fit.reasons.every(({ code }) => ['nonPositive', 'notFinite', 'tooShort'].includes(code))).toBe(true);
    }
    expect(JSON.parse(JSON.stringify(fit))).toEqual(fit);
  });
});

test('a constant series goes on', () => {
  for (const model of models) {
    const fit = fitModel(awkward['constant']!, model, { horizon: 2 });
    const factor = model.model === 'croston' && fit.ok && model.variant === 'sba' ? 1 - weightOf(fit) / 2 : 1;
    expect(fit.ok && fit.forecast).toEqual([expect.closeTo(5 * factor, 9), expect.closeTo(5 * factor, 9)]);
  }
});

function weightOf({ parameters }: { readonly parameters: object }): number {
  return (parameters as { readonly alpha: number }).alpha;
}

test('values that are too short need one value less where nothing is fitted', () => {
  const need = (fit: ReturnType<typeof fitModel>): unknown => !fit.ok && fit.reasons[0]?.params['need'];
  expect(need(ses([]))).toBe(2);
  expect(need(ses([], { alpha: 0.5 }))).toBe(1);
  expect(need(ses([], { level: 3 }))).toBe(1);
  expect(need(holt([1]))).toBe(3);
  expect(need(holt([1], { alpha: 0.5, beta: 0.5 }))).toBe(2);
  expect(need(holt([1], { start: 'firstPoint' }))).toBe(2);
  expect(need(croston([1]))).toBe(2);
  expect(need(drift([1]))).toBe(2);
  expect(need(movingAverage([1], { window: 3 }))).toBe(3);
  expect(need(seasonalNaive([1], { period: 12 }))).toBe(12);
  expect(need(holtWinters([1], { period: 12 }))).toBe(24);
});

test('a start of its own needs one value and counts all errors', () => {
  const fit = ses([10], { alpha: 0.5, level: 8 });
  expect(fit).toMatchObject({ ok: true, sse: 4, fitted: [8], forecast: [9] });
});

test('the states of a fit continue it', () => {
  const quarters = [12, 20, 31, 16, 14, 24, 35, 19, 17, 27, 40, 23];
  for (const seasonal of ['additive', 'multiplicative'] as const) {
    const settings = { period: 4, seasonal, alpha: 0.5, beta: 0.3, gamma: 0.2, horizon: 5 } as const;
    const whole = holtWinters(quarters, settings);
    const half = holtWinters(quarters.slice(0, 9), settings);
    const rest = half.ok && holtWinters(quarters.slice(9), { ...settings, start: half.states });
    expect(rest && rest.ok && rest.forecast).toEqual(whole.ok && whole.forecast);
    expect(rest && rest.ok && rest.states).toEqual(whole.ok && whole.states);
  }
});

describe('what a caller gets wrong', () => {
  test.each([
    [() => ses([1, 2], { alpha: -0.1 }), 'forecast.parameter', ['options', 'alpha']],
    [() => ses([1, 2], { alpha: Number.NaN }), 'forecast.parameter', ['options', 'alpha']],
    [() => ses([], { alpha: 2 }), 'forecast.parameter', ['options', 'alpha']],
    [() => holt([1, 2, 3], { beta: 1.01 }), 'forecast.parameter', ['options', 'beta']],
    [() => holt([1, 2, 3], { phi: 1.2 }), 'forecast.parameter', ['options', 'phi']],
    [() => holt([1, 2, 3], { start: 'third' as never }), 'option.unknown', ['options', 'start']],
    [() => holt([1, 2, 3], { start: { level: Infinity, trend: 0 } }), 'decimal.invalid', ['options', 'start', 'level']],
    [
      () => holt([1, 2, 3], { trend: 'multiplicative', start: { level: 1, trend: 0 } }),
      'estimate.positive',
      ['options', 'start', 'trend'],
    ],
    [
      () => holtWinters([1], { period: 2, seasonal: 'multiplicative', start: { level: 1, trend: 0, season: [1, 0] } }),
      'estimate.positive',
      ['options', 'start', 'season', 1],
    ],
    [() => holtWinters([1], { period: 1 }), 'forecast.period', ['options', 'period']],
    [() => holtWinters([1], { period: 4, gamma: 7 }), 'forecast.parameter', ['options', 'gamma']],
    [() => holtWinters([1], { period: 4, seasonal: 'both' as never }), 'option.unknown', ['options', 'seasonal']],
    [() => holtWinters([1], { period: 4, start: 'now' as never }), 'option.unknown', ['options', 'start']],
    [() => seasonalNaive([1], { period: Infinity }), 'forecast.period', ['options', 'period']],
    [() => seasonalIndices([1], { period: 0 }), 'forecast.period', ['options', 'period']],
    [() => seasonalIndices([1], { period: 4, method: 'log' as never }), 'option.unknown', ['options', 'method']],
    [() => movingAverage([1], { window: 0 }), 'forecast.count', ['options', 'window']],
    [() => naive([1], { horizon: 0 }), 'forecast.count', ['options', 'horizon']],
    [() => naive([1], { horizon: 1e9 }), 'forecast.count', ['options', 'horizon']],
    [() => croston([1], { variant: 'tsb' as never }), 'option.unknown', ['options', 'variant']],
    [() => naive([1, '1,000']), 'decimal.invalid', ['y', 1]],
    [() => naive([1, Number.NaN]), 'decimal.invalid', ['y', 1]],
    [() => naive([`1${'0'.repeat(400)}`]), 'estimate.finite', ['y', 0]],
    [() => fitModel([1], { model: 'arima' } as never), 'option.unknown', ['model', 'model']],
    [() => fitModel([1], { model: 'ses', alpha: 3 }), 'forecast.parameter', ['model', 'alpha']],
  ])('%# is refused', (call, code, path) => {
    expect(thrown(call)).toMatchObject({ code, path });
  });
});
