import { describe, expect, test } from 'vitest';
import { toDecimal } from '../../../src/core/decimal.js';
import {
  asMoney,
  type BgNbdModel,
  ClvModel,
  compileClv,
  conditionalExpectedPurchases,
  customerLifetimeValue,
  dert,
  expectedPurchases,
  explainClv,
  fitBgBb,
  fitBgNbd,
  fitGammaGamma,
  fitMbgNbd,
  fitParetoNbd,
  fitSBg,
  FittedModel,
  lifetimePurchases,
  logLikelihood,
  type ParetoNbdModel,
  probabilityAlive,
  probabilityOfCount,
  survival,
} from '../../../src/segmentation/clv/index.js';
import { renderExplanation } from '../../../src/core/index.js';
import { fitParameters } from '../../../src/segmentation/clv/fit/fitParameters.js';
import { digamma } from '../../../src/segmentation/clv/numerics/digamma.js';
import { purchasesWhileAlive } from '../../../src/segmentation/clv/model/purchasesWhileAlive.js';
import { unitHypergeometric } from '../../../src/segmentation/clv/numerics/unitHypergeometric.js';

const bg = (a: number, b = 2.2): BgNbdModel => ({ model: 'bgNbd', params: { r: 0.3, alpha: 5, a, b } });
const pareto = (s: number, alpha = 7): ParetoNbdModel => ({
  model: 'paretoNbd',
  params: { r: 0.6, alpha, s, beta: 9 },
});
const apart = (a: number, b: number): number => Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b));

describe('numerics', () => {
  test('digamma at places known in closed form', () => {
    const euler = 0.5772156649015329;
    expect(Math.abs(digamma(1) + euler)).toBeLessThan(1e-14);
    expect(Math.abs(digamma(0.5) + euler + 2 * Math.LN2)).toBeLessThan(1e-14);
    expect(apart(digamma(10), 7129 / 2520 - euler)).toBeLessThan(1e-14);
  });

  test('the hypergeometric function against its series in decimals, up to 0.999', () => {
    for (const [b, c] of [
      [2.5, 3.3],
      [0.01, 0.5],
      [300, 301],
      [0.5, 100],
      [5, 5.001],
    ] as const) {
      for (const z of [0.1, 0.9, 0.999]) {
        let term = 1n * 10n ** 40n;
        let sum = term;
        const [scaledB, scaledC, scaledZ] = [b, c, z].map((value) => BigInt(toDecimal(value).times('1e6').toFixed(0)));
        for (let n = 0n; term > 0n; n++) {
          term = (term * (scaledB! + n * 1_000_000n) * scaledZ!) / ((scaledC! + n * 1_000_000n) * 1_000_000n);
          sum += term;
        }
        expect(apart(unitHypergeometric(b, c, z), Number(sum) / 1e40)).toBeLessThan(1e-12);
      }
    }
  });

  test('at 1 it is a quotient, or without end', () => {
    expect(unitHypergeometric(2, 5, 1)).toBe(2);
    expect(unitHypergeometric(2, 3, 1)).toBe(Infinity);
    expect(unitHypergeometric(2, 3, 0)).toBe(1);
  });

  test('purchases in a time of any length, by the series and by the integral', () => {
    // With r = a = b = 1 the mean is that of t/(1 + p t) over all p, which is ln(1 + t).
    for (const t of [5e-324, 1e-9, 0.1, 10, 900, 1100, 1e6, 1e12]) {
      expect(apart(purchasesWhileAlive({ r: 1, alpha: 1, a: 1, b: 1 }, t), Math.log1p(t))).toBeLessThan(1e-12);
    }
    // In the end it is (a + b − 1)/(a − 1).
    expect(apart(purchasesWhileAlive({ r: 2, alpha: 1, a: 3, b: 2 }, 1e12), 2)).toBeLessThan(1e-12);
    expect(apart(purchasesWhileAlive({ r: 1000, alpha: 1, a: 3, b: 2 }, 1e9), 2)).toBeLessThan(1e-9);
  });
});

