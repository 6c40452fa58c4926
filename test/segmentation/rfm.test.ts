import { describe, expect, test } from 'vitest';
import {
  applyRfm,
  checkGrid,
  type CustomerSummary,
  fitRfm,
  presets,
  rfm,
  type RfmAssignment,
  RfmPolicy,
  RfmThresholds,
  SegmentAssignment,
  SegmentGrid,
  summariseOrders,
} from '../../src/segmentation/index.js';
import { thrown } from '../core/thrown.js';
import { hasCustomerData, ordersOf } from './customerData.js';

const one: CustomerSummary = {
  customer: 'a',
  firstOrder: '2026-01-01',
  lastOrder: '2026-03-01',
  previousOrder: '2026-01-01',
  orders: 2,
  purchaseDays: 2,
  spend: '100',
  asOf: '2026-03-31',
};

describe.skipIf(!hasCustomerData)('the orders that the R package rfm is tested with (needs rfm_orders.csv)', () => {
  const orders = hasCustomerData ? ordersOf('rfm_orders.csv', [0, 1, 2]) : [];
  const { summaries } = summariseOrders(orders, { asOf: '2006-12-31' });
  const byId = new Map(summaries.map((summary) => [summary.customer, summary]));
  const { thresholds, assignments } = hasCustomerData ? rfm(summaries) : { thresholds: null, assignments: [] };

  const group = (segment: string, of: readonly RfmAssignment[] = assignments): number[] => {
    const members = of.filter((each) => each.segment === segment).map(({ customer }) => byId.get(customer)!);
    const sum = (value: (summary: CustomerSummary) => number): number =>
      members.reduce((total, member) => total + value(member), 0);
    return [members.length, sum(({ orders: count }) => count), sum(({ spend }) => Number(spend))];
  };

  test('cuts', () => {
    expect(thresholds).toEqual({
      recencyDays: ['114', '180', '296.4', '481'],
      orders: ['3', '4', '5', '7'],
      monetary: ['254.8', '381', '505.4', '665'],
      baseSize: 995,
      asOf: '2006-12-31',
      policyVersion: 'rfm@1',
    });
  });

  test('customers by score', () => {
    const counts = (axis: 'r' | 'f' | 'm'): number[] =>
      [1, 2, 3, 4, 5].map((score) => assignments.filter(({ scores }) => scores[axis] === score).length);
    expect([counts('r'), counts('f'), counts('m')]).toEqual([
      [197, 201, 198, 199, 200],
      [268, 187, 176, 244, 120],
      [199, 201, 197, 203, 195],
    ]);
  });

  test('segments', () => {
    expect([group('champions'), group('loyal'), group('hibernating')]).toEqual([
      [102, 740, 71800],
      [186, 1321, 130007],
      [197, 503, 44911],
    ]);
  });

  test('the policy and a grid of that package', () => {
    const policy = { ...presets['r-rfm'], grid: 'r-rfm-test' } as const;
    expect(group('champions', rfm(summaries, policy).assignments)).toEqual([158, 1234, 120178]);
  });

  test('how far two customers are from a better segment', () => {
    const of = (id: string): RfmAssignment | undefined => assignments.find(({ customer }) => customer === id);
    expect(of('1')).toMatchObject({
      segment: 'loyal',
      rule: '355',
      inputs: { recencyDays: '229', orders: '8', monetary: '852' },
      thresholds: [
        { input: 'recencyDays', op: 'gt', value: '180' },
        { input: 'recencyDays', op: 'le', value: '296.4' },
        { input: 'orders', op: 'gt', value: '7' },
        { input: 'monetary', op: 'gt', value: '665' },
      ],
      distanceToNext: [{ segment: 'champions', input: 'recencyDays', delta: '-115', unit: 'days' }],
    });
    expect(of('3')).toMatchObject({
      segment: 'hibernating',
      rule: '122',
      distanceToNext: [
        { segment: 'aboutToSleep', input: 'recencyDays', delta: '-249', unit: 'days' },
        { segment: 'atRisk', input: 'orders', delta: '1', unit: 'orders' },
        { segment: 'atRisk', input: 'monetary', delta: '81.01', unit: 'money' },
      ],
    });
  });
});

