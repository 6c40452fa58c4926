import { describe, expect, test } from 'vitest';
import { localize } from '../../../src/core/localize.js';
import {
  compileScorecard,
  GradeBands,
  gradeOf,
  lintBands,
  Normaliser,
  presets,
  Scorecard,
  type ScoreItem,
  scoreScorecard,
} from '../../../src/mechanisms/scoring/index.js';
import { thrown } from '../../core/thrown.js';

const item = (normaliser: Normaliser, more: Partial<ScoreItem> = {}): ScoreItem => ({
  id: 'x',
  metric: 'x',
  weight: '1',
  normaliser,
  ...more,
});
const card = (normaliser: Normaliser, more: Partial<Scorecard> = {}): Scorecard => ({
  id: 'card',
  items: [item(normaliser)],
  ...more,
});
const direct = { kind: 'direct' } as const;

test('bad rows of a batch are rejected with every fault, and the others are scored', () => {
  const two: Scorecard = { id: 'two', items: [item(direct), item(direct, { id: 'y', metric: 'y' })] };
  const { scores, rejected } = compileScorecard(two).objects([
    { id: 'c', facts: { x: '101', y: 'many' } },
    { id: 'b', facts: { x: 50, y: null } },
    { id: 'a', facts: { x: -1, y: '7' } },
  ]);
  expect(scores.map(({ id, status }) => [id, status])).toEqual([['b', 'scored']]);
  expect(rejected).toEqual([
    { index: 2, id: 'a', code: 'scorecard.directRange', path: ['facts', 'x'], params: { item: 'x', value: '-1' } },
    { index: 0, id: 'c', code: 'decimal.invalid', path: ['facts', 'y'], params: { value: 'many' } },
    { index: 0, id: 'c', code: 'scorecard.directRange', path: ['facts', 'x'], params: { item: 'x', value: '101' } },
  ]);
  expect(localize(rejected[2]!, 'zh-CN')).toContain('101');
});

test('columns give scaled integers by row, and a result of any row', () => {
  const scored = compileScorecard({
    ...presets.exam,
    gates: [{ id: 'late', when: { field: 'late', op: 'isTrue' }, effect: { kind: 'multiply', factor: '0.5' } }],
  }).columns({
    n: 4,
    ids: ['a', 'b', 'c', 'd'],
    metrics: { mark: { values: Float64Array.of(800, NaN, 2000, 595), scale: 1 } },
    facts: { late: [true, false, false, null] },
  });
  expect([...scored.status]).toEqual([0, 1, 4, 0]);
  expect([...scored.total]).toEqual([4000, 0, 0, 5950]);
  expect([...scored.grade].map((at) => scored.grades[at])).toEqual(['fail', undefined, undefined, 'fail']);
  expect([...scored.gates[0]!.delta]).toEqual([-4000, 0, 0, 0]);
  expect([...scored.gates[0]!.state]).toEqual([1, 0, 0, 2]);
  expect(scored.items.map(({ id, score, contribution }) => [id, score[0], contribution[0]])).toEqual([
    ['mark', 80e6, 8000],
  ]);
  expect(scored.rejected).toMatchObject([{ index: 2, id: 'c', code: 'scorecard.directRange' }]);
  expect(scored.result(2)).toBeNull();
  expect(scored.result(0)).toMatchObject({ total: '40.00', beforeGates: '80.00', grade: 'fail' });
  expect(scored.result(1)).toMatchObject({ status: 'notScored', reason: 'missing' });
});

test('64-bit columns and carried scores are read as they are', () => {
  const { total } = compileScorecard(
    card({ kind: 'attainment', target: '90000000000000000' }, { missing: 'carryForward' }),
  ).columns({ n: 1, metrics: { x: { values: BigInt64Array.of(45000000000000000n), scale: 0 } } });
  expect([...total]).toEqual([5000]);
  const carried = compileScorecard(card(direct, { missing: 'carryForward' })).columns({
    n: 2,
    metrics: { x: { values: Float64Array.of(NaN, NaN), scale: 0 } },
    lastScores: { x: { values: Float64Array.of(705, NaN), scale: 1 } },
  });
  expect(carried.result(0)).toMatchObject({ total: '70.50', items: [{ status: 'missing', score: '70.5' }] });
  expect(carried.result(1)).toMatchObject({ reason: 'missing' });
});

