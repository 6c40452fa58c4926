import fc from 'fast-check';
import type { Rule } from '../../../src/mechanisms/rules/index.js';
import type { Gate, Normaliser, Scorecard, ScoreFacts, ScoreItem } from '../../../src/mechanisms/scoring/index.js';

const decimal = (min: number, max: number, decimals = 2): fc.Arbitrary<string> =>
  fc.integer({ min: min * 10 ** decimals, max: max * 10 ** decimals }).map((units) => String(units / 10 ** decimals));
const share = decimal(0, 2);
const positive = decimal(1, 500);
const points = decimal(0, 120);
const figure = fc.oneof(positive, fc.constant({ metric: 'target' }));
const optional = <T>(record: { [K in keyof T]: fc.Arbitrary<T[K]> }, required: (keyof T)[]): fc.Arbitrary<T> =>
  fc.record(record, { requiredKeys: required as never }) as unknown as fc.Arbitrary<T>;

const ascending = (count: number): fc.Arbitrary<string[]> =>
  fc
    .uniqueArray(fc.integer({ min: -100, max: 600 }), { minLength: count, maxLength: count })
    .map((values) => values.sort((a, b) => a - b).map(String));

/** Normalisers that look at one row only. */
export const ownNormaliser: fc.Arbitrary<Normaliser> = fc.oneof(
  optional<Normaliser & { kind: 'attainment' }>(
    {
      kind: fc.constant('attainment'),
      target: figure,
      floorAt: decimal(0, 1),
      capAt: decimal(1, 2),
      targetZero: fc.constantFrom('na', 'full'),
    } as never,
    ['kind', 'target'],
  ),
  optional<Normaliser & { kind: 'attainment' }>(
    {
      kind: fc.constant('attainment'),
      target: figure,
      direction: fc.constant('lower'),
      lowerForm: fc.constantFrom('inverse', 'mirror'),
      floorAt: decimal(0, 1),
      capAt: decimal(1, 2),
    } as never,
    ['kind', 'target', 'direction'],
  ),
  fc.record({
    kind: fc.constant('attainment' as const),
    target: decimal(-50, 50),
    direction: fc.constant('lower' as const),
    lowerForm: fc.constant('linear' as const),
    worst: decimal(51, 200),
  }),
  fc.record({ kind: fc.constant('progress' as const), start: decimal(-100, 100), target: figure }),
  fc.record({ kind: fc.constant('minMax' as const), min: decimal(-100, 300), max: decimal(301, 600) }),
  fc.record({ kind: fc.constant('minMax' as const), max: decimal(-100, 300), min: decimal(301, 600) }),
  fc.tuple(ascending(4), fc.array(points, { minLength: 4, maxLength: 4 })).map(([x, y]): Normaliser => ({
    kind: 'curve',
    curve: { points: [0, 1, 1, 2, 3].map((at, index) => ({ x: x[at]!, y: y[index % 4]! })) },
  })),
  fc.tuple(share, positive).map(([y, target]): Normaliser => ({
    kind: 'curve',
    of: 'attainment',
    target,
    curve: {
      points: [
        { x: '0.5', y: '0' },
        { x: '1', y: '100' },
        { x: '1.5', y: String(100 + Number(y)) },
      ],
      extrapolate: { above: 'linear' },
    },
  })),
  fc
    .tuple(
      ascending(2),
      fc.array(points, { minLength: 3, maxLength: 3 }),
      fc.constantFrom('lower' as const, 'upper' as const),
    )
    .map(([bounds, scores, boundary]): Normaliser => ({
      kind: 'step',
      boundary,
      bands: [...bounds, null].map((upTo, at) => ({ upTo, score: scores[at]! })),
    })),
  fc.record({ kind: fc.constant('deduct' as const), per: decimal(0, 9) }),
  fc.record({ kind: fc.constant('add' as const), base: decimal(0, 50), per: decimal(0, 9), cap: decimal(100, 120) }),
  fc.record({
    kind: fc.constant('binary' as const),
    op: fc.constantFrom('eq' as const, 'ne' as const, 'lt' as const, 'le' as const, 'gt' as const, 'ge' as const),
    value: decimal(0, 500, 0),
  }),
  fc.record({
    kind: fc.constant('range' as const),
    low: decimal(0, 99),
    high: decimal(100, 300),
    tolerance: decimal(0, 50),
  }),
  fc
    .tuple(ascending(1), ascending(1), fc.array(points, { minLength: 4, maxLength: 4 }))
    .map(([rows, columns, p]): Normaliser => ({
      kind: 'grid',
      rows: [...rows, null],
      columns: [...columns, null],
      columnMetric: 'other',
      rowBoundary: 'upper',
      cells: [
        [p[0]!, p[1]!],
        [p[2]!, p[3]!],
      ],
    })),
  fc.constant({ kind: 'direct' as const, max: '1000' }),
);

