import { beforeAll, describe, expect, test } from 'vitest';
import { dayNumber } from '../../../src/core/index.js';
import {
  type BgNbdModel,
  conditionalExpectedPurchases,
  cumulativeActual,
  cumulativeExpected,
  expectedPurchases,
  type Fit,
  fitBgNbd,
  fitGammaGamma,
  fitMbgNbd,
  fitParetoNbd,
  type FittedModel,
  type GammaGammaModel,
  gammaGammaCheck,
  type HistoryRow,
  type ClvModel,
  type ParetoNbdModel,
  validatePurchases,
} from '../../../src/segmentation/clv/index.js';
import { repeatSummaries } from '../../../src/segmentation/index.js';
import { cellsOf, hasCustomerData, ordersOf } from '../customerData.js';

/** The fitted model of a fit that converged. */
function converged<M extends ClvModel>(fit: Fit<M>): FittedModel<M> {
  if (!fit.ok) throw new Error(JSON.stringify(fit.reasons));
  expect([fit.fitted.fit.status, fit.fitted.fit.reasons]).toEqual(['converged', []]);
  return fit.fitted;
}

/** How far numbers are from published ones, relative to these. */
function apart(actual: Readonly<Record<string, number>>, published: readonly number[]): number {
  const values = Object.values(actual);
  expect(values).toHaveLength(published.length);
  return Math.max(...values.map((value, place) => Math.abs(value / published[place]! - 1)));
}

describe.skipIf(!hasCustomerData)('CDNOW, 2,357 customers to 1997-09-30 (needs cdnow_customers_summary.csv)', () => {
  let histories: HistoryRow[];
  let bg: FittedModel<BgNbdModel>;
  let pareto: FittedModel<ParetoNbdModel>;
  beforeAll(() => {
    const numbers = cellsOf('cdnow_customers_summary.csv').map((cells) => cells.map(Number));
    histories = numbers.map(([, x, tx, T]) => ({ x: x!, tx: tx!, T: T!, unit: 'week' }));
    bg = converged(fitBgNbd(histories));
    pareto = converged(fitParetoNbd(histories));
  });

  test('BG/NBD as published: parameters, likelihood, standard errors', () => {
    expect(apart({ ...bg.params }, [0.2425929, 4.413532, 0.792886, 2.425754])).toBeLessThan(1e-4);
    expect(Math.abs(bg.fit.logLikelihood - -9582.42556)).toBeLessThan(1e-4);
    expect(apart(bg.fit.standardErrors!, [0.012557, 0.378221, 0.185714, 0.705325])).toBeLessThan(0.01);
    expect([bg.fit.customers, bg.fit.uniqueRows, bg.timeUnit]).toEqual([2357, 1016, 'week']);
  });

  test('BG/NBD: the published forecast of one customer, 1.226 purchases in 39 weeks', () => {
    expect(conditionalExpectedPurchases(bg, 39, { x: 2, tx: 30.43, T: 38.86 }).toFixed(3)).toBe('1.226');
    expect(expectedPurchases(bg, 52).toFixed(3)).toBe('1.444');
  });

  test('MBG/NBD: likelier than BG/NBD by a hair', () => {
    const mbg = converged(fitMbgNbd(histories));
    expect(apart({ ...mbg.params }, [0.52484, 6.18299, 0.89136, 1.614])).toBeLessThan(1e-4);
    expect(mbg.fit.logLikelihood).toBeGreaterThan(bg.fit.logLikelihood);
  });

  test('Pareto/NBD as published: parameters and likelihood', () => {
    expect(apart(pareto.params, [0.553, 10.578, 0.606, 11.669])).toBeLessThan(1e-3);
    expect(pareto.fit.logLikelihood.toFixed(1)).toBe('-9595.0');
    expect(conditionalExpectedPurchases(pareto, 52, { x: 26, tx: 30.86, T: 31 }).toFixed(2)).toBe('25.46');
  });

  test('Gamma-Gamma as published: parameters and likelihood of 946 customers with repeat purchases', () => {
    const cells = cellsOf('cdnow_customers_summary_with_monetary.csv');
    const spends = cells.map(([, x, , , z]) => ({ x: Number(x), meanSpend: z! }));
    const fitted: FittedModel<GammaGammaModel> = converged(fitGammaGamma(spends));
    expect(apart(fitted.params, [6.2488, 3.7446, 15.4478])).toBeLessThan(2e-3);
    expect(Math.abs(fitted.fit.logLikelihood - -4055.92324)).toBeLessThan(1e-4);
    expect(fitted.fit.customers).toBe(946);
    const check = gammaGammaCheck(spends);
    expect(check.ok && Math.abs(check.correlation)).toBeLessThan(0.2);
  });

  test('both models track the base and foretell the 39 weeks held out', () => {
    const orders = ordersOf('cdnow_sample_transactions.csv', [1, 2, 4]);
    const { summaries } = repeatSummaries(orders, { asOf: '1997-09-30', unit: 'week' });
    const all = repeatSummaries(orders, { asOf: '1998-06-30', unit: 'week' }).summaries;
    const before = new Map(summaries.map(({ customer, x }) => [customer, x]));
    const holdout = all.map(({ customer, x }) => ({ customer, purchases: x - before.get(customer)! }));
    const start = dayNumber('1997-01-01');
    const days = new Map<string, Set<number>>();
    for (const { customer, date } of orders) {
      days.set(customer, (days.get(customer) ?? new Set()).add(dayNumber(date) - start));
    }
    const sorted = [...days.values()].map((each) => [...each].toSorted((a, b) => a - b));
    const births = sorted.map(([first]) => first!);
    const repeats = sorted.flatMap(([, ...later]) => later);
    for (const model of [bg, pareto]) {
      const result = validatePurchases(model, { calibration: summaries, holdout, t: 39 });
      expect([result.customers, result.actual, result.unknown]).toEqual([2357, 1788 + 94, []]);
      // The base bought more in the second half than in the first; both models are known to stay below it.
      expect(result.forecast / result.actual).toBeGreaterThan(0.87);
      expect(result.forecast).toBeLessThan(result.actual);
      for (const week of [20, 39, 78]) {
        const expected = cumulativeExpected(model, births, week);
        expect(Math.abs(expected / cumulativeActual(repeats, week) - 1)).toBeLessThan(0.05);
      }
    }
  });
});