test('a score with too many digits is a fault, never a wrong figure', () => {
  const huge = card({ kind: 'add', per: '10000000000' });
  expect(thrown(() => scoreScorecard(huge, { x: '1' }))).toMatchObject({ code: 'scorecard.tooLarge' });
  expect(
    scoreScorecard({ ...huge, items: [item({ kind: 'add', per: '10000000000' }, { cap: '120' })] }, { x: '1' }),
  ).toMatchObject({
    total: '120.00',
  });
  const gated = card(
    { kind: 'add', per: '1000000000' },
    {
      gates: [
        { id: 'more', when: { field: 'x', op: 'ge', value: '1' }, effect: { kind: 'multiply', factor: '1000000' } },
      ],
    },
  );
  expect(compileScorecard(gated).objects([{ id: 'a', facts: { x: '5' } }])).toMatchObject({
    scores: [],
    rejected: [{ code: 'scorecard.tooLarge', path: [] }],
  });
  const { covered, weight, rejected } = compileScorecard(gated).columns({
    n: 2,
    metrics: { x: { values: Float64Array.of(5, 0), scale: 0 } },
  });
  expect([[...covered], weight, rejected.map(({ index, code }) => [index, code])]).toEqual([
    [0, 1],
    1,
    [[0, 'scorecard.tooLarge']],
  ]);
});

test('nested facts are read by dotted names, by items as by gates', () => {
  const nested = card(
    { kind: 'attainment', target: { metric: 'plan.sales' } },
    {
      items: [item({ kind: 'attainment', target: { metric: 'plan.sales' } }, { metric: 'done.sales' })],
      gates: [{ id: 'g', when: { field: 'done.region', op: 'eq', value: 'EU' }, effect: { kind: 'cap', at: '70' } }],
    },
  );
  const facts = { done: { sales: 80, region: 'EU' }, plan: { sales: '100' } };
  expect(scoreScorecard(nested, facts)).toMatchObject({ total: '70.00', beforeGates: '80.00' });
});

test('the last of a card is its cap: a cap with more decimals than totals is cut, so that no total exceeds it', () => {
  const gates = [
    { id: 'g', when: { field: 'x', op: 'ge', value: '0' }, effect: { kind: 'cap', at: '59.999' } },
  ] as const;
  expect(
    scoreScorecard(card(direct, { gates, bands: { bands: [{ id: 'P', min: '60' }, { id: 'F' }] } }), { x: 80 }),
  ).toMatchObject({
    total: '59.99',
    grade: 'F',
  });
});

