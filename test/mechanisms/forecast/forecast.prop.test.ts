import fc from 'fast-check';
import {
  accuracy,
  croston,
  drift,
  fitModel,
  type ForecastModel,
  holt,
  holtWinters,
  movingAverage,
  naive,
  seasonalIndices,
  ses,
} from 'salesmodel/mechanisms/forecast';
import { describe, expect, test } from 'vitest';

const weight = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100);
const weights = fc.record({ alpha: weight, beta: weight, gamma: weight });
const series = (least: number): fc.Arbitrary<number[]> =>
  fc.array(fc.integer({ min: -5000, max: 5000 }), { minLength: least, maxLength: least + 14 });
const positive = (least: number): fc.Arbitrary<number[]> =>
  fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: least, maxLength: least + 14 });
const fewer = { numRuns: 25 };

const forecastOf = (fit: ReturnType<typeof fitModel>): readonly number[] => (fit.ok ? fit.forecast : []);
const close = (actual: readonly number[], expected: readonly number[], size: number): void => {
  expect(actual).toHaveLength(expected.length);
  actual.forEach((each, index) => expect(Math.abs(each - expected[index]!)).toBeLessThanOrEqual(1e-9 * size));
};

describe('y → c·y scales forecasts by c', () => {
  const fixed = fc
    .tuple(weights, fc.constantFrom('ses', 'holt', 'additive'))
    .map(([{ alpha, beta, gamma }, kind]) =>
      kind === 'ses'
        ? ({ model: 'ses', alpha } as const)
        : kind === 'holt'
          ? ({ model: 'holt', alpha, beta, phi: gamma } as const)
          : ({ model: 'holtWinters', period: 4, alpha, beta, gamma } as const),
    );

  test('exactly by a power of two', () => {
    fc.assert(
      fc.property(series(8), fixed, fc.integer({ min: -30, max: 30 }), (y, model, exponent) => {
        const factor = 2 ** exponent;
        const scaled = y.map((value) => value * factor);
        const plain = forecastOf(fitModel(y, model, { horizon: 6 }));
        expect(forecastOf(fitModel(scaled, model, { horizon: 6 }))).toEqual(plain.map((each) => each * factor + 0));
      }),
    );
  });

  test('to rounding by any factor', () => {
    fc.assert(
      fc.property(series(8), fixed, fc.integer({ min: 1, max: 999 }), (y, model, factor) => {
        const plain = forecastOf(fitModel(y, model, { horizon: 3 }));
        const scaled = forecastOf(
          fitModel(
            y.map((value) => value * factor),
            model,
            { horizon: 3 },
          ),
        );
        const size = Math.max(1, ...y.map(Math.abs), ...plain.map(Math.abs)) * factor;
        close(
          scaled,
          plain.map((each) => each * factor),
          size,
        );
      }),
    );
  });

  test('and so do fitted weights', () => {
    fc.assert(
      fc.property(positive(8), fc.integer({ min: -30, max: 30 }), (y, exponent) => {
        const factor = 2 ** exponent;
        const models: ForecastModel[] = [
          { model: 'ses' },
          { model: 'holt' },
          { model: 'holtWinters', period: 4 },
          { model: 'holtWinters', period: 4, seasonal: 'multiplicative' },
        ];
        for (const model of models) {
          const plain = fitModel(y, model);
          const scaled = fitModel(
            y.map((value) => value * factor),
            model,
          );
          expect(scaled.ok && scaled.parameters).toEqual(plain.ok && plain.parameters);
          expect(forecastOf(scaled)).toEqual(forecastOf(plain).map((each) => each * factor));
        }
      }),
      fewer,
    );
  });

  test('multiplicative seasons too', () => {
    fc.assert(
      fc.property(positive(8), weights, fc.integer({ min: -20, max: 20 }), (y, given, exponent) => {
        const model: ForecastModel = { model: 'holtWinters', period: 4, seasonal: 'multiplicative', ...given };
        const plain = fitModel(y, model, { horizon: 5 });
        const scaled = fitModel(
          y.map((value) => value * 2 ** exponent),
          model,
          { horizon: 5 },
        );
        expect(scaled.ok).toBe(plain.ok);
        expect(forecastOf(scaled)).toEqual(forecastOf(plain).map((each) => each * 2 ** exponent + 0));
      }),
    );
  });
});