describe('near singular places', () => {
  const history = { x: 3, tx: 21.5, T: 38 };
  const near = [-1e-12, 1e-12];

  test('a = 1 and a + b = 1 under BG/NBD', () => {
    for (const [a, b] of [
      [1, 2.2],
      [0.4, 0.6],
    ] as const) {
      for (const by of near) {
        expect(apart(expectedPurchases(bg(a + by, b), 26), expectedPurchases(bg(a, b), 26))).toBeLessThan(1e-10);
        const [there, beside] = [bg(a, b), bg(a + by, b)].map((model) =>
          conditionalExpectedPurchases(model, 26, history),
        );
        expect(apart(there!, beside!)).toBeLessThan(1e-10);
      }
    }
  });

  test('s = 1 and alpha = beta under Pareto/NBD', () => {
    for (const [s, alpha] of [
      [1, 7],
      [0.5, 9],
      [1, 9],
    ] as const) {
      for (const by of near) {
        for (const other of [pareto(s + by, alpha), pareto(s, alpha + by)]) {
          const here = pareto(s, alpha);
          expect(apart(logLikelihood(here, history), logLikelihood(other, history))).toBeLessThan(1e-10);
          expect(apart(expectedPurchases(here, 26), expectedPurchases(other, 26))).toBeLessThan(1e-10);
        }
      }
    }
  });

  test('gamma = 1 under BG/BB', () => {
    const at = (gamma: number) =>
      expectedPurchases({ model: 'bgBb', params: { alpha: 1.5, beta: 1, gamma, delta: 3 } }, 5);
    for (const by of near) expect(apart(at(1), at(1 + by))).toBeLessThan(1e-10);
  });
});

describe('far away', () => {
  test('a thousand purchases in a hundred weeks overflow nowhere', () => {
    const long = { x: 1000, tx: 99.5, T: 100 };
    const silent = { x: 1000, tx: 0.01, T: 100 };
    for (const model of [
      bg(0.7),
      { ...bg(0.7), model: 'mbgNbd' } as const,
      pareto(0.5),
      pareto(0.5, 0.001),
      pareto(2, 1e5),
    ]) {
      for (const history of [long, silent]) {
        expect(Number.isFinite(logLikelihood(model, history))).toBe(true);
        const alive = probabilityAlive(model, history);
        expect(alive).toBeGreaterThanOrEqual(0);
        expect(alive).toBeLessThanOrEqual(1);
        expect(Number.isFinite(conditionalExpectedPurchases(model, 52, history))).toBe(true);
      }
      // The probability lies below the least double.
      expect(model.params.alpha > 1e4 || probabilityAlive(model, silent) === 0).toBe(true);
    }
  });

  test('parameters at the ends of their range', () => {
    for (const r of [1e-4, 1e4]) {
      for (const beta of [1e-4, 1e5]) {
        const model = { model: 'paretoNbd', params: { r, alpha: 1, s: 0.5, beta } } as const;
        const alive = probabilityAlive(model, { x: 2, tx: 10, T: 40 });
        expect(alive >= 0 && alive <= 1).toBe(true);
        const total = [0, 1, 2].reduce((sum, n) => sum + probabilityOfCount(model, n, 5), 0);
        expect(total).toBeLessThanOrEqual(1 + 1e-12);
      }
    }
  });

  test('all purchases to come have an end where they are discounted, or where customers leave soon enough', () => {
    const history = { x: 3, tx: 21.5, T: 38 };
    expect(dert(pareto(0.5), history, { annualRate: 0 })).toEqual({
      ok: false,
      reasons: [{ code: 'infinite', params: {} }],
    });
    expect(dert(pareto(2), history, { annualRate: -0.1 }).ok).toBe(false);
    const all = dert(pareto(2), history, { annualRate: 0 });
    const [alive, rate] = [probabilityAlive(pareto(2), history), 3.6 / 45];
    expect(all.ok && apart(all.value, alive * rate * 47)).toBeLessThan(1e-12);
    const almost = dert(pareto(2), history, { annualRate: 1e-9 });
    expect(all.ok && almost.ok && apart(all.value, almost.value)).toBeLessThan(1e-6);
    const occasions = { model: 'bgBb', params: { alpha: 1.5, beta: 1, gamma: 2, delta: 3 } } as const;
    const to = dert(occasions, { x: 2, tx: 3, n: 5 }, { ratePerOccasion: 0.1 });
    let sum = 0;
    for (let k = 1, before = 0; k < 400; k++) {
      const until = conditionalExpectedPurchases(occasions, k, { x: 2, tx: 3, n: 5 });
      sum += (until - before) / 1.1 ** k;
      before = until;
    }
    expect(to.ok && apart(to.value, sum)).toBeLessThan(1e-12);
  });
});