describe('a card that says nothing sensible is refused', () => {
  const at = (more: object): Normaliser => ({ kind: 'attainment', target: '10', ...more });
  const gate = (more: object): Partial<Scorecard> => ({
    gates: [{ id: 'g', when: { field: 'x', op: 'ge', value: '1' }, effect: { kind: 'zero' }, ...more }] as never,
  });
  test.each([
    [card(direct, { items: [item(direct), item(direct)] }), 'scorecard.duplicateItem', ['items', 1, 'id']],
    [card(direct, { items: [item(direct, { weight: '-1' })] }), 'scorecard.negativeWeight', ['items', 0, 'weight']],
    [
      card(direct, {
        items: [item(direct, { weight: '12345678901234567' }), item(direct, { id: 'y', weight: '0.1' })],
      }),
      'scorecard.weightDigits',
      ['items'],
    ],
    [card(direct, { weights: 'mustSumTo100' }), 'scorecard.weights', ['items']],
    [card(direct, { weights: 'any' as never }), 'option.unknown', ['weights']],
    [card(direct, { missing: 'skip' as never }), 'option.unknown', ['missing']],
    [card(direct, { itemScale: 13 }), 'scorecard.scale', ['itemScale']],
    [card(direct, { scale: 7 }), 'scorecard.scale', ['scale']],
    [card(direct, { minCoverage: '1.1' }), 'scorecard.minCoverage', ['minCoverage']],
    [card(direct, { neutralScore: '99999999999' }), 'scorecard.tooLarge', ['items', 0, 'neutralScore']],
    [card(direct, { items: [item(direct, { floor: '5', cap: '4' })] }), 'scorecard.bound', ['items', 0, 'cap']],
    [card(direct, { items: [item(direct, { metric: 'a.__proto__' })] }), 'key.forbidden', ['items', 0, 'metric']],
    [card(at({ target: { metric: 'constructor' } })), 'key.forbidden', ['items', 0, 'normaliser', 'target']],
    [card(at({ target: '-1' })), 'scorecard.target', ['items', 0, 'normaliser', 'target']],
    [card(at({ target: 'ten' })), 'decimal.invalid', ['items', 0, 'normaliser', 'target']],
    [card(at({ lowerForm: 'mirror' })), 'scorecard.notInForm', ['items', 0, 'normaliser', 'lowerForm']],
    [card(at({ worst: '5' })), 'scorecard.notInForm', ['items', 0, 'normaliser', 'worst']],
    [card(at({ direction: 'lower', lowerForm: 'linear' })), 'scorecard.notInForm', ['items', 0, 'normaliser', 'worst']],
    [
      card(at({ direction: 'lower', lowerForm: 'linear', worst: '10' })),
      'scorecard.worst',
      ['items', 0, 'normaliser', 'worst'],
    ],
    [card(at({ capAt: '-1' })), 'scorecard.bound', ['items', 0, 'normaliser', 'capAt']],
    [card({ kind: 'minMax', min: '5', max: '5' }), 'scorecard.minMaxEqual', ['items', 0, 'normaliser']],
    [card({ kind: 'step', bands: [] }), 'scorecard.step', ['items', 0, 'normaliser', 'bands']],
    [
      card({ kind: 'step', bands: [{ upTo: '5', score: '1' }] }),
      'scorecard.step',
      ['items', 0, 'normaliser', 'bands', 0, 'upTo'],
    ],
    [
      card({
        kind: 'step',
        bands: [
          { upTo: '5', score: '1' },
          { upTo: '5', score: '1' },
          { upTo: null, score: '1' },
        ],
      }),
      'scorecard.step',
      ['items', 0, 'normaliser', 'bands', 1, 'upTo'],
    ],
    [
      card({ kind: 'range', low: '5', high: '4', tolerance: '0' }),
      'scorecard.bound',
      ['items', 0, 'normaliser', 'high'],
    ],
    [
      card({ kind: 'curve', curve: { points: [] } }),
      'curve.tooFewPoints',
      ['items', 0, 'normaliser', 'curve', 'points'],
    ],
    [
      card({ kind: 'curve', curve: { points: [{ x: '0', y: '0' }] }, target: '5' }),
      'scorecard.notInForm',
      ['items', 0, 'normaliser', 'target'],
    ],
    [
      card(direct, gate({ effect: { kind: 'itemZero', item: 'y' } })),
      'scorecard.unknownItem',
      ['gates', 0, 'effect', 'item'],
    ],
    [card(direct, gate({ when: { field: 'item.y', op: 'exists' } })), 'scorecard.unknownItem', ['gates', 0, 'when']],
    [card(direct, gate({ when: { field: 'x', op: 'above' } })), 'rule.unknownOperator', ['gates', 0, 'when', 'op']],
    [
      card(direct, gate({ effect: { kind: 'multiply', factor: '-1' } })),
      'scorecard.factor',
      ['gates', 0, 'effect', 'factor'],
    ],
    [
      card(direct, gate({ effect: { kind: 'gradeCap', grade: 'A' } })),
      'scorecard.unknownGrade',
      ['gates', 0, 'effect', 'grade'],
    ],
    [card(direct, gate({ effect: { kind: 'halve' } })), 'option.unknown', ['gates', 0, 'effect', 'kind']],
    [card(direct, gate({ onUnknown: 'throw' })), 'option.unknown', ['gates', 0, 'onUnknown']],
    [card(direct, { gates: [0, 1].flatMap(() => gate({}).gates!) }), 'ids.duplicate', ['gates', 1, 'id']],
    [
      card(direct, {
        bands: {
          bands: [
            { id: 'A', min: '60' },
            { id: 'B', min: '70' },
          ],
        },
      }),
      'bands.order',
      ['bands', 'bands', 1, 'min'],
    ],
    [card(direct, { bands: { bands: [{ id: 'A' }, { id: 'B' }] } }), 'bands.minMissing', ['bands', 'bands', 0, 'min']],
    [
      card(direct, { bands: { bands: [{ id: 'A', min: '9' }, { id: 'A' }] } }),
      'ids.duplicate',
      ['bands', 'bands', 1, 'id'],
    ],
  ])('%#: %j', (wrong, code, path) => {
    const error = thrown(() => compileScorecard(wrong as Scorecard));
    expect(error).toMatchObject({ code, path });
    expect(localize(error, 'zh-CN')).not.toBe(error.message);
  });
});

