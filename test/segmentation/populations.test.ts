import { describe, expect, test } from 'vitest';
import {
  abc,
  associate,
  ces,
  cohortRetention,
  csat,
  driverImportance,
  gini,
  kMeans,
  lifecycleStage,
  nps,
  summariseOrders,
  topShare,
} from '../../src/segmentation/index.js';
import { hasCustomerData, ordersOf } from './customerData.js';

describe.skipIf(!hasCustomerData)('the CDNOW sample', () => {
  const orders = hasCustomerData ? ordersOf('cdnow_sample_transactions.csv', [1, 2, 4]) : [];
  const asOf = '1998-06-30';
  const { summaries, totals } = summariseOrders(orders, { asOf });
  const spend = summaries.map((summary) => summary.spend);

  test('has the customers and the total that are published', () => {
    expect([totals.customers, totals.spend, totals.rejected]).toEqual([2357, '244091.94', 0]);
  });
  test.each([
    ['crossingIncluded' as const, [777, 801, 779]],
    ['crossingExcluded' as const, [776, 801, 780]],
  ])('in classes by %s', (convention, expected) => {
    const policy = { id: 'p', version: '1', convention, ties: 'byKey' as const };
    const items = summaries.map((summary) => ({ id: summary.customer, value: summary.spend }));
    expect(abc(items, { asOf, policy }).classes.map((each) => each.items)).toEqual(expected);
  });
  test('is as concentrated as it is', () => {
    expect(gini(spend).value).toBe('0.630917117016');
    const top = topShare(spend, '0.2');
    expect([top.count, top.share.value]).toEqual([472, '0.674550171546']);
  });
  test('comes back, month by month', () => {
    const first = (mode: 'classic' | 'rolling') => cohortRetention(orders, { asOf, mode }).cohorts[0];
    expect(first('classic')?.start).toBe('1997-01-01');
    expect(first('classic')?.counts.slice(0, 6)).toEqual([781, 124, 95, 70, 65, 77]);
    expect(first('rolling')?.counts.slice(0, 6)).toEqual([781, 355, 323, 300, 284, 273]);
  });
  test('is in these stages', () => {
    const counts: Record<string, number> = {};
    for (const summary of summaries) {
      const { segment } = lifecycleStage(summary);
      counts[segment!] = (counts[segment!] ?? 0) + 1;
    }
    expect(counts).toEqual({ lost: 1539, dormant: 303, active: 338, reactivated: 177 });
  });
});