test('y + c shifts additive forecasts by c', () => {
  fc.assert(
    fc.property(series(8), weights, fc.integer({ min: -9999, max: 9999 }), (y, given, c) => {
      const shifted = y.map((value) => value + c);
      const { alpha, beta } = given;
      const models: ForecastModel[] = [
        { model: 'naive' },
        { model: 'drift' },
        { model: 'movingAverage', window: 3 },
        { model: 'seasonalNaive', period: 4 },
        { model: 'ses', alpha },
        { model: 'holt', alpha, beta },
        { model: 'holtWinters', period: 4, ...given },
      ];
      for (const model of models) {
        const plain = forecastOf(fitModel(y, model, { horizon: 5 }));
        const size = Math.max(1, Math.abs(c), ...y.map(Math.abs), ...plain.map(Math.abs));
        close(
          forecastOf(fitModel(shifted, model, { horizon: 5 })),
          plain.map((each) => each + c),
          size,
        );
      }
    }),
  );
});

test('what is fitted is what would have been forecast', () => {
  fc.assert(
    fc.property(series(6), weight, (y, alpha) => {
      const models: ((values: readonly number[]) => ReturnType<typeof fitModel>)[] = [
        naive,
        drift,
        (values) => movingAverage(values, { window: 2 }),
        (values) => ses(values, { alpha }),
        (values) => holt(values, { alpha, beta: 0.3 }),
        (values) => croston(values, { alpha, variant: 'sba' }),
      ];
      for (const model of models) {
        const whole = model(y);
        if (!whole.ok) throw new Error('does not apply');
        let sse = 0;
        whole.fitted.forEach((each, index) => {
          if (each === null) return;
          expect(forecastOf(model(y.slice(0, index)))[0]).toBe(each);
          sse += (y[index]! - each) ** 2;
        });
        expect(whole.sse).toBeCloseTo(sse, 6 - Math.ceil(Math.log10(sse + 1)));
      }
    }),
  );
});

test('no weights of a grid do better than fitted ones', () => {
  fc.assert(
    fc.property(positive(8), (y) => {
      const marks = [0, 0.2, 0.4, 0.6, 0.8, 1];
      for (const seasonal of ['additive', 'multiplicative'] as const) {
        const fitted = holtWinters(y, { period: 4, seasonal });
        for (const alpha of marks) {
          for (const beta of marks) {
            for (const gamma of marks) {
              const other = holtWinters(y, { period: 4, seasonal, alpha, beta, gamma });
              if (other.ok) expect(fitted.ok && fitted.sse <= other.sse * (1 + 1e-6) + 1e-9).toBe(true);
            }
          }
        }
      }
    }),
    fewer,
  );
});

test('the same call gives the same bytes', () => {
  fc.assert(
    fc.property(series(4), (y) => {
      expect(JSON.stringify(holt(y))).toBe(JSON.stringify(holt([...y])));
    }),
    fewer,
  );
});

test('a perfect forecast has accuracy 0', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -999, max: 999 }), { minLength: 1 }), (y) => {
      const measures = accuracy(y, y, { train: [1, 2, 4] });
      for (const measure of ['me', 'mae', 'rmse', 'smape', 'mase'] as const) expect(measures[measure]).toBe(0);
      for (const measure of ['mape', 'wape', 'bias'] as const) expect([0, null]).toContain(measures[measure]);
      expect(measures.trackingSignal).toBeNull();
    }),
  );
});

test('every measure is a finite number, or null with one reason', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(
          fc.double({ noNaN: true, noDefaultInfinity: true }),
          fc.double({ noNaN: true, noDefaultInfinity: true }),
        ),
      ),
      (pairs) => {
        const { reasons, n, skipped, ...measures } = accuracy(
          pairs.map(([value]) => value),
          pairs.map(([, said]) => said),
          { train: [1, 3, 2] },
        );
        expect(n).toBeGreaterThanOrEqual(skipped);
        const missing = Object.entries(measures).flatMap(([name, value]) => (value === null ? [name] : []));
        for (const value of Object.values(measures)) expect(value === null || Number.isFinite(value)).toBe(true);
        expect(reasons.map(({ params }) => String(params['measure'])).toSorted()).toEqual(missing.toSorted());
      },
    ),
  );
});

test('seasonal indices have mean 1, or sum 0', () => {
  fc.assert(
    fc.property(positive(8), fc.constantFrom(2, 3, 4), (y, period) => {
      const ratio = seasonalIndices(y, { period });
      const difference = seasonalIndices(y, { period, method: 'difference' });
      const sum = (values: readonly number[]): number => values.reduce((total, each) => total + each, 0);
      expect(ratio.ok && sum(ratio.indices)).toBeCloseTo(period, 9);
      expect(difference.ok && sum(difference.indices)).toBeCloseTo(0, 6);
    }),
  );
});