describe('value of a customer', () => {
  const input = {
    purchases: pareto(0.5),
    history: { x: 3, tx: 21.5, T: 38, meanSpend: '52.5' },
    gammaGamma: { model: 'gammaGamma', params: { p: 5, q: 4, gamma: 20 } },
    steps: 3,
    stepLength: 13,
    ratePerStep: 0.03,
    margin: 0.4,
  } as const;

  test('is the sum of its steps, and early payment is worth more', () => {
    const [end, mid, start] = (['end', 'mid', 'start'] as const).map((timing) => {
      const result = customerLifetimeValue({ ...input, timing });
      if (!result.ok) throw new Error('no value');
      expect(result.steps.map(({ step }) => step)).toEqual([1, 2, 3]);
      expect(result.steps.reduce((sum, step) => sum + step.value, 0)).toBe(result.value);
      return result.value;
    });
    expect(apart(mid!, end! * Math.sqrt(1.03))).toBeLessThan(1e-13);
    expect(apart(start!, end! * 1.03)).toBeLessThan(1e-13);
    expect(asMoney(end!, 'USD', { increment: '5' }).amount).toMatch(/[05]\.00$/);
  });

  test('by occasions', () => {
    const purchases = { model: 'bgBb', params: { alpha: 1.5, beta: 1, gamma: 1, delta: 3 } } as const;
    const history = { x: 2, tx: 3, n: 5 };
    const result = customerLifetimeValue({ purchases, history, spend: 10, steps: 4, stepLength: 1, ratePerStep: 0 });
    expect(result.ok && apart(result.value, 5.885399449036)).toBeLessThan(1e-12);
  });

  test('is explained down to what was given', () => {
    const result = customerLifetimeValue(input);
    const explanation = explainClv(input);
    expect(result.ok && explanation.value).toBe(result.ok && result.value);
    expect(explanation.from.map(({ value }) => value)).toEqual(result.ok && result.steps.map(({ value }) => value));
    const text = renderExplanation(explanation, 'zh-CN', { depth: 3 });
    expect(text).toContain('第 2 期');
    expect(renderExplanation(explanation, 'en', { depth: 2 })).toContain('purchases expected by paretoNbd');
  });

  test('without a finite spend there is none, and the explanation says why', () => {
    const endless = {
      ...input,
      history: { x: 0, tx: 0, T: 4, meanSpend: null },
      gammaGamma: { model: 'gammaGamma', params: { p: 5, q: 1, gamma: 20 } },
    } as const;
    expect(customerLifetimeValue(endless)).toEqual({ ok: false, reasons: [{ code: 'infinite', params: {} }] });
    expect(explainClv(endless)).toMatchObject({ code: 'clv.noValue', value: null, params: { reasons: ['infinite'] } });
  });
});