/** Normalisers that look at the group too. */
export const groupNormaliser: fc.Arbitrary<Normaliser> = fc.oneof(
  fc.record({ kind: fc.constant('minMax' as const), allEqual: points }),
  fc.record({
    kind: fc.constant('rank' as const),
    method: fc.constantFrom('max' as const, 'competition' as const, 'average' as const, 'dense' as const),
    direction: fc.constantFrom('higher' as const, 'lower' as const),
    alone: points,
  }),
);

const policy = fc.constantFrom('reweight' as const, 'zero' as const, 'neutral' as const, 'carryForward' as const);

export function itemsOf(normaliser: fc.Arbitrary<Normaliser>): fc.Arbitrary<ScoreItem[]> {
  return fc
    .array(
      fc.record(
        { normaliser, weight: decimal(0, 40, 1), missing: policy, floor: decimal(0, 20), cap: decimal(60, 130) },
        { requiredKeys: ['normaliser', 'weight'] },
      ),
      { minLength: 1, maxLength: 6 },
    )
    .map((items) => items.map((item, at) => ({ ...item, id: `i${at}`, metric: `m${at}` })));
}

const condition = (count: number): fc.Arbitrary<Rule> =>
  fc
    .record({
      field: fc.oneof(
        fc.nat({ max: count - 1 }).map((at) => `m${at}`),
        fc.nat({ max: count - 1 }).map((at) => `item.i${at}`),
      ),
      op: fc.constantFrom('lt' as const, 'ge' as const),
      value: decimal(0, 200, 0),
    })
    .map((leaf): Rule => leaf);

const gatesOf = (count: number): fc.Arbitrary<Gate[]> =>
  fc
    .array(
      fc.record({
        when: condition(count),
        onUnknown: fc.constantFrom('ignore' as const, 'apply' as const),
        effect: fc.oneof(
          fc.nat({ max: count - 1 }).map((at) => ({ kind: 'itemZero' as const, item: `i${at}` })),
          decimal(0, 2).map((factor) => ({ kind: 'multiply' as const, factor })),
          points.map((at) => ({ kind: 'cap' as const, at })),
          fc.constant({ kind: 'zero' as const }),
          fc.constantFrom('A', 'B', 'C').map((grade) => ({ kind: 'gradeCap' as const, grade })),
        ),
      }),
      { maxLength: 4 },
    )
    .map((gates) => gates.map((gate, at) => ({ ...gate, id: `g${at}` })));

/** Cards without a void policy, so that most facts are scored. */
export function scorecard(normaliser: fc.Arbitrary<Normaliser> = ownNormaliser): fc.Arbitrary<Scorecard> {
  return itemsOf(normaliser).chain((items) =>
    fc.record({
      id: fc.constant('card'),
      items: fc.constant(items),
      gates: gatesOf(items.length),
      bands: fc.constant({ bands: [{ id: 'A', min: '90' }, { id: 'B', min: '60' }, { id: 'C' }] }),
      missing: policy,
      scale: fc.constantFrom(0, 2, 4),
    }),
  );
}

const value = fc.oneof({ weight: 9, arbitrary: decimal(0, 500) }, { weight: 1, arbitrary: fc.constant(null) });

/** Values for every metric of a card, some missing. */
export const facts: fc.Arbitrary<ScoreFacts> = fc.record({
  m0: value,
  m1: value,
  m2: value,
  m3: value,
  m4: value,
  m5: value,
  other: value,
  target: fc.oneof({ weight: 9, arbitrary: positive }, { weight: 1, arbitrary: fc.constantFrom(null, '0') }),
});

export const lastScores = fc.record({ i0: value, i1: value, i2: value }, { requiredKeys: [] });
