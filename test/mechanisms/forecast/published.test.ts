import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { accuracy, croston, holt, holtWinters, seasonalIndices, ses } from 'salesmodel/mechanisms/forecast';
import { describe, expect, test } from 'vitest';

/** How far figures lie from what R 4.2.2 prints, relative; a missing one lies infinitely far. */
function apart(actual: readonly (number | null | undefined)[], published: readonly number[]): number {
  if (actual.length !== published.length) return Infinity;
  return Math.max(
    ...published.map((figure, index) => Math.abs((actual[index] ?? Infinity) - figure) / Math.abs(figure)),
  );
}

const TOLERANCE = 1e-6;

function ok<Result extends { readonly ok: boolean }>(result: Result): Extract<Result, { readonly ok: true }> {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result as Extract<Result, { readonly ok: true }>;
}

const sales = [30, 32, 29, 35, 37, 34, 38, 41];
const quarters = [12, 20, 31, 16, 14, 24, 35, 19, 17, 27, 40, 23];
const demand = [0, 1, 0, 11, 0, 0, 0, 0, 2, 0, 6, 3, 0, 0, 0, 0, 0, 7, 0, 0, 0, 0];

describe('figures as R gives them', () => {
  test('ses', () => {
    const { states, sse } = ok(ses(sales, { alpha: 0.4 }));
    expect(apart([states.level, sse], [37.7662208, 100.879725])).toBeLessThanOrEqual(TOLERANCE);
  });

  test('holt', () => {
    const second = ok(holt(sales, { alpha: 0.4, beta: 0.3, horizon: 2 }));
    const { level, trend } = second.states;
    expect(
      apart([level, trend, second.sse, ...second.forecast], [39.868148, 1.552871, 48.602991, 41.42102, 42.973891]),
    ).toBeLessThanOrEqual(TOLERANCE);
    const first = ok(holt(sales, { alpha: 0.4, beta: 0.3, start: 'firstPoint', horizon: 2 }));
    expect(apart(first.forecast, [41.031029, 42.492121])).toBeLessThanOrEqual(TOLERANCE);
    const damped = ok(holt(sales, { alpha: 0.4, beta: 0.3, phi: 0.9, start: 'firstPoint', horizon: 2 }));
    expect(apart(damped.forecast, [40.11885, 41.106377])).toBeLessThanOrEqual(TOLERANCE);
  });

  test.each([
    ['multiplicative', [15.983554, 19.365705, 32.657057, 49.233303, 25.876801]],
    ['additive', [13.134269, 21.863884, 31.984183, 42.925128, 27.714106]],
  ] as const)('holtWinters, %s', (seasonal, published) => {
    const fit = ok(holtWinters(quarters, { period: 4, seasonal, alpha: 0.5, beta: 0.3, gamma: 0.2, horizon: 4 }));
    expect(apart([fit.sse, ...fit.forecast], published)).toBeLessThanOrEqual(TOLERANCE);
  });

  test('croston', () => {
    const { states, forecast } = ok(croston(demand, { alpha: 0.1 }));
    expect(apart([states.size, states.gap, ...forecast], [2.914, 2.5287, 1.15237078])).toBeLessThanOrEqual(TOLERANCE);
    expect(apart(ok(croston(demand, { alpha: 0.1, variant: 'sba' })).forecast, [1.09475224])).toBeLessThanOrEqual(
      TOLERANCE,
    );
  });

  test('accuracy', () => {
    const measures = accuracy([100, 120, 0, 90], [110, 115, 10, 80]);
    const { me, mae, rmse, mape, smape, wape, bias, trackingSignal } = measures;
    const published = [-1.25, 8.75, 9.013878, 0.084259, 0.56386, 0.112903, 0.016129, -0.571429];
    [me, mae, rmse, mape, smape, wape, bias, trackingSignal].forEach((measure, index) => {
      expect(measure).toBeCloseTo(published[index]!, 6);
    });
    expect(measures.skipped).toBe(1);
  });
});

const file = resolve('../shared/data/series/air-passengers.csv');

describe.skipIf(!existsSync(file))('monthly airline passengers, 1949 to 1960 (needs air-passengers.csv)', () => {
  const passengers = existsSync(file)
    ? readFileSync(file, 'utf8')
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.split(',')[1]!)
    : [];

  test('Holt–Winters with given weights', () => {
    const fit = ok(
      holtWinters(passengers, {
        period: 12,
        seasonal: 'multiplicative',
        alpha: 0.2,
        beta: 0.1,
        gamma: 0.3,
        horizon: 3,
      }),
    );
    expect(
      apart(
        [fit.sse, fit.states.level, fit.states.trend, ...fit.forecast],
        [24724.216097, 491.589619, 3.995853, 453.37831, 435.549515, 500.737663],
      ),
    ).toBeLessThanOrEqual(TOLERANCE);
  });

  test('Holt–Winters fitted: no worse than R, and in no more than 100 ms', () => {
    const times: number[] = [];
    for (let turn = 0; turn < 5; turn++) {
      const start = performance.now();
      const fit = ok(holtWinters(passengers, { period: 12, seasonal: 'multiplicative' }));
      times.push(performance.now() - start);
      expect(fit.sse).toBeLessThanOrEqual(16570.78 * 1.0001);
    }
    expect(Math.min(...times)).toBeLessThan(100);
  });

  test('seasonal indices', () => {
    const { indices } = ok(seasonalIndices(passengers, { period: 12 }));
    const published = [
      0.91023, 0.883625, 1.007366, 0.975906, 0.981378, 1.112776, 1.226556, 1.219911, 1.060492, 0.921757, 0.801178,
      0.898824,
    ];
    indices.forEach((index, month) => expect(index).toBeCloseTo(published[month]!, 6));
    expect(indices).toHaveLength(12);
  });
});
