import { expect, test } from 'vitest';
import { renderExplanation } from '../../../src/core/renderExplanation.js';
import { explainScore, lintScorecard, type Scorecard, type ScoreItem } from '../../../src/mechanisms/scoring/index.js';

const card: Scorecard = {
  id: 'sales',
  missing: 'zero',
  items: [
    {
      id: 'revenue',
      metric: 'revenue',
      weight: '50',
      normaliser: { kind: 'attainment', target: { metric: 'quota' } },
      cap: '110',
    },
    {
      id: 'collection',
      metric: 'collection',
      weight: '20',
      normaliser: {
        kind: 'curve',
        curve: {
          points: [
            { x: '0.6', y: '0' },
            { x: '1', y: '100' },
          ],
        },
      },
    },
    { id: 'attitude', metric: 'attitude', weight: '20', normaliser: { kind: 'direct' }, missing: 'reweight' },
    {
      id: 'visits',
      metric: 'visits',
      weight: '10',
      normaliser: {
        kind: 'step',
        bands: [
          { upTo: '9', score: '50' },
          { upTo: null, score: '100' },
        ],
      },
    },
  ],
  gates: [
    {
      id: 'cash',
      when: { field: 'item.collection', op: 'lt', value: '80' },
      effect: { kind: 'multiply', factor: '0.9' },
    },
    { id: 'fraud', when: { field: 'fraud', op: 'isTrue' }, effect: { kind: 'zero' } },
  ],
  bands: { bands: [{ id: 'A', min: '90' }, { id: 'B' }] },
};

test('an explanation names every figure, in both languages', () => {
  const explanation = explainScore(card, { revenue: '540', quota: '500', collection: '0.9' });
  expect(explanation.value).toBe('77.62');
  expect(renderExplanation(explanation, 'en').split('\n')).toEqual([
    'score on sales, grade B = 77.62',
    '  attitude: weight 20 does not count = 0',
    '    attitude is missing',
    '      what a missing value does = reweight',
    '  collection: 75 points at weight 20 of 80 = 18.75',
    '    points of collection on a curve = 75',
    '      on the line from (0.6, 0) to (1, 100), at x = 0.9 = 75',
    expect.any(String),
    expect.any(String),
    expect.any(String),
    '      facts.collection = 0.9',
    '    weight of collection = 20',
    '  revenue: 108 points at weight 50 of 80 = 67.50',
    '    attainment of the target by revenue = 108',
    '      facts.revenue = 540',
    '      facts.quota = 500',
    '      items[0].cap = 110',
    '    weight of revenue = 50',
    '  visits: 0 points at weight 10 of 80 = 0.00',
    '    visits is missing = 0',
    '      what a missing value does = zero',
    '    weight of visits = 10',
    '  gate cash: times 0.9 = -8.63',
    '    score of collection = 75',
    '    effect of cash',
    '  gate fraud: nobody can decide whether it holds, so it is ignored = 0',
    '    facts.fraud',
    '    effect of fraud',
  ]);
  expect(renderExplanation(explanation, 'zh-CN', { depth: 1 }).split('\n')).toEqual([
    'sales 得分，等级 B = 77.62',
    '  attitude：权重 20 不计入 = 0',
    '  collection：75 分，权重 20（合计 80） = 18.75',
    '  revenue：108 分，权重 50（合计 80） = 67.50',
    '  visits：0 分，权重 10（合计 80） = 0.00',
    '  门槛 cash：乘以 0.9 = -8.63',
    '  门槛 fraud：无法判断是否成立，因此忽略 = 0',
  ]);
});

test('no score is explained too', () => {
  const explanation = explainScore({ ...card, missing: 'void' }, {});
  expect(explanation).toMatchObject({ code: 'score.missing', value: null });
  expect(explainScore({ ...card, minCoverage: '1' }, { revenue: 1, quota: 1 }).code).toBe('score.coverage');
  expect(explainScore({ id: 'none', items: [] }, {}).code).toBe('score.noWeight');
});

const item = (id: string, normaliser: ScoreItem['normaliser'], more: Partial<ScoreItem> = {}): ScoreItem => ({
  id,
  metric: id,
  weight: '50',
  normaliser,
  ...more,
});
const codes = (card: Scorecard, data?: readonly object[]): string[] =>
  lintScorecard(card, data ? { data: data as never } : {}).map(({ code, path }) => `${code} ${path.join('.')}`);

test('a sound card has no findings', () => {
  expect(codes({ ...card, bands: { bands: [{ id: 'A', min: '90' }, { id: 'B' }] } })).toEqual([]);
});

test('items: weights, scores that never come, a metric twice, a curve that turns', () => {
  expect(
    codes({
      id: 'odd',
      items: [
        item('a', { kind: 'attainment', target: '0' }),
        item('b', { kind: 'direct' }, { weight: '0' }),
        item(
          'c',
          {
            kind: 'curve',
            curve: {
              points: [
                { x: '0', y: '0' },
                { x: '1', y: '90' },
                { x: '2', y: '80' },
                { x: '3', y: '100' },
              ],
            },
          },
          { metric: 'b' },
        ),
      ],
    }),
  ).toEqual([
    'neverScored items.0',
    'weightless items.1',
    'sharedMetric items.2',
    'curve.nonMonotone items.2.normaliser.curve.points.2',
  ]);
  expect(codes({ id: 'odd', items: [item('a', { kind: 'direct' })] })).toEqual(['weightsNot100 items']);
});