describe('wrong rows and columns are named', () => {
  const own = card({ kind: 'attainment', target: { metric: 't' }, targetZero: 'error' });
  const linear = card({
    kind: 'attainment',
    target: { metric: 't' },
    direction: 'lower',
    lowerForm: 'linear',
    worst: '9',
  });
  test.each([
    [own, { x: 1, t: '0' }, 'scorecard.targetZero'],
    [own, { x: 1, t: '-5' }, 'scorecard.target'],
    [linear, { x: 1, t: '9' }, 'scorecard.worst'],
    [own, { x: 'one', t: 2 }, 'decimal.invalid'],
    [own, { x: 1, t: 'two' }, 'decimal.invalid'],
    [card({ kind: 'minMax' }), { x: 1 }, 'scorecard.minMaxEqual'],
  ])('%#: %j', (wrong, facts, code) => {
    expect(thrown(() => scoreScorecard(wrong as Scorecard, facts))).toMatchObject({ code });
  });
  test.each([
    [{ n: 2, metrics: { x: { values: Float64Array.of(1), scale: 0 } } }, ['columns', 'metrics', 'x']],
    [{ n: 1, metrics: { x: { values: [1], scale: 0 } } }, ['columns', 'metrics', 'x']],
    [{ n: 1, metrics: { x: { values: Float64Array.of(1), scale: -1 } } }, ['columns', 'metrics', 'x', 'scale']],
    [{ n: 1, metrics: { x: { values: Float64Array.of(0.5), scale: 0 } } }, ['columns', 'metrics', 'x', 'values']],
    [{ n: 1, ids: [], metrics: {} }, ['columns', 'ids']],
    [{ n: 1, facts: { a: [1, 2] }, metrics: {} }, ['columns', 'facts', 'a']],
  ])('%#', (wrong, path) => {
    expect(thrown(() => compileScorecard(card(direct)).columns(wrong as never))).toMatchObject({
      code: 'scorecard.column',
      path,
    });
  });
  test('entries have ids of their own', () => {
    const { objects } = compileScorecard(card(direct));
    const twice = [
      { id: 'a', facts: {} },
      { id: 'a', facts: {} },
    ];
    expect(thrown(() => objects(twice))).toMatchObject({ code: 'ids.duplicate', path: ['entries', 1, 'id'] });
    expect(thrown(() => objects([{ facts: {} } as never]))).toMatchObject({ code: 'key.invalid' });
    expect(objects([])).toEqual({ scores: [], rejected: [] });
  });
});

test('a card without items has nothing that weighs', () => {
  expect(scoreScorecard({ id: 'none', items: [] }, {})).toMatchObject({ status: 'notScored', reason: 'noWeight' });
});

test('grades and what is odd about their bands', () => {
  const bands = {
    bands: [
      { id: 'A', min: '90' },
      { id: 'B', min: '60' },
    ],
  };
  expect([gradeOf(bands, 90), gradeOf(bands, '89.999'), gradeOf(bands, '59.9')]).toEqual(['A', 'B', null]);
  expect(lintBands(bands)).toEqual([
    { code: 'bandGap', severity: 'warning', path: ['bands', 1], params: { grade: 'B', min: '60' } },
  ]);
  expect(lintBands(bands, { least: '60', most: '80' })).toMatchObject([
    { code: 'unreachableBand', path: ['bands', 0] },
  ]);
  const low = { bands: [{ id: 'A', min: '0' }, { id: 'B' }] };
  expect(lintBands(low)).toMatchObject([{ code: 'unreachableBand', path: ['bands', 1] }]);
  expect(lintBands({ bands: [{ id: 'A', min: '60' }, { id: 'B', min: '60.0' }, { id: 'C' }] })).toMatchObject([
    { code: 'duplicateBand', params: { grade: 'B', other: 'A' } },
  ]);
});

