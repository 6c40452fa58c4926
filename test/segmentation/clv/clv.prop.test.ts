import fc from 'fast-check';
import { describe, test } from 'vitest';
import {
  type BuyingModel,
  type ClvModel,
  compileClv,
  customerLifetimeValue,
  type Fit,
  fitBgBb,
  fitBgNbd,
  fitGammaGamma,
  fitMbgNbd,
  fitParetoNbd,
  FittedModel,
  silentUntil,
} from '../../../src/segmentation/clv/index.js';

const parameter = fc.double({ min: 0.05, max: 20, noNaN: true });
const params = fc.record({ r: parameter, alpha: parameter, a: parameter, b: parameter });
const buying: fc.Arbitrary<BuyingModel> = fc.oneof(
  params.map((params): BuyingModel => ({ model: 'bgNbd', params })),
  params.map((params): BuyingModel => ({ model: 'mbgNbd', params })),
  fc
    .record({ r: parameter, alpha: parameter, s: parameter, beta: parameter })
    .map((params): BuyingModel => ({ model: 'paretoNbd', params })),
);
const occasional = fc
  .record({ alpha: parameter, beta: parameter, gamma: parameter, delta: parameter })
  .map((params) => ({ model: 'bgBb', params }) as const);

/** A history as a year of days can bring it forth. */
const history = fc
  .record({
    x: fc.integer({ min: 0, max: 30 }),
    last: fc.double({ min: 0.01, max: 1, noNaN: true }),
    T: fc.double({ min: 0.5, max: 60, noNaN: true }),
  })
  .map(({ x, last, T }) => ({ x, tx: x === 0 ? 0 : last * T, T }));
const time = fc.double({ min: 0, max: 60, noNaN: true });

/** A history at a row of occasions. */
const occasions = fc
  .tuple(fc.integer({ min: 0, max: 12 }), fc.nat(12), fc.nat(12))
  .map(([n, last, count]) => ({ n, tx: Math.min(n, last), count }))
  .map(({ n, tx, count }) => (tx === 0 ? { x: 0, tx, n } : { x: 1 + (count % tx), tx, n }));

const close = (a: number, b: number, tolerance: number): boolean =>
  Math.abs(a - b) <= tolerance * Math.max(1e-300, Math.abs(a), Math.abs(b));

