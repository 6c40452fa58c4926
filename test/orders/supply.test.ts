import { describe, expect, test } from 'vitest';
import {
  availableToPromise,
  creditCheck,
  type DemandPlan,
  economicOrderQuantity,
  fillRateOf,
  newsvendorQuantity,
  paymentDue,
  promiseOrder,
  reorderDate,
  reorderPoint,
  safetyForFillRate,
  safetyStock,
  supplyPlan,
} from '../../src/orders/index.js';
import { normalLoss } from '../../src/orders/inventory/normalLoss.js';
import { thrown } from '../core/thrown.js';

const atp = (...args: Parameters<typeof availableToPromise>): (string | null)[] =>
  availableToPromise(...args).map((bucket) => bucket.atp);

describe('availableToPromise', () => {
  test('what nobody covers stays negative where it arose', () => {
    expect(atp(10, [0, 5, 0, 20], [5, 30, 0, 40])).toEqual(['0', '-20', null, '-20']);
    expect(atp(-5, [0, 10], [0, 0])).toEqual(['-5', '10']);
    expect(atp(0, [], [])).toEqual([]);
  });

  test('the nearest earlier receipt gives first', () => {
    expect(atp(50, [0, 30, 10], [0, 0, 25])).toEqual(['50', '15', '0']);
    expect(atp(50, [0, 30, 10], [0, 0, 45])).toEqual(['45', '0', '0']);
  });

  test('series of different length are refused', () => {
    expect(thrown(() => atp(1, [1], [])).code).toBe('series.length');
    expect(thrown(() => atp(1, [-1], [0])).code).toBe('quantity.negative');
    expect(thrown(() => atp(1, [], [], { method: 'all' as 'discrete' })).code).toBe('option.unknown');
  });
});

describe('promiseOrder', () => {
  const buckets = availableToPromise(40, [0, 80, 0, 80], [20, 30, 20, 50]);

  test('what is there by the due bucket, the rest as it comes', () => {
    expect(promiseOrder(buckets, { quantity: 20, due: 1 })).toEqual({
      ok: true,
      bucket: 1,
      split: [{ bucket: 1, quantity: '20' }],
    });
    expect(promiseOrder(buckets, { quantity: 70, due: 3 })).toEqual({
      ok: true,
      bucket: 4,
      split: [
        { bucket: 3, quantity: '50' },
        { bucket: 4, quantity: '20' },
      ],
    });
    expect(promiseOrder(buckets, { quantity: 81, due: 1 })).toEqual({
      ok: false,
      reasons: [{ code: 'cannot', params: { short: '1', quantity: '81' } }],
    });
    expect(promiseOrder(availableToPromise(0, [0, 9], [0, 0]), { quantity: 3, due: 1 })).toMatchObject({
      bucket: 2,
      split: [{ bucket: 2 }],
    });
  });

  test('an order of nothing, or for no bucket, is refused', () => {
    expect(thrown(() => promiseOrder(buckets, { quantity: 0, due: 1 })).code).toBe('quantity.positive');
    expect(thrown(() => promiseOrder(buckets, { quantity: 1, due: 0 })).code).toBe('count.whole');
  });
});

describe('supplyPlan', () => {
  test('by each lot rule', () => {
    const receipts = (lot: Parameters<typeof supplyPlan>[2]): string[][] =>
      supplyPlan([30, 40, 0, 50], 20, lot).buckets.map(({ receipt, lots, closing }) => [
        receipt,
        String(lots),
        closing,
      ]);
    expect(receipts({})).toEqual([
      ['10', '1', '0'],
      ['40', '1', '0'],
      ['0', '0', '0'],
      ['50', '1', '0'],
    ]);
    expect(receipts({ lot: { kind: 'fixed', size: 25 } })).toEqual([
      ['25', '1', '15'],
      ['25', '1', '0'],
      ['0', '0', '0'],
      ['50', '2', '0'],
    ]);
    expect(receipts({ lot: { kind: 'multiple', of: 25 } }).at(-1)).toEqual(['50', '1', '0']);
    expect(receipts({ safety: 5, scheduled: [15] })[0]).toEqual(['0', '0', '5']);
  });

  test('a release before the first bucket is made in it and listed', () => {
    const { buckets, late } = supplyPlan([5, 5, 5], 0, { leadTime: 2 });
    expect(buckets.map(({ release }) => release)).toEqual(['15', '0', '0']);
    expect(late).toEqual([
      { bucket: 1, quantity: '5', late: 2 },
      { bucket: 2, quantity: '5', late: 1 },
    ]);
  });

  test('wrong plans are refused', () => {
    expect(thrown(() => supplyPlan([1], 0, { scheduled: [1, 2] })).code).toBe('series.length');
    expect(thrown(() => supplyPlan([1], 0, { lot: { kind: 'fixed', size: 0 } })).code).toBe('quantity.positive');
    expect(thrown(() => supplyPlan([1], 0, { lot: { kind: 'pallet' as 'lotForLot' } })).code).toBe('option.unknown');
    expect(thrown(() => supplyPlan([1], 0, { leadTime: 0.5 })).code).toBe('count.whole');
  });
});

