import { type Explanation, renderExplanation } from 'salesmodel/core';
import {
  type ForecastModel,
  forecastMonthlySales,
  type MonthlyForecast,
  type MonthlySales,
} from 'salesmodel/mechanisms/forecast';
import { describe, expect, test } from 'vitest';
import { checkExplanation } from '../../core/checkExplanation.js';
import { thrown } from '../../core/thrown.js';

const season = [0.9, 0.85, 1, 0.95, 1, 1.1, 1.2, 1.15, 1.05, 0.95, 0.9, 0.95];

/** Months from January 2023 on. */
function months(values: readonly (string | number)[]): MonthlySales[] {
  return values.map((value, index) => ({
    month: `${2023 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
    value,
  }));
}

const seasonal = months(
  Array.from({ length: 36 }, (_, index) => ((1000 + 10 * index) * season[index % 12]! + ((index * 7) % 5)).toFixed(2)),
);

function done(result: ReturnType<typeof forecastMonthlySales>): MonthlyForecast {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result;
}

describe('forecastMonthlySales', () => {
  test('finds the season', () => {
    const result = done(forecastMonthlySales(seasonal, { horizon: 12 }));
    expect(result.model).toEqual({ model: 'holtWinters', period: 12, seasonal: 'multiplicative' });
    expect(result.months.map(({ month }) => month)).toEqual(
      season.map((_, i) => `2026-${String(i + 1).padStart(2, '0')}`),
    );
    expect(result.naive.model).toEqual({ model: 'seasonalNaive', period: 12 });
    expect(result.accuracy.mae).toBeLessThan(result.naive.accuracy.mae!);
    expect(result.accuracy.valueAdded).toBeGreaterThan(0);
    expect(result.choice).toMatchObject({ holdout: 9, by: 'mase' });
    expect(result.notTried).toMatchObject([
      { model: { model: 'croston' }, reasons: [{ code: 'notIntermittent', params: { zeros: 0, months: 36 } }] },
    ]);
  });

  test('the wider interval holds the narrower one, and that the forecast', () => {
    for (const { value, interval80, interval95 } of done(forecastMonthlySales(seasonal, { horizon: 3 })).months) {
      const ordered = [interval95.low, interval80.low, value, interval80.high, interval95.high].map(Number);
      expect(ordered).toEqual(ordered.toSorted((a, b) => a - b));
      expect(value).toMatch(/^\d+\.\d\d$/);
    }
  });

  test('intervals are quantiles of the errors on the months held out', () => {
    // The last of four months is held out; the one error is both quantiles.
    const result = done(
      forecastMonthlySales(months([10, 10, 10, 14]), { horizon: 1, candidates: [{ model: 'naive' }] }),
    );
    expect(result.months[0]).toMatchObject({
      value: '14',
      interval80: { low: '10', high: '18' },
      interval95: { low: '10', high: '18' },
    });
  });

  test('the order of rows changes no byte', () => {
    const shuffled = seasonal.map((_, index) => seasonal[(index * 7) % 36]!);
    expect(JSON.stringify(forecastMonthlySales(shuffled, { horizon: 6 }))).toBe(
      JSON.stringify(forecastMonthlySales(seasonal, { horizon: 6 })),
    );
  });

  test('tries the model of intermittent demand from 40 % zeros on', () => {
    const rare = months([0, 5, 3, 0, 4, 0, 7, 2, 0, 5]);
    expect(done(forecastMonthlySales(rare, { horizon: 1 })).choice.candidates).toHaveLength(7);
    const often = months([0, 5, 3, 0, 4, 0, 7, 2, 6, 5]);
    expect(done(forecastMonthlySales(often, { horizon: 1 })).notTried).toHaveLength(1);
  });

  test('no sales at all are forecast as none', () => {
    const result = done(forecastMonthlySales(months(Array(30).fill('0.00')), { horizon: 2 }));
    expect(result.months.map(({ value }) => value)).toEqual(['0.00', '0.00']);
    expect(result.accuracy).toMatchObject({ mae: 0, mase: null, wape: null });
  });

  test('a forecast that rounds to nothing has no sign', () => {
    const candidates: ForecastModel[] = [{ model: 'ses', alpha: 0, level: -0.001 }];
    const result = done(forecastMonthlySales(months(['0.00', '0.00', '0.00', '0.00']), { horizon: 1, candidates }));
    expect(result.months[0]?.value).toBe('0.00');
  });

  test('drops every month that was not over, not only the last', () => {
    const result = done(forecastMonthlySales(seasonal, { horizon: 1, asOf: '2025-10-30' }));
    expect(result.dropped).toEqual(['2025-10', '2025-11', '2025-12']);
    expect(result.months[0]?.month).toBe('2025-10');
  });

  test('says why there is none', () => {
    expect(forecastMonthlySales([], { horizon: 1 })).toEqual({
      ok: false,
      reasons: [{ code: 'tooShort', params: { need: 4, length: 0 } }],
    });
    const candidates: ForecastModel[] = [{ model: 'seasonalNaive', period: 12 }];
    expect(forecastMonthlySales(months([1, 2, 3, 4]), { horizon: 1, candidates })).toMatchObject({
      ok: false,
      reasons: [{ code: 'noCandidate' }],
    });
  });

  test.each([
    [{ horizon: 1.5 }, 'forecast.count', ['options', 'horizon']],
    [{ horizon: 1, missingMonths: 'guess' }, 'option.unknown', ['options', 'missingMonths']],
    [{ horizon: 1, incompleteLast: 'scale' }, 'option.unknown', ['options', 'incompleteLast']],
    [{ horizon: 1, asOf: '2025-02-30' }, 'date.invalid', ['options', 'asOf']],
    [{ horizon: 1, round: { increment: '0' } }, 'rounding.increment', ['options', 'round', 'increment']],
    [{ horizon: 1, round: { increment: '1', mode: 'odd' } }, 'option.unknown', ['options', 'round', 'mode']],
    [{ horizon: 1, candidates: [{ model: 'holt', beta: 9 }] }, 'forecast.parameter', ['candidates', 0, 'beta']],
  ])('%# is refused', (options, code, path) => {
    expect(thrown(() => forecastMonthlySales(seasonal, options as never))).toMatchObject({ code, path });
  });

  test.each([
    [{ month: '2026-3', value: 1 }, 'forecast.month', ['rows', 0, 'month']],
    [{ month: 202603, value: 1 }, 'forecast.month', ['rows', 0, 'month']],
    [{ month: '2026-03', value: '1.5e3' }, 'decimal.invalid', ['rows', 0, 'value']],
    [{ month: '2026-03', value: `1${'0'.repeat(350)}` }, 'estimate.finite', ['rows', 0, 'value']],
  ])('row %# is refused', (row, code, path) => {
    expect(thrown(() => forecastMonthlySales([row as never], { horizon: 1 }))).toMatchObject({ code, path });
  });

  test('the calendar ends', () => {
    const last = [9, 10, 11, 12].map((month) => ({ month: `9999-${String(month).padStart(2, '0')}`, value: month }));
    expect(thrown(() => forecastMonthlySales(last, { horizon: 1 })).code).toBe('date.range');
  });
});

describe('the explanation of a month', () => {
  const models: ForecastModel[] = [
    { model: 'naive' },
    { model: 'seasonalNaive', period: 12 },
    { model: 'drift' },
    { model: 'movingAverage', window: 3 },
    { model: 'ses' },
    { model: 'holt' },
    { model: 'holt', phi: 0.9 },
    { model: 'holt', trend: 'multiplicative' },
    { model: 'holtWinters', period: 12, seasonal: 'additive' },
    { model: 'holtWinters', period: 12, seasonal: 'multiplicative' },
    { model: 'croston', variant: 'sba' },
  ];

  test.each(models)('$model: its parts add up, and its facts stand in the result', (model) => {
    for (const round of [{ increment: '0.01' }, { increment: '50' }]) {
      const result = done(forecastMonthlySales(seasonal, { horizon: 14, candidates: [model], round }));
      for (const { explanation, value } of result.months) {
        expect(explanation.value).toBe(value);
        expect(explanation.params['additive']).toBe(true);
        expect(checkExplanation(explanation, result.choice)).toEqual([]);
        // What is left for rounding is less than one increment a part.
        const rest = explanation.from.find(({ code }) => code === 'forecast.rounding')?.value ?? 0;
        expect(Math.abs(Number(rest))).toBeLessThanOrEqual(2 * Number(round.increment));
      }
    }
  });

  test('reads in both languages', () => {
    const { explanation } = done(forecastMonthlySales(seasonal, { horizon: 2 })).months[1]!;
    const lines = (locale: 'en' | 'zh-CN', root: Explanation = explanation): string[] =>
      renderExplanation(root, locale, { depth: 1 })
        .split('\n')
        .map((line) => line.trim().replace(/ = .*/, ''));
    expect(lines('en').slice(0, 4)).toEqual([
      '2026-02, month 2 ahead by holtWinters',
      'level',
      'trend over 2 months',
      'season',
    ]);
    expect(lines('zh-CN').slice(0, 4)).toEqual([
      '2026-02，由 holtWinters 预测的第 2 个月',
      '水平',
      '2 个月的趋势',
      '季节',
    ]);
  });
});