describe('fits', () => {
  test('renewals as published', () => {
    const fit = fitSBg([1000, 700, 560, 480, 430, 396]);
    if (!fit.ok) throw new Error('no fit');
    const { params, fit: report } = fit.fitted;
    expect(apart(params.alpha, 0.507371)).toBeLessThan(1e-4);
    expect(apart(params.beta, 1.165885)).toBeLessThan(1e-4);
    expect(Math.abs(report.logLikelihood - -1470.744334)).toBeLessThan(1e-4);
    expect([report.status, report.starts, report.customers]).toEqual(['converged', 2, 1000]);
    expect(survival(fit.fitted, 5)).toBeCloseTo(0.396, 2);
  });

  test('a likelihood without a summit is at its boundary, and says where', () => {
    const fit = fitBgNbd([
      { x: 2, tx: 5, T: 10, weight: 5 },
      { x: 2, tx: 9, T: 10, weight: 5 },
    ]);
    if (!fit.ok) throw new Error('no fit');
    expect(fit.fitted.fit).toMatchObject({
      status: 'boundary',
      standardErrors: null,
      reasons: [{ code: 'boundary', params: { parameter: 'alpha' } }],
    });
    const all = fitSBg([10, 0]);
    expect(all.ok && all.fitted.fit.status).not.toBe('converged');
    expect(all.ok && all.fitted.fit.reasons.length).toBeGreaterThan(0);
  });

  test('a mean spend without end can be asked not to count', () => {
    const spends = [
      { x: 1, meanSpend: '1' },
      { x: 1, meanSpend: '3' },
      { x: 2, meanSpend: '40' },
      { x: 1, meanSpend: '900' },
      { x: 3, meanSpend: '20000' },
      { x: 2, meanSpend: '7' },
    ];
    const [free, strict] = [fitGammaGamma(spends), fitGammaGamma(spends, { requireFiniteMean: true })];
    if (!free.ok || !strict.ok) throw new Error('no fit');
    expect(free.fitted.params.q).toBeLessThan(1);
    expect(free.fitted.fit.reasons.map(({ code }) => code)).not.toContain('infiniteMean');
    expect(strict.fitted.fit.reasons.map(({ code }) => code)).toContain('infiniteMean');
    expect(strict.fitted.fit.status).not.toBe('converged');
  });

  test('the slopes are those of the likelihood that a customer has', () => {
    // The report's log-likelihood is the sum over customers at the fitted parameters.
    const rows = [
      { x: 0, tx: 0, T: 38, weight: 60 },
      { x: 1, tx: 4, T: 38, weight: 15 },
      { x: 1, tx: 20, T: 36, weight: 8 },
      { x: 3, tx: 9, T: 30, weight: 9 },
      { x: 6, tx: 31, T: 33, weight: 8 },
    ];
    for (const fit of [fitBgNbd(rows), fitMbgNbd(rows), fitParetoNbd(rows)]) {
      if (!fit.ok) throw new Error('no fit');
      const model = fit.fitted;
      const sum = rows.reduce((total, row) => total + row.weight * logLikelihood(model, row), 0);
      expect(model.fit.status).not.toBe('notConverged');
      expect(apart(sum, model.fit.logLikelihood)).toBeLessThan(1e-10);
    }
    const occasions = [
      { x: 0, tx: 0, n: 4, weight: 500 },
      { x: 1, tx: 1, n: 4, weight: 120 },
      { x: 1, tx: 3, n: 4, weight: 60 },
      { x: 2, tx: 2, n: 4, weight: 50 },
      { x: 2, tx: 4, n: 4, weight: 90 },
      { x: 3, tx: 4, n: 4, weight: 80 },
      { x: 4, tx: 4, n: 4, weight: 100 },
    ];
    const fit = fitBgBb(occasions);
    if (!fit.ok) throw new Error('no fit');
    const sum = occasions.reduce((total, row) => total + row.weight * logLikelihood(fit.fitted, row), 0);
    expect(apart(sum, fit.fitted.fit.logLikelihood)).toBeLessThan(1e-10);
    const spends = [20, 35, 48, 31, 80].map((meanSpend, at) => ({ x: 1 + (at % 3), meanSpend, weight: 1 + at }));
    const spending = fitGammaGamma(spends);
    if (!spending.ok) throw new Error('no fit');
    const { fitted } = spending;
    const total = spends.reduce((all, row) => all + row.weight * logLikelihood(fitted, row), 0);
    expect(apart(total, fitted.fit.logLikelihood)).toBeLessThan(1e-10);
  });

  test('all that cannot be fitted is said at once', () => {
    const rows = [
      { x: 0, tx: 0, T: 3, weight: 0 },
      { x: 0, tx: 0, T: Infinity },
      { x: 0, tx: 0, T: 3 },
    ];
    const fit = fitBgNbd(rows);
    expect(!fit.ok && fit.reasons).toEqual([
      { code: 'invalidRow', params: { index: 0 } },
      { code: 'invalidRow', params: { index: 1 } },
      { code: 'noRepeatPurchases', params: {} },
    ]);
    expect(fitSBg([])).toEqual({ ok: false, reasons: [{ code: 'emptyBase', params: {} }] });
    expect(fitGammaGamma([{ x: 0, meanSpend: null }]).ok).toBe(false);
    expect(fitBgBb([{ x: 3, tx: 2, n: 4 }]).ok).toBe(false);
  });
});