describe('reorder and payment', () => {
  const facts = { stock: 500, rate: 40, leadTime: 6, safety: 100, from: '2026-03-02' };
  const plan: DemandPlan = {
    partner: 'N',
    sku: 's',
    period: 'p',
    version: 1,
    sources: [],
    status: 'agreed',
    agreed: '10',
    unitPrice: '2.5',
  };

  test('a day that is over is said to be', () => {
    expect(reorderDate({ ...facts, stock: 90 })).toEqual({ ok: true, day: -7, date: '2026-02-23', overdueBy: 7 });
    expect(reorderDate({ ...facts, rate: 0 })).toEqual({
      ok: false,
      reasons: [{ code: 'stockNeverFalls', params: {} }],
    });
    expect(reorderPoint({ mean: '2.5', leadTime: '1.2', safety: 4 })).toBe('7');
    expect(thrown(() => reorderDate({ ...facts, leadTime: -1 })).code).toBe('count.whole');
  });

  test('what is agreed is paid for in time, or all reasons are given', () => {
    expect(paymentDue(plan, facts)).toEqual({ ok: true, date: '2026-03-06', overdueBy: 0, amount: '25' });
    const { agreed, unitPrice, ...open } = plan;
    expect([agreed, unitPrice]).toEqual(['10', '2.5']);
    const refused = paymentDue({ ...open, status: 'draft' }, { ...facts, rate: 0 });
    expect(refused.ok || refused.reasons.map(({ code }) => code)).toEqual([
      'stockNeverFalls',
      'noUnitPrice',
      'notAgreed',
    ]);
  });

  test('credit: what is free is allowed, and all that speaks against more is said', () => {
    expect(creditCheck({ limit: 100, used: 40 }, 60)).toEqual({ ok: true, free: '60' });
    const refused = creditCheck({ limit: 100, used: 140, overdue: 1, onHold: true }, '0.01');
    expect(refused).toMatchObject({ ok: false, free: '-40' });
    expect(refused.ok || refused.reasons).toEqual([
      { code: 'onHold', params: {} },
      { code: 'amountOverdue', params: { overdue: '1' } },
      { code: 'overLimit', params: { amount: '0.01', free: '-40', excess: '40.01' } },
    ]);
  });
});