test('gates: conditions that nothing meets, effects that change nothing', () => {
  const leaf = (op: 'lt' | 'le' | 'gt' | 'ge' | 'eq', value: string, field = 'item.a') => ({ field, op, value });
  const gate = (id: string, when: object, effect: object = { kind: 'zero' }) => ({ id, when, effect }) as never;
  const items = [item('a', { kind: 'direct' }), item('b', { kind: 'deduct', per: '10' })];
  const gates = [
    gate('0', leaf('gt', '100')),
    gate('1', leaf('ge', '100')),
    gate('2', { all: [leaf('gt', '5', 'x'), leaf('lt', '5', 'x')] }),
    gate('3', { all: [leaf('ge', '5', 'x'), leaf('le', '5', 'x'), leaf('lt', '9', 'x'), leaf('gt', '1', 'x')] }),
    gate('4', { any: [leaf('gt', '100'), leaf('lt', '0', 'item.b')] }),
    gate('5', { any: [leaf('gt', '100'), leaf('lt', '5', 'item.b')] }),
    gate('6', { not: leaf('le', '100') }),
    gate('7', leaf('eq', 'EU', 'region'), { kind: 'cap', at: '100' }),
    gate('8', leaf('eq', 'EU', 'region'), { kind: 'cap', at: '99' }),
    gate('9', leaf('eq', 'EU', 'region'), { kind: 'multiply', factor: '1.0' }),
    gate('A', leaf('eq', 'EU', 'region'), { kind: 'gradeCap', grade: 'A' }),
    gate('B', { all: [{ field: 'x', op: 'between', value: ['1', '2'] }, { any: [leaf('gt', '100')] }] }),
  ];
  expect(codes({ id: 'odd', items, gates, bands: { bands: [{ id: 'A', min: '90' }, { id: 'B' }] } })).toEqual([
    'gateNeverFires gates.0',
    'gateNeverFires gates.2',
    'gateNeverFires gates.4',
    'gateNoEffect gates.7',
    'gateNoEffect gates.9',
    'gateNoEffect gates.10',
    'gateNeverFires gates.11',
  ]);
});

test('a missing item may count a score that its values never have', () => {
  const gates = [{ id: 'g', when: { field: 'item.a', op: 'lt', value: '10' }, effect: { kind: 'zero' } }] as const;
  const floored = (missing: 'zero' | 'neutral' | 'reweight' | 'carryForward'): Scorecard => ({
    id: 'm',
    items: [item('a', { kind: 'direct' }, { weight: '100', floor: '20', missing, neutralScore: '5' })],
    gates,
  });
  expect(codes(floored('reweight'))).toEqual(['gateNeverFires gates.0']);
  for (const missing of ['zero', 'neutral', 'carryForward'] as const) expect(codes(floored(missing))).toEqual([]);
});

test('a total that is rounded up to a grade reaches it', () => {
  const bands = { bands: [{ id: 'A', min: '90' }, { id: 'B' }] };
  const items = [item('a', { kind: 'direct' }, { weight: '100', cap: '89.6' })];
  expect(codes({ id: 'r', items, bands, scale: 0 })).toEqual([]);
  expect(codes({ id: 'r', items, bands })).toEqual(['bands.unreachableBand bands.bands.0']);
});

test('grades that the items never reach', () => {
  const bands = { bands: [{ id: 'A', min: '90' }, { id: 'B', min: '10' }, { id: 'C' }] };
  const items = [
    item('a', { kind: 'direct' }, { cap: '80' }),
    item('b', { kind: 'direct' }, { cap: '95', floor: '30' }),
  ];
  expect(codes({ id: 'odd', items, bands })).toEqual([
    'bands.unreachableBand bands.bands.0',
    'bands.unreachableBand bands.bands.2',
  ]);
  const gates = [{ id: 'g', when: { field: 'x', op: 'exists' }, effect: { kind: 'multiply', factor: '1.2' } }] as const;
  expect(codes({ id: 'odd', items, bands, gates })).toEqual([]);
});

test('an edge of a grid that the data meets', () => {
  const grid = {
    kind: 'grid',
    rows: ['0.5', null],
    columns: ['0.6', null],
    columnMetric: 'c',
    cells: [
      ['0', '1'],
      ['2', '3'],
    ],
  } as const;
  const odd = (more: object): Scorecard => ({ id: 'g', items: [item('a', { ...grid, ...more }, { weight: '100' })] });
  const data = [
    { a: '0.4', c: '0.7' },
    { a: '0.50', c: '0.7' },
  ];
  expect(codes(odd({}), data)).toEqual(['gridEdge items.0.normaliser.rowBoundary']);
  expect(codes(odd({ rowBoundary: 'lower' }), data)).toEqual([]);
  expect(codes(odd({}))).toEqual([]);
});
