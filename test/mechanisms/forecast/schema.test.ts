import { ForecastModel, MonthlySales } from 'salesmodel/mechanisms/forecast';
import { expect, test } from 'vitest';

const models: ForecastModel[] = [
  { model: 'naive' },
  { model: 'seasonalNaive', period: 12 },
  { model: 'drift' },
  { model: 'movingAverage', window: 3 },
  { model: 'ses', alpha: 0.4, level: -2 },
  { model: 'holt', alpha: 0.4, beta: 1, phi: 0.9, start: 'firstPoint' },
  { model: 'holt', trend: 'multiplicative', start: { level: 3, trend: 1.1 } },
  { model: 'holtWinters', period: 4, seasonal: 'multiplicative', gamma: 0, start: 'decompose' },
  { model: 'holtWinters', period: 2, start: { level: 3, trend: 0, season: [1, -1] } },
  { model: 'croston', alpha: 0.1, variant: 'sba' },
];

test.each(models)('$model comes back unchanged', (model) => {
  expect(ForecastModel.parse(JSON.parse(JSON.stringify(model)))).toEqual(model);
});

test.each([
  {},
  { model: 'arima' },
  { model: 'seasonalNaive' },
  { model: 'seasonalNaive', period: 1 },
  { model: 'movingAverage', window: 0.5 },
  { model: 'ses', alpha: 1.5 },
  { model: 'ses', beta: 0.5 },
  { model: 'holt', trend: 'multiplicative', phi: 0.9 },
  { model: 'holt', start: 'thirdPoint' },
  { model: 'holtWinters', period: 4, start: { level: 3, trend: 0 } },
  { model: 'croston', variant: 'tsb' },
])('model %# is refused', (model) => {
  expect(ForecastModel.safeParse(model).success).toBe(false);
});

test('a month with its sales', () => {
  for (const row of [
    { month: '2026-03', value: '12.50' },
    { month: '0001-12', value: -3 },
  ]) {
    expect(MonthlySales.parse(row)).toEqual(row);
  }
  for (const row of [
    { month: '2026-13', value: '1' },
    { month: '2026-3', value: '1' },
    { month: '0000-01', value: '1' },
    { month: '2026-03', value: '1,000' },
    { month: '2026-03', value: Number.NaN },
    { month: '2026-03', value: '1', day: 1 },
  ]) {
    expect(MonthlySales.safeParse(row).success).toBe(false);
  }
});