describe('the grids', () => {
  test('the default one has one rule for each of its cells', () => {
    expect(checkGrid(presets['rfm-2d-10'])).toEqual({
      ok: true,
      cells: 25,
      covered: 25,
      gaps: [],
      overlaps: [],
      deadRules: [],
      unreachableSegments: [],
    });
  });

  test('the one that the R package is tested with has gaps, overlaps and dead rules', () => {
    const report = checkGrid(presets['r-rfm-test']);
    expect([report.ok, report.cells, report.gaps.length, report.overlaps.length]).toEqual([true, 125, 36, 39]);
    expect(report.unreachableSegments).toEqual(['new', 'promising', 'cantLose']);
    expect(report.deadRules).toEqual([3, 4, 8]);
  });

  test('presets are what the schemas describe', () => {
    for (const code of ['rfm-2d-10', 'r-rfm-test', 'r-rfm-vignette'] as const) {
      expect(SegmentGrid.parse(presets[code])).toEqual(presets[code]);
    }
    for (const code of ['rfm', 'r-rfm'] as const) expect(RfmPolicy.parse(presets[code])).toEqual(presets[code]);
    const { thresholds, assignments } = rfm([one]);
    expect(RfmThresholds.parse(thresholds)).toEqual(thresholds);
    expect(assignments.map((each) => SegmentAssignment.safeParse(each).success)).toEqual([true]);
  });
});

describe('bad input', () => {
  test.each([
    [[], 'segmentation.rfm.emptyBase'],
    [[{ ...one, orders: 0, firstOrder: null, lastOrder: null }], 'segmentation.rfm.emptyBase'],
    [[one, one], 'ids.duplicate'],
    [[one, { ...one, customer: 'b', asOf: '2026-04-30' }], 'segmentation.summary.asOf'],
    [[{ ...one, lastOrder: '2026-04-01' }], 'segmentation.summary.dates'],
    [[{ ...one, lastOrder: null }], 'segmentation.summary.dates'],
    [[{ ...one, orders: 1.5 }], 'segmentation.summary.count'],
    [[{ ...one, spend: 'NaN' }], 'decimal.invalid'],
    [[{ ...one, lastOrder: '2026-02-30' }], 'date.invalid'],
  ])('summaries %#', (summaries, code) => {
    expect(thrown(() => rfm(summaries)).code).toBe(code);
  });

  const lists = { recencyDays: ['1', '2'], orders: ['1', '2'], monetary: ['1', '2'] };
  const two = { r: 2, f: 2, m: 2 };
  test.each<[object, string, (string | number)[]]>([
    [{ scores: 1 }, 'segmentation.scores', ['scores']],
    [{ scores: { r: 5, f: 10, m: 5 } }, 'segmentation.scores', ['scores']],
    [{ scores: 3 }, 'segmentation.rfm.gridScores', ['grid']],
    [{ cuts: { kind: 'fixed', ...lists } }, 'segmentation.cuts.count', ['cuts', 'recencyDays']],
    [
      { scores: 3, cuts: { kind: 'fixed', ...lists, orders: ['2', '2'] } },
      'segmentation.cuts.notAscending',
      ['cuts', 'orders', 1],
    ],
    [
      { scores: 3, cuts: { kind: 'quantile', probabilities: { ...lists, recencyDays: ['0.2', '1'] } } },
      'segmentation.cuts.probability',
      ['cuts', 'probabilities', 'recencyDays', 1],
    ],
    [{ cuts: { kind: 'quantile', type: 10 } }, 'option.unknown', ['cuts', 'type']],
    [{ cuts: { kind: 'median' } }, 'option.unknown', ['cuts', 'kind']],
    [{ monetary: 'mean' }, 'option.unknown', ['monetary']],
    [{ boundary: 'left' }, 'option.unknown', ['boundary']],
    [{ direction: 'up' }, 'option.unknown', ['direction']],
    [{ duplicateCuts: 'drop' }, 'option.unknown', ['duplicateCuts']],
    [{ grid: 'rfm' }, 'option.unknown', ['grid']],
    [{ moneyIncrement: '0' }, 'segmentation.rfm.increment', ['moneyIncrement']],
    [{ cutOffset: 'x' }, 'decimal.invalid', ['cutOffset']],
    [{ grid: { ...presets['rfm-2d-10'], scores: two, cells: [] } }, 'segmentation.grid.gap', ['grid', 'cells']],
  ])('policy %j', (change, code, path) => {
    const error = thrown(() => fitRfm([one], { ...presets.rfm, ...change } as RfmPolicy));
    expect([error.code, error.path]).toEqual([code, path]);
  });

  test('quantiles that coincide are an error where that is asked for', () => {
    const summaries = ['a', 'b', 'c'].map((customer) => ({ ...one, customer }));
    expect(thrown(() => fitRfm(summaries, { ...presets.rfm, duplicateCuts: 'error' })).code).toBe(
      'segmentation.cuts.duplicate',
    );
    expect(fitRfm(summaries).orders).toEqual(['2', '2', '2', '2']);
  });

  test('thresholds of another policy are refused', () => {
    const thresholds = fitRfm([one]);
    const apply = (change: object): unknown => applyRfm([one], { ...thresholds, ...change });
    expect(thrown(() => apply({ policyVersion: 'rfm@2' })).code).toBe('segmentation.rfm.thresholds');
    expect(thrown(() => apply({ orders: ['1'] })).code).toBe('segmentation.cuts.count');
    expect(thrown(() => apply({ orders: ['1', '2', '3', '2'] })).code).toBe('segmentation.cuts.notAscending');
    expect(applyRfm([], thresholds)).toEqual([]);
  });
});

