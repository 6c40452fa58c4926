import { chooseModel, type ForecastModel, rollingOrigin } from 'salesmodel/mechanisms/forecast';
import { describe, expect, test } from 'vitest';
import { thrown } from '../../core/thrown.js';

const values = [20, 25, 31, 19, 22, 28, 33, 21, 24, 29, 36, 22, 26, 32, 38, 24];
const candidates: ForecastModel[] = [
  { model: 'naive' },
  { model: 'holtWinters', period: 4 },
  { model: 'seasonalNaive', period: 4 },
];

describe('chooseModel', () => {
  test('holds a quarter out, tells how all did, and runs the best over everything', () => {
    const choice = chooseModel(values, candidates, { horizon: 3 });
    if (!choice.ok) throw new Error(JSON.stringify(choice));
    expect(choice).toMatchObject({ chosen: 1, holdout: 4, by: 'mase', actual: [26, 32, 38, 24] });
    expect(choice.fit.fitted).toHaveLength(16);
    expect(choice.fit.forecast).toHaveLength(3);
    const scores = choice.candidates.map((each) => (each.ok ? each.score! : Infinity));
    expect(Math.min(...scores)).toBe(scores[1]);
  });

  test('holds out at most 12', () => {
    const long = Array.from({ length: 80 }, (_, index) => index % 7);
    expect(chooseModel(long, [{ model: 'naive' }])).toMatchObject({ holdout: 12 });
  });

  test('decides by another measure', () => {
    // Held out: 12, 12, 12, 30. A level of 12 misses once by 18, one of 17 misses by 5, 5, 5 and 13.
    const series = [10, 10, 10, 12, 12, 12, 12, 30];
    const two: ForecastModel[] = [{ model: 'naive' }, { model: 'ses', alpha: 0, level: 17 }];
    expect(chooseModel(series, two, { holdout: 4, by: 'mae' })).toMatchObject({ chosen: 0 });
    expect(chooseModel(series, two, { holdout: 4, by: 'rmse' })).toMatchObject({ chosen: 1 });
  });

  test('a scale of 0 leaves no MASE, and MAE ranks as it would', () => {
    const flat = [5, 5, 5, 5, 5, 5, 7, 7];
    const two: ForecastModel[] = [
      { model: 'ses', alpha: 0, level: 1 },
      { model: 'ses', alpha: 0, level: 6 },
    ];
    const choice = chooseModel(flat, two);
    expect(choice).toMatchObject({ ok: true, chosen: 1, candidates: [{ score: null }, { score: null }] });
  });

  test('a candidate has to apply to the hold-out as well', () => {
    const choice = chooseModel(
      [3, 4, 5, 6, 7, 8, 9, 0],
      [{ model: 'holt', trend: 'multiplicative' }, { model: 'naive' }],
    );
    expect(choice).toMatchObject({
      chosen: 1,
      candidates: [{ ok: false, reasons: [{ code: 'nonPositive', params: { index: 7, value: 0 } }] }, { ok: true }],
    });
  });

  test('none applies, or there is none: why, for each', () => {
    expect(chooseModel(values, [{ model: 'seasonalNaive', period: 52 }])).toEqual({
      ok: false,
      reasons: [
        {
          code: 'noCandidate',
          params: {
            candidates: 1,
            tried: [
              {
                ok: false,
                model: { model: 'seasonalNaive', period: 52 },
                reasons: [{ code: 'tooShort', params: { need: 52, length: 16 } }],
              },
            ],
          },
        },
      ],
    });
    expect(chooseModel(values, [])).toMatchObject({ ok: false, reasons: [{ code: 'noCandidate' }] });
  });

  test('too short', () => {
    expect(chooseModel([1, 2, 3], candidates)).toMatchObject({ reasons: [{ code: 'tooShort', params: { need: 4 } }] });
    expect(chooseModel([1, 2, 3], candidates, { holdout: 3 })).toMatchObject({ reasons: [{ params: { need: 4 } }] });
  });

  test('the path of an error leads to the candidate', () => {
    const wrong: ForecastModel[] = [{ model: 'naive' }, { model: 'ses', alpha: 2 }];
    expect(thrown(() => chooseModel(values, wrong))).toMatchObject({
      code: 'forecast.parameter',
      path: ['candidates', 1, 'alpha'],
    });
    expect(thrown(() => chooseModel(values, candidates, { by: 'r2' as never })).code).toBe('option.unknown');
    expect(thrown(() => chooseModel(values, candidates, { holdout: 0 })).code).toBe('forecast.count');
  });
});

describe('rollingOrigin', () => {
  test('never looks ahead: later values change no earlier forecast', () => {
    const past = rollingOrigin(values, { model: 'holtWinters', period: 4 }, { initial: 8, step: 3, horizon: 2 });
    const changed = [...values.slice(0, 12), 900, 900, 900, 900];
    const other = rollingOrigin(changed, { model: 'holtWinters', period: 4 }, { initial: 8, step: 3, horizon: 2 });
    if (!past.ok || !other.ok) throw new Error('does not apply');
    expect(past.origins.map(({ origin }) => origin)).toEqual([8, 11, 14]);
    expect(other.origins.slice(0, 2).map((each) => each.forecast)).toEqual(
      past.origins.slice(0, 2).map((each) => each.forecast),
    );
  });

  test('the steps together are all pairs', () => {
    const past = rollingOrigin(values, { model: 'naive' }, { initial: 4, horizon: 3 });
    if (!past.ok) throw new Error('does not apply');
    expect(past.accuracy.n).toBe(past.byStep.reduce((sum, { n }) => sum + n, 0));
    expect(past.byStep).toHaveLength(3);
    expect(past.accuracy.valueAdded).toBe(0);
  });

  test('tells from where a model did not apply', () => {
    const past = rollingOrigin(values, { model: 'seasonalNaive', period: 4 }, { initial: 2, horizon: 1 });
    expect(past).toMatchObject({ ok: true, skipped: [{ origin: 2 }, { origin: 3 }] });
    expect(rollingOrigin(values, { model: 'seasonalNaive', period: 52 }, { initial: 2 })).toMatchObject({
      ok: false,
      reasons: [{ code: 'tooShort', params: { need: 52 } }],
    });
  });
});