describe('inventory', () => {
  test('the loss is that of the definition at both ends', () => {
    expect(normalLoss(0)).toBeCloseTo(0.3989422804014327, 15);
    expect(normalLoss(-2) - normalLoss(2)).toBeCloseTo(2, 14);
    // On either side of the change of method, and far out (by integration in 50 digits).
    expect(normalLoss(3) / 0.000382154335).toBeCloseTo(1, 6);
    expect(normalLoss(2.999999999999) / normalLoss(3)).toBeCloseTo(1, 9);
    expect(normalLoss(8)).toBeGreaterThan(0);
    expect(normalLoss(8)).toBeLessThan(1e-16);
  });

  test('the safety stock of a fill rate gives the fill rate back', () => {
    for (const fillRate of [0.5, 0.9, 0.999, 0.9999999]) {
      for (const quantity of [20, 200, 5000]) {
        const z = safetyForFillRate({ fillRate, sigmaL: 40, quantity }) / 40;
        expect(fillRateOf({ z, sigmaL: 40, quantity })).toBeCloseTo(fillRate, 12);
      }
    }
    expect(safetyForFillRate({ fillRate: 0.9, sigmaL: 40, quantity: 5000 })).toBeLessThan(0);
    expect(thrown(() => safetyForFillRate({ fillRate: 1, sigmaL: 1, quantity: 1 })).code).toBe('serviceLevel.range');
    expect(thrown(() => fillRateOf({ z: Number.NaN, sigmaL: 1, quantity: 1 })).code).toBe('estimate.finite');
  });

  test('half of the cycles need no safety stock, and a lead time that varies needs a mean', () => {
    expect(safetyStock({ serviceLevel: 0.5, sigma: 20, leadTime: 4 })).toBe(0);
    expect(thrown(() => safetyStock({ serviceLevel: 0.9, sigma: 2, leadTime: 4, sigmaLeadTime: 1 })).code).toBe(
      'safety.mean',
    );
    expect(thrown(() => safetyStock({ serviceLevel: Number.NaN, sigma: 2, leadTime: 4 })).code).toBe(
      'serviceLevel.range',
    );
  });

  test('a lot goes to the cheaper neighbour, and names the least quantity above a bound', () => {
    const facts = { demand: 1000, orderCost: 10, holdingCost: '0.5' };
    expect(economicOrderQuantity({ ...facts, lot: 30 }).quantity).toBe(210);
    expect(economicOrderQuantity({ ...facts, lot: 200 }).candidates).toHaveLength(1);
    expect(economicOrderQuantity({ ...facts, lot: 500 }).quantity).toBe(500);
    const price = {
      mode: 'whole',
      tiers: [
        { upTo: '1000', rate: '5' },
        { upTo: null, rate: '4' },
      ],
    } as const;
    const best = economicOrderQuantity({ ...facts, price, lot: 24 });
    expect(best).toMatchObject({ quantity: 1008, price: 4 });
    // Between 0 and the bound the own optimum of 200 lies between 192 and 216.
    expect(best.candidates.map(({ quantity }) => quantity)).toEqual([192, 216, 1008]);
  });

  test('a tier whose own optimum lies above it is left out, and ties go to the smaller quantity', () => {
    const price = {
      mode: 'whole',
      boundary: 'upper',
      tiers: [
        { upTo: '100', rate: '5' },
        { upTo: null, rate: '5' },
      ],
    } as const;
    expect(economicOrderQuantity({ demand: 1000, orderCost: 10, holdingCost: '0.5', price }).candidates).toHaveLength(
      1,
    );
    const twice = {
      ...price,
      tiers: [
        { upTo: '200', rate: '5' },
        { upTo: '300', rate: '5' },
        { upTo: null, rate: '6' },
      ],
    };
    expect(economicOrderQuantity({ demand: 1000, orderCost: 10, holdingCost: '0.5', price: twice }).quantity).toBe(200);
  });

  test('production while it is used up', () => {
    const facts = { demand: 1000, orderCost: 10, holdingCost: '0.5', productionRate: 8000, consumptionRate: 6000 };
    expect(economicOrderQuantity(facts).quantity).toBe(400);
    expect(economicOrderQuantity({ ...facts, consumptionRate: 0 }).quantity).toBe(200);
  });

  test.each([
    [{ holdingCost: 1, holdingRate: 1 }, 'eoq.holding'],
    [{}, 'eoq.holding'],
    [{ holdingRate: '0.2' }, 'eoq.holding'],
    [{ holdingCost: 1, productionRate: 5 }, 'eoq.rates'],
    [{ holdingCost: 1, price: { mode: 'marginal', tiers: [{ upTo: null, rate: '1' }] } }, 'eoq.mode'],
  ] as const)('refuses %o', (more, code) => {
    expect(thrown(() => economicOrderQuantity({ demand: 10, orderCost: 1, ...more })).code).toBe(code);
  });

  test('as much under as over is the mean', () => {
    expect(newsvendorQuantity({ mean: 500, sigma: 80, under: 3, over: 3 })).toBe(500);
    expect(thrown(() => newsvendorQuantity({ mean: 5, sigma: 1, under: 0, over: 1 })).code).toBe('quantity.positive');
  });
});