describe('what is stored', () => {
  test('a fitted model survives JSON and says the same', () => {
    const fit = fitSBg([1000, 700, 560, 480, 430, 396]);
    if (!fit.ok) throw new Error('no fit');
    const stored = FittedModel.parse(JSON.parse(JSON.stringify(fit.fitted)));
    expect(stored).toEqual(fit.fitted);
    expect(stored.model === 'sBg' && survival(stored, 7)).toBe(survival(fit.fitted, 7));
  });

  test('a model has its own parameters and no others', () => {
    expect(ClvModel.safeParse(bg(0.7)).success).toBe(true);
    expect(ClvModel.safeParse({ model: 'bgNbd', params: { r: 1, alpha: 1, a: 1 } }).success).toBe(false);
    expect(ClvModel.safeParse({ model: 'sBg', params: { alpha: 1, beta: 0 } }).success).toBe(false);
    expect(ClvModel.safeParse({ model: 'other', params: {} }).success).toBe(false);
  });

  test('one evaluator answers as the single questions do', () => {
    const model = bg(0.7);
    const history = { x: 1, tx: 4, T: 30 };
    const evaluator = compileClv(model);
    expect(evaluator.probabilityAlive(history)).toBe(probabilityAlive(model, history));
    expect(evaluator.lifetimePurchases()).toEqual(lifetimePurchases(model));
    expect(() => compileClv({ ...model, params: { ...model.params, b: NaN } })).toThrow('model.params.b');
    expect(() => compileClv({ ...model, model: 'pareto' as 'bgNbd' })).toThrow('must be');
  });
});

describe('a fit says why it did not converge', () => {
  /** One parameter, by its logarithm. */
  const report = (heightAt: (u: number) => { value: number; slope: number }, starts: readonly number[]) =>
    fitParameters({
      names: ['p'],
      inUnit: [],
      slopeAt: ([p]) => {
        const { value, slope } = heightAt(Math.log(p!));
        return { value, gradient: [slope / p!] };
      },
      starts: starts.map((u) => [Math.exp(u)]),
      scale: 1,
      constant: 0,
      customers: 1,
      uniqueRows: 1,
    }).fit;

  test.each([
    ['noSummit', () => ({ value: -1, slope: 0 }), [0, 1]],
    ['notFlat', (u: number) => ({ value: -Math.abs(u), slope: u > 0 ? -1 : 1 }), [2, 3]],
    [
      'startsDisagree',
      (u: number) => ({ value: u / 5 - (u * u - 1) ** 2, slope: 1 / 5 - 4 * u * (u * u - 1) }),
      [-1.2, 1.2],
    ],
  ])('%s', (code, heightAt, starts) => {
    const { status, reasons, standardErrors } = report(heightAt, starts);
    expect(status).toBe('notConverged');
    expect(reasons.map((reason) => reason.code)).toContain(code);
    expect(Object.values(standardErrors ?? {}).some(Number.isNaN)).toBe(false);
  });
});