describe('models of purchases', () => {
  test('the chances of all counts add up to 1, and their mean is the purchases expected', () => {
    // Each run adds up some hundred chances: a tenth of the usual number of runs.
    fc.assert(
      fc.property(buying, fc.double({ min: 0, max: 3, noNaN: true }), (model, t) => {
        const evaluator = compileClv(model);
        const scaled = (t * model.params.alpha) / (1 + model.params.r);
        let sum = 0;
        let mean = 0;
        for (let n = 0; n < 400 && 1 - sum > 1e-13; n++) {
          const chance = evaluator.probabilityOfCount(n, scaled);
          sum += chance;
          mean += n * chance;
        }
        return Math.abs(sum - 1) < 1e-10 && Math.abs(mean - evaluator.expectedPurchases(scaled)) < 1e-8 * (1 + mean);
      }),
      { numRuns: 100 },
    );
  });

  test('the same at a row of occasions', () => {
    fc.assert(
      fc.property(occasional, fc.integer({ min: 0, max: 15 }), (model, n) => {
        const evaluator = compileClv(model);
        const chances = Array.from({ length: n + 1 }, (_, x) => evaluator.probabilityOfCount(x, n));
        const sum = chances.reduce((all, chance) => all + chance, 0);
        const mean = chances.reduce((all, chance, x) => all + x * chance, 0);
        return close(sum, 1, 1e-11) && Math.abs(mean - evaluator.expectedPurchases(n)) < 1e-10 * (1 + mean);
      }),
      { numRuns: 300 },
    );
  });

  test('the chance of being alive lies between 0 and 1 and falls with silence', () => {
    fc.assert(
      fc.property(buying, history, time, (model, { x, tx, T }, more) => {
        const evaluator = compileClv(model);
        const now = evaluator.probabilityAlive({ x, tx, T });
        const later = evaluator.probabilityAlive({ x, tx, T: T + more });
        return now >= 0 && now <= 1 && later <= now * (1 + 1e-12);
      }),
    );
  });

  test('at a row of occasions the chance of being alive falls with each that is missed, seen or to come', () => {
    fc.assert(
      fc.property(occasional, occasions, fc.nat(6), (model, { x, tx, n }, more) => {
        const { probabilityAlive } = compileClv(model);
        const now = probabilityAlive({ x, tx, n }, 0);
        const [missed, ahead] = [probabilityAlive({ x, tx, n: n + more }, 0), probabilityAlive({ x, tx, n }, more)];
        const most = now * (1 + 1e-12);
        // Who may still have bought is likelier to be there than who has not.
        return now >= 0 && now <= 1 && missed >= 0 && missed <= ahead * (1 + 1e-12) && ahead <= most;
      }),
    );
  });

  test('who was seen at no occasion is a new customer', () => {
    fc.assert(
      fc.property(occasional, fc.nat(20), (model, ahead) => {
        const evaluator = compileClv(model);
        const known = evaluator.conditionalExpectedPurchases(ahead, { x: 0, tx: 0, n: 0 });
        return close(known, evaluator.expectedPurchases(ahead), 1e-12);
      }),
    );
  });

  test('who was seen for no time is a new customer', () => {
    fc.assert(
      fc.property(buying, time, (model, t) => {
        const evaluator = compileClv(model);
        const known = evaluator.conditionalExpectedPurchases(t, { x: 0, tx: 0, T: 0 });
        return close(known, evaluator.expectedPurchases(t), 1e-10);
      }),
    );
  });

  test('more time brings no fewer purchases, and never more than all', () => {
    fc.assert(
      fc.property(buying, time, time, (model, t, more) => {
        const evaluator = compileClv(model);
        const [before, after] = [evaluator.expectedPurchases(t), evaluator.expectedPurchases(t + more)];
        const all = evaluator.lifetimePurchases();
        return after >= before * (1 - 1e-12) && (!all.ok || after <= all.value * (1 + 1e-9));
      }),
    );
  });

  test('the unit of time changes no figure without one', () => {
    fc.assert(
      fc.property(buying, history, time, fc.constantFrom(7, 1 / 7, 30.4375), (model, { x, tx, T }, t, c) => {
        const scaled = rescaled(model, c);
        const [here, there] = [compileClv(model), compileClv(scaled)];
        const other = { x, tx: tx * c, T: T * c };
        const density = here.logLikelihood({ x, tx, T }) - x * Math.log(c);
        return (
          close(here.probabilityAlive({ x, tx, T }), there.probabilityAlive(other), 1e-9) &&
          close(here.expectedPurchases(t), there.expectedPurchases(t * c), 1e-10) &&
          Math.abs(density - there.logLikelihood(other)) < 1e-10 * (1 + Math.abs(density))
        );
      }),
    );
  });

  test('the day of silence is the first one below the level', () => {
    fc.assert(
      fc.property(buying, history, fc.double({ min: 0.05, max: 0.95, noNaN: true }), (model, { x, tx, T }, level) => {
        const silence = silentUntil({ ...model, timeUnit: 'week' }, { x, tx, T }, level);
        const alive = (days: number): number => compileClv(model).probabilityAlive({ x, tx, T: T + days / 7 });
        if (!silence.ok) return alive(3_652_059) >= level;
        return alive(silence.days) < level && (silence.days === 0 || alive(silence.days - 1) >= level);
      }),
      { numRuns: 200 },
    );
  });

  test('a value is the sum of its steps, and a higher discount lowers it', () => {
    fc.assert(
      fc.property(buying, history, fc.double({ min: 0, max: 0.2, noNaN: true }), (purchases, history, ratePerStep) => {
        const input = { purchases, history, spend: 10, steps: 4, stepLength: 2, ratePerStep };
        const [value, lower] = [
          customerLifetimeValue(input),
          customerLifetimeValue({ ...input, ratePerStep: ratePerStep + 0.1 }),
        ];
        if (!value.ok || !lower.ok) return false;
        const sum = value.steps.reduce((all, step) => all + step.value, 0);
        return sum === value.value && lower.value <= value.value;
      }),
    );
  });
});

