import { describe, expect, test } from 'vitest';
import { scoreScorecard } from '../../src/mechanisms/scoring/index.js';
import {
  activityStages,
  classifyActivity,
  orderChain,
  orderChainHealth,
  orderTimeReport,
  partnerFitScorecard,
  potentialOrder,
  timeAllocationExample,
  TimeLog,
} from '../../src/orders/index.js';
import { ORDER_STAGES } from '../../src/orders/chain/orderChain.js';
import { checkExplanation } from '../core/checkExplanation.js';
import { thrown } from '../core/thrown.js';

test('orderChain has its stages in order, and the last one knows five ways to grow', () => {
  expect(orderChain.map(({ stage }) => stage)).toEqual([...ORDER_STAGES]);
  expect(orderChain.at(-1)?.activities).toEqual(['assortment', 'outlets', 'shareOfWallet', 'crossRegion', 'referral']);
});

describe('classifyActivity', () => {
  test('an order decides before the code of the activity, but only one that is known', () => {
    const stageOf = { 'SO-1': 'expand' } as const;
    expect(classifyActivity({ activity: 'display' }, { stageOf })).toEqual({ stage: 'track' });
    expect(classifyActivity({ activity: 'display', order: 'SO-1' }, { stageOf })).toEqual({ stage: 'expand' });
    expect(classifyActivity({ activity: 'display', order: 'SO-2' }, { stageOf })).toEqual({ stage: 'track' });
    expect(classifyActivity({ activity: 'travel', order: 'toString' }, { stageOf })).toEqual({
      stage: 'none',
      reason: 'supportsNoOrder',
    });
  });

  test('a table of one’s own may go by the purpose', () => {
    const table = {
      ...activityStages,
      rows: [{ when: { purpose: 'newOutlet' }, output: 'develop' as const }, ...activityStages.rows],
    };
    expect(classifyActivity({ activity: 'travel', purpose: 'newOutlet' }, { table })).toEqual({ stage: 'develop' });
  });

  test('a stage outside the chain is refused', () => {
    const stageOf = { 'SO-1': 'sell' as 'place' };
    expect(thrown(() => classifyActivity({ activity: 'x' }, { stageOf }))).toMatchObject({
      code: 'timeLog.stage',
      path: ['stageOf', 'SO-1'],
    });
  });
});

describe('orderTimeReport', () => {
  test('the example is eighteen activities in four columns', () => {
    expect(timeAllocationExample).toHaveLength(72);
    const columns = orderTimeReport(timeAllocationExample, { by: ['activity'] });
    expect(columns.map(({ shares }) => shares.length)).toEqual([18, 18, 18, 18]);
    for (const log of timeAllocationExample) expect(TimeLog.parse(log)).toEqual(log);
  });

  test('minutes need not add up to anything, and keys may be missing', () => {
    const [manager, nobody] = orderTimeReport(
      [
        { activity: 'travel', minutes: '30' },
        { person: 'Bo', activity: 'deliver', minutes: '90' },
        { person: 'Bo', activity: 'travel', minutes: '30' },
      ],
      { columns: ['person'], by: ['stage', 'activity'] },
    );
    expect(manager).toMatchObject({ keys: { person: 'Bo' }, valueAddingShare: { value: '0.75' } });
    expect(manager?.shares.map(({ keys }) => keys)).toEqual([
      { stage: 'fulfil', activity: 'deliver' },
      { stage: 'none', activity: 'travel' },
    ]);
    expect(nobody).toMatchObject({ keys: { person: null }, valueAddingShare: { value: '0' } });
    expect(orderTimeReport([{ activity: 'travel', minutes: '0' }])[0]?.valueAddingShare).toMatchObject({
      value: null,
      reason: 'noTime',
    });
    expect(orderTimeReport([])).toEqual([]);
  });

  test.each([
    [
      [
        { activity: 'a', share: '0.5' },
        { activity: 'b', minutes: '5' },
      ],
      'timeLog.unit',
    ],
    [[{ activity: 'a' }], 'timeLog.unit'],
    [[{ activity: 'a', share: '1', minutes: '5' }], 'timeLog.unit'],
    [[{ activity: 'a', share: '-1' }], 'quantity.negative'],
    [[{ activity: 'a', share: '1.0000000000000000001' }], 'timeLog.sum'],
  ] as [TimeLog[], string][])('refuses %o', (logs, code) => {
    expect(thrown(() => orderTimeReport(logs)).code).toBe(code);
  });

  test('a line or a column by something else is refused', () => {
    expect(thrown(() => orderTimeReport([], { by: ['place' as 'stage'] })).code).toBe('option.unknown');
    expect(thrown(() => orderTimeReport([], { columns: ['stage' as 'role'] })).code).toBe('option.unknown');
  });
});

describe('orderChainHealth', () => {
  const orders = [
    { id: 'A', entered: { develop: '2026-01-01', place: '2026-01-11', fulfil: '2026-02-01' } },
    { id: 'B', entered: { develop: '2026-01-05', fulfil: '2026-02-05' } },
    { id: 'C', entered: { develop: '2026-01-21' } },
    { id: 'D', entered: { place: '2026-03-01' } },
  ];

  test('the farthest stage counts, and what comes later is not known', () => {
    const { stages, weakest } = orderChainHealth(orders, '2026-02-11');
    expect(stages.map(({ orders }) => orders)).toEqual([1, 0, 2, 0, 0]);
    expect(stages[2]?.meanAge.value).toBe('8');
    expect(stages.map(({ conversion }) => conversion && conversion.value)).toEqual([
      '0.666666666667',
      '1',
      '0',
      null,
      null,
    ]);
    expect(stages[4]?.conversion).toBeNull();
    expect(weakest?.stage).toBe('fulfil');
  });

  test('nothing entered, nothing judged; of equals the earlier stage is the weakest', () => {
    expect(orderChainHealth(orders, '2025-12-31').weakest).toBeNull();
    const even = [
      { id: 'A', entered: { develop: '2026-01-01', place: '2026-01-02' } },
      { id: 'B', entered: { develop: '2026-01-01' } },
      {
        id: 'C',
        entered: {
          develop: '2026-01-01',
          place: '2026-01-02',
          fulfil: '2026-01-03',
          track: '2026-01-04',
          expand: '2026-01-05',
        },
      },
      { id: 'D', entered: { develop: '2026-01-01' } },
    ];
    expect(orderChainHealth(even, '2026-02-01').weakest?.stage).toBe('develop');
  });

  test('an order twice is refused', () => {
    expect(thrown(() => orderChainHealth([orders[0]!, orders[0]!], '2026-02-01')).code).toBe('ids.duplicate');
  });
});

test('a potential order shows each factor', () => {
  const factors = { outlets: 400, distribution: '0.35', rate: '12', price: '8.5' };
  const { value, explanation } = potentialOrder(factors);
  expect(value).toBe('14280');
  expect(explanation.value).toBe(value);
  expect(checkExplanation(explanation)).toEqual([]);
  expect(thrown(() => potentialOrder({ ...factors, rate: -1 })).code).toBe('quantity.negative');
});

test('the scorecard of a dealer weighs five items alike', () => {
  const result = scoreScorecard(partnerFitScorecard, {
    operation: 100,
    categoryFit: 0,
    cash: 50,
    logistics: 50,
    territory: 50,
  });
  expect(result).toMatchObject({ status: 'scored', total: '50.00' });
});