test('the presets are cards and a rubric that weigh 100 and can be scored', () => {
  const { attitude, ...cards } = presets;
  expect(attitude.dimensions).toHaveLength(3);
  for (const each of Object.values(cards)) expect(Scorecard.parse(JSON.parse(JSON.stringify(each)))).toEqual(each);
  const appraisal = {
    revenue: '460000',
    revenueTarget: '500000',
    newCustomers: 27,
    newCustomersTarget: 20,
    collectionRate: '0.9',
    satisfaction: 70,
    attitude: 85,
  };
  expect(scoreScorecard(presets['sales-appraisal'], appraisal)).toMatchObject({ total: '92.30' });
  const service = { attitude: 90, skill: 80, communication: 70, speed: 61 };
  expect(scoreScorecard(presets['service-quality'], service)).toMatchObject({ total: '75.25' });
  // 80 × 0.25 + 90 × 0.25 + 60 × 0.2 + 85 × 0.2 + 70 × 0.1
  const applicant = { experience: 80, communication: 90, industryKnowledge: 60, drive: 85, stability: 70 };
  expect(scoreScorecard(presets.candidate, applicant)).toMatchObject({ total: '78.50', coverage: { value: '1' } });
  expect(scoreScorecard(presets.candidate, { ...applicant, drive: null })).toMatchObject({
    coverage: { value: '0.8' },
  });
  expect(scoreScorecard(presets.exam, { mark: 60 })).toMatchObject({ grade: 'pass' });
  expect(scoreScorecard(presets.exam, { mark: '59.99' })).toMatchObject({ grade: 'fail' });
});

test('the schemas take every field and no other', () => {
  const full: Scorecard = {
    id: 'full',
    version: '2',
    items: [
      item(
        {
          kind: 'attainment',
          target: { metric: 't' },
          direction: 'lower',
          lowerForm: 'linear',
          worst: '5',
          floorAt: '0.5',
          capAt: '1.5',
          targetZero: 'full',
        },
        { floor: '1', cap: '2', missing: 'zero', neutralScore: '40', group: 'sales' },
      ),
    ],
    gates: [
      { id: 'g', when: { field: 'x', op: 'exists' }, effect: { kind: 'itemZero', item: 'x' }, onUnknown: 'apply' },
    ],
    bands: { bands: [{ id: 'A', min: '5' }, { id: 'B' }] },
    missing: 'void',
    neutralScore: '50',
    weights: 'normalise',
    itemScale: 4,
    scale: 1,
    minCoverage: '0.5',
  };
  expect(Scorecard.parse(JSON.parse(JSON.stringify(full)))).toEqual(full);
  expect(Scorecard.safeParse({ ...full, owner: 'x' }).success).toBe(false);
  const normalisers: Normaliser[] = [
    { kind: 'progress', start: '1', target: { metric: 't' }, capAt: '1' },
    { kind: 'minMax', min: '0', max: '1', allEqual: 'error' },
    { kind: 'curve', curve: { points: [{ x: '0', y: '0' }] }, of: 'attainment', target: '5' },
    { kind: 'step', bands: [{ upTo: null, score: '5' }], boundary: 'upper' },
    { kind: 'deduct', base: '100', per: '1' },
    { kind: 'add', base: '0', per: '1', cap: '9' },
    { kind: 'binary', op: 'ge', value: '1' },
    { kind: 'range', low: '0', high: '1', tolerance: '1' },
    {
      kind: 'grid',
      rows: [null],
      columns: [null],
      columnMetric: 'y',
      rowBoundary: 'lower',
      columnBoundary: 'upper',
      cells: [['1']],
    },
    { kind: 'rank', method: 'dense', direction: 'lower', alone: '5' },
    { kind: 'direct', max: '5' },
  ];
  for (const each of normalisers) expect(Normaliser.parse(each)).toEqual(each);
  expect(Normaliser.safeParse({ kind: 'direct', min: '0' }).success).toBe(false);
  expect(GradeBands.safeParse({ bands: [{ id: '' }] }).success).toBe(false);
});