describe('fits', () => {
  /** Bases of which a fit takes a few milliseconds; so the runs are fewer than usual. */
  const base = fc.array(fc.record({ row: history, weight: fc.integer({ min: 1, max: 20 }) }), {
    minLength: 4,
    maxLength: 8,
  });
  const FITS: readonly ((rows: Parameters<typeof fitBgNbd>[0]) => Fit<BuyingModel>)[] = [
    fitBgNbd,
    fitMbgNbd,
    fitParetoNbd,
  ];
  const fitter = fc.constantFrom(...FITS);
  const rowsOf = (base: readonly { row: { x: number; tx: number; T: number }; weight: number }[]) =>
    base.map(({ row, weight }) => ({ ...row, weight }));

  test('neither the order of the rows nor a row in two halves changes a byte', () => {
    fc.assert(
      fc.property(fitter, base, (fit, drawn) => {
        const rows = rowsOf(drawn);
        const [first, ...rest] = rows;
        const half = { ...first!, weight: first!.weight / 2 };
        const text = JSON.stringify(fit(rows));
        const failed = !fit(rows).ok;
        return (
          failed ||
          (JSON.stringify(fit(rows.toReversed())) === text && JSON.stringify(fit([half, ...rest, half])) === text)
        );
      }),
      { numRuns: 12 },
    );
  });

  test('the same at a row of occasions, and of what purchases are worth', () => {
    const seen = fc.array(fc.record({ row: occasions, weight: fc.integer({ min: 1, max: 20 }) }), {
      minLength: 3,
      maxLength: 6,
    });
    const spends = fc.array(
      fc.record({ x: fc.integer({ min: 1, max: 9 }), meanSpend: fc.double({ min: 1, max: 90, noNaN: true }) }),
      { minLength: 3, maxLength: 6 },
    );
    const isSame = <Row extends { weight: number }>(fit: (rows: Row[]) => unknown, rows: Row[]): boolean => {
      const [first, ...rest] = rows;
      const half = { ...first!, weight: first!.weight / 2 };
      const text = JSON.stringify(fit(rows));
      return JSON.stringify(fit(rows.toReversed())) === text && JSON.stringify(fit([half, ...rest, half])) === text;
    };
    fc.assert(
      fc.property(seen, spends, (histories, list) => {
        const rows = histories.map(({ row, weight }) => ({ ...row, weight }));
        const isOpen = histories.every(({ row }) => row.x === 0);
        const isSpendSame = isSame(
          fitGammaGamma,
          list.map((row) => ({ ...row, weight: 4 })),
        );
        return isSpendSame && (isOpen || isSame(fitBgBb, rows));
      }),
      { numRuns: 12 },
    );
  });

  test('the unit of time scales alpha and beta and nothing else', () => {
    fc.assert(
      fc.property(fitter, base, fc.constantFrom(7, 0.5), (fit, drawn, c) => {
        const rows = rowsOf(drawn);
        const [here, there] = [fit(rows), fit(rows.map((row) => ({ ...row, tx: row.tx * c, T: row.T * c })))];
        if (!here.ok || !there.ok) return here.ok === there.ok;
        if (here.fitted.fit.status !== 'converged' || there.fitted.fit.status !== 'converged') return true;
        const expected = rescaled(here.fitted, c).params as unknown as Readonly<Record<string, number>>;
        const found = there.fitted.params as unknown as Readonly<Record<string, number>>;
        // A flat summit moves far for a last digit: the tolerance is in standard errors.
        return Object.keys(expected).every(
          (name) => Math.abs(found[name]! - expected[name]!) <= 1e-3 * there.fitted.fit.standardErrors![name]!,
        );
      }),
      { numRuns: 30 },
    );
  });

  test('a fit that says it converged is flat and survives JSON', () => {
    fc.assert(
      fc.property(fitter, base, (fit, drawn) => {
        const result = fit(rowsOf(drawn));
        if (!result.ok) return drawn.every(({ row }) => row.x === 0);
        const { status, gradient, logLikelihood, reasons, standardErrors } = result.fitted.fit;
        const most = 1e-8 * Math.max(1, Math.abs(logLikelihood));
        const flat = Object.values(gradient).every((slope) => Math.abs(slope) <= most);
        const stored: ClvModel = FittedModel.parse(JSON.parse(JSON.stringify(result.fitted)));
        const same = JSON.stringify(stored.params) === JSON.stringify(result.fitted.params);
        return same && (status === 'converged' ? flat && standardErrors !== null : reasons.length > 0);
      }),
      { numRuns: 30 },
    );
  });
});

/** The model in another unit of time. */
function rescaled(model: BuyingModel, c: number): BuyingModel {
  return model.model === 'paretoNbd'
    ? { ...model, params: { ...model.params, alpha: model.params.alpha * c, beta: model.params.beta * c } }
    : { ...model, params: { ...model.params, alpha: model.params.alpha * c } };
}