describe('surveys', () => {
  const limits = (result: ReturnType<typeof nps>) => (result.ok ? [result.lower, result.upper] : []);
  test('the interval of the net promoter score by both methods', () => {
    const counts = { promoters: 50, passives: 30, detractors: 20 };
    const [lower, upper] = limits(nps(counts, { method: 'wald' }));
    expect(lower?.raw).toBeCloseTo(14.692192, 5);
    expect(upper?.raw).toBeCloseTo(45.307808, 5);
    const [adjustedLower, adjustedUpper] = limits(nps(counts));
    expect(adjustedLower?.raw).toBeCloseTo(14.05113, 5);
    expect(adjustedUpper?.raw).toBeCloseTo(44.201297, 5);
  });
  test('ten promoters: raw limits pass 100, clipped ones do not', () => {
    const [lower, upper] = limits(nps({ promoters: 10, passives: 0, detractors: 0 }));
    expect(lower?.raw).toBeCloseTo(47.503552, 5);
    expect(upper?.raw).toBeCloseTo(106.342602, 5);
    expect(upper?.clipped).toBe(100);
  });
  test('scores count as groups, and those off the scale are rejected', () => {
    const result = nps([10, 9, 8, 7, 6, 0, null, 11]);
    expect(result.counts).toEqual({ promoters: 2, passives: 2, detractors: 2 });
    expect([result.unanswered, result.rejected.map(({ index }) => index)]).toEqual([1, [7]]);
  });
  test('shares of the satisfied', () => {
    const eight = csat(8, 10);
    expect(eight.ok && [eight.lower, eight.upper].map((x) => x.toFixed(6))).toEqual(['0.490162', '0.943318']);
    const none = csat(0, 12);
    expect(none.ok && [none.lower, none.upper].map((x) => x.toFixed(6))).toEqual(['0.000000', '0.242494']);
    expect(csat(0, 0)).toEqual({ ok: false, reasons: [{ code: 'tooFew', params: { needed: 1, actual: 0 } }] });
  });
  test('effort has an interval of two answers or more', () => {
    const result = ces([7, 6, 5, 7, 4, 6, 2, 7, 5, 6]);
    expect(result.ok && result.lower).toBeCloseTo(4.368921, 5);
    expect(result.ok && result.upper).toBeCloseTo(6.631078, 5);
    const one = ces([6]);
    expect(one.ok && [one.mean.value, one.lower]).toEqual(['6', null]);
    expect(ces([6, 5], { minSample: 3 }).ok).toBe(false);
  });
  test('a driver that never changes drives nothing', () => {
    const answers = [
      { customer: 'a', score: 1, drivers: { up: 1, flat: 2, down: 3 } },
      { customer: 'b', score: 2, drivers: { up: 2, flat: 2, down: 2 } },
      { customer: 'c', score: null, drivers: { up: 9, flat: 2, down: 9 } },
      { customer: 'd', score: 3, drivers: { up: 3, flat: 2, down: 1, once: 4 } },
    ];
    const found = driverImportance(answers).map(({ driver, correlation, n }) => [driver, correlation, n]);
    expect(found).toEqual([
      ['down', -1, 3],
      ['up', 1, 3],
      ['flat', null, 3],
      ['once', null, 1],
    ]);
  });
});

describe('groups of near ones', () => {
  const rows = [
    [1, 1],
    [1.5, 2],
    [3, 4],
    [5, 7],
    [3.5, 5],
    [4.5, 5],
    [3.5, 4.5],
  ];
  test.each([
    [
      2,
      8.525,
      0.645005,
      [
        [1.25, 1.5],
        [3.9, 5.1],
      ],
    ],
    [
      3,
      2.5,
      0.539378,
      [
        [1.25, 1.5],
        [3.625, 4.625],
        [5, 7],
      ],
    ],
  ])('seven points in %i', (k, inertia, silhouette, centroids) => {
    const result = kMeans(rows, { k, seed: 7, scale: 'none' });
    expect(result.inertia).toBeCloseTo(inertia, 10);
    expect(result.silhouette).toBeCloseTo(silhouette, 6);
    expect(result.centroids).toEqual(centroids);
    expect(result.converged).toBe(true);
  });
  test('a constant column has no part', () => {
    const flat = rows.map(([x, y]) => [x!, 3, y!]);
    expect(kMeans(flat, { k: 2, seed: 7 }).labels).toEqual(kMeans(rows, { k: 2, seed: 7 }).labels);
  });
});

test('what is bought together, by the baskets of the textbook', () => {
  const baskets = [
    ['bread', 'milk'],
    ['bread', 'diaper', 'beer', 'eggs'],
    ['milk', 'diaper', 'beer', 'cola'],
    ['bread', 'milk', 'diaper', 'beer'],
    ['bread', 'milk', 'diaper', 'cola', 'cola'],
  ];
  const { rules } = associate(baskets, { minSupport: '0.4', minConfidence: '0.6' });
  const figures = (left: string, right: string) => {
    const rule = rules.find((each) => each.if.join() === left && each.then.join() === right)!;
    return [rule.support, rule.confidence, rule.lift, rule.leverage, rule.conviction].map(({ value }) => value);
  };
  expect(figures('diaper,milk', 'beer')).toEqual(['0.4', '0.666666666667', '1.111111111111', '0.04', '1.2']);
  expect(figures('beer', 'diaper')).toEqual(['0.6', '1', '1.25', '0.12', null]);
});