test('one customer is on all cuts, which is the lowest score of orders and money and the best of days', () => {
  const { thresholds, assignments } = rfm([one]);
  expect(thresholds.monetary).toEqual(['100', '100', '100', '100']);
  expect(assignments[0]).toMatchObject({ rule: '511', segment: 'new' });
});

test('the lowest score is the best where the policy says so, and the segments are the same', () => {
  const summaries = [one, { ...one, customer: 'b', lastOrder: '2026-01-15', orders: 9, spend: '40' }];
  const [higher, lower] = (['higher', 'lower'] as const).map((direction) =>
    rfm(summaries, { ...presets.rfm, direction }),
  );
  expect(lower?.assignments.map(({ segment }) => segment)).toEqual(higher?.assignments.map(({ segment }) => segment));
  expect(higher?.assignments.map(({ rule }) => rule)).toEqual(['515', '151']);
  expect(lower?.assignments.map(({ rule }) => rule)).toEqual(['151', '515']);
});

describe('money that is not known', () => {
  const policy: RfmPolicy = {
    ...presets.rfm,
    monetary: 'profit',
    scores: 2,
    grid: {
      id: 'own',
      version: '1',
      axes: ['r', 'm'],
      scores: 2,
      cells: [
        { segment: 'away', r: [1, 1] },
        { segment: 'good', r: [2, 2], m: [2, 2] },
        { segment: 'fair', r: [2, 2], m: [1, 1] },
      ],
      order: ['good', 'fair', 'away'],
      policy: 'disjoint',
    },
  };
  const summaries: CustomerSummary[] = [
    { ...one, profit: '5' },
    { ...one, customer: 'b' },
    { ...one, customer: 'c', lastOrder: '2026-01-01' },
    { ...one, customer: 'd', firstOrder: null, lastOrder: null, previousOrder: null, orders: 0, purchaseDays: 0 },
  ];

  test('leaves the segment open only where it could change it', () => {
    const { assignments } = rfm(summaries, policy);
    expect(assignments.map(({ segment, rule, missing }) => [segment, rule, missing])).toEqual([
      ['fair', '211', []],
      [null, '21?', ['profit']],
      ['away', '11?', []],
      ['prospect', 'noOrders', []],
    ]);
    expect(assignments[1]).toMatchObject({ inputs: { monetary: null }, scores: { m: null }, distanceToNext: [] });
    expect(assignments[3]).toMatchObject({
      inputs: { recencyDays: null, orders: '0', monetary: null },
      thresholds: [],
    });
  });

  test('is no money of anyone, and then there is nothing to cut', () => {
    expect(thrown(() => rfm(summaries.slice(1), policy))).toMatchObject({
      code: 'segmentation.rfm.emptyBase',
      params: { input: 'monetary' },
    });
  });

  test('has no mean where no order counts', () => {
    const [found] = rfm(
      [
        { ...one, orders: 0 },
        { ...one, customer: 'b' },
      ],
      { ...policy, monetary: 'meanPerOrder' },
    ).assignments;
    expect(found?.missing).toEqual(['monetary']);
  });
});
