import { expectTypeOf, test } from 'vitest';
import {
  actualNeeded,
  compileScorecard,
  type Gate,
  type MissingPolicy,
  type Normaliser,
  presets,
  Scorecard,
  scoreNeeded,
  type ScoreResult,
  scoreScorecard,
} from '../../../src/mechanisms/scoring/index.js';

test('a normaliser takes the fields of its kind', () => {
  const kinds: Normaliser[] = [
    { kind: 'attainment', target: '5', direction: 'lower', lowerForm: 'mirror' },
    { kind: 'attainment', target: { metric: 'quota' } },
    // @ts-expect-error there is no such kind
    { kind: 'share', target: '5' },
    // @ts-expect-error a target is needed
    { kind: 'attainment' },
    // @ts-expect-error a target is a decimal string
    { kind: 'attainment', target: 5 },
    // @ts-expect-error equal scores are never told apart
    { kind: 'rank', method: 'ordinal' },
  ];
  expectTypeOf(kinds).toEqualTypeOf<Normaliser[]>();
});

test('policies and effects are named words', () => {
  expectTypeOf<MissingPolicy>().toEqualTypeOf<'reweight' | 'zero' | 'neutral' | 'carryForward' | 'void'>();
  const when = { field: 'x', op: 'isTrue' } as const;
  const gates: Gate[] = [
    { id: 'a', when, effect: { kind: 'cap', at: '60' }, onUnknown: 'apply' },
    // @ts-expect-error a condition is data
    { id: 'b', when: () => true, effect: { kind: 'zero' } },
    // @ts-expect-error a factor is what is multiplied by
    { id: 'c', when, effect: { kind: 'multiply', at: '60' } },
  ];
  // @ts-expect-error no such rule for weights
  scoreScorecard({ id: 'c', items: [], gates, weights: 'sumTo100' }, {});
});

test('a result has a total where it was scored, and a reason where not', () => {
  const result = scoreScorecard(presets.exam, { mark: 60 });
  expectTypeOf(result).toEqualTypeOf<ScoreResult>();
  // @ts-expect-error nobody knows yet
  void result.total;
  if (result.status === 'scored') expectTypeOf(result.total).toEqualTypeOf<string>();
  else expectTypeOf(result.reason).toEqualTypeOf<'missing' | 'coverage' | 'noWeight'>();
});

test('the schema gives the type, and columns are typed arrays', () => {
  expectTypeOf(Scorecard.parse({})).toEqualTypeOf<Scorecard>();
  const { columns } = compileScorecard(presets.exam);
  expectTypeOf(columns({ n: 0, metrics: {} }).total).toEqualTypeOf<Float64Array>();
  // @ts-expect-error a list of numbers has no scale and is no typed array
  columns({ n: 1, metrics: { mark: [60] } });
});

test('an inverse states its step', () => {
  // @ts-expect-error the increment has no default
  actualNeeded('60', { kind: 'direct' }, {});
  // @ts-expect-error the increment has no default
  scoreNeeded(presets.exam, {}, 'mark', 'pass', {});
});
