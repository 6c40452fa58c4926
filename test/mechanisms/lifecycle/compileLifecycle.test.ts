import { describe, expect, test } from 'vitest';
import {
  compileLifecycle,
  EscalationCase,
  EscalationPolicy,
  extendLifecycle,
  LifecycleDefinition,
  LifecycleEvent,
  SlaClock,
} from '../../../src/mechanisms/lifecycle/index.js';
import { thrown } from '../../core/thrown.js';
import { claim, deal } from './lifecycles.js';

const plain: LifecycleDefinition = {
  id: 'x',
  version: 1,
  initial: ['a'],
  states: [
    { id: 'a', kind: 'open', order: 1 },
    { id: 'b', kind: 'success' },
  ],
};
const named = (id: string) => ({ id, rule: { field: 'f', op: 'exists' as const } });

describe('a definition is refused', () => {
  test.each<[code: string, path: (string | number)[], changes: object]>([
    ['lifecycle.badVersion', ['version'], { version: 1.5 }],
    ['lifecycle.badVersion', ['version'], { version: 0 }],
    ['lifecycle.noInitial', ['initial'], { initial: [] }],
    ['lifecycle.unknownState', ['initial', 1], { initial: ['a', 'z'] }],
    ['lifecycle.stateId', ['states', 0, 'id'], { states: [{ id: '*', kind: 'open' }] }],
    ['lifecycle.stateId', ['states', 0, 'id'], { states: [{ id: '', kind: 'open' }] }],
    ['lifecycle.duplicateState', ['states', 2, 'id'], { states: [...plain.states, { id: 'a', kind: 'open' }] }],
    [
      'lifecycle.duplicateOrder',
      ['states', 2, 'order'],
      { states: [...plain.states, { id: 'c', kind: 'open', order: 1 }] },
    ],
    ['lifecycle.order', ['states', 0, 'order'], { states: [{ id: 'a', kind: 'open', order: NaN }] }],
    ['lifecycle.days', ['states', 0, 'maxDays'], { states: [{ id: 'a', kind: 'open', maxDays: -1 }] }],
    ['lifecycle.days', ['states', 0, 'rotDays'], { states: [{ id: 'a', kind: 'open', rotDays: 0.5 }] }],
    ['option.unknown', ['states', 0, 'kind'], { states: [{ id: 'a', kind: 'closed' }] }],
    [
      'ids.duplicate',
      ['states', 0, 'exitCriteria', 1, 'id'],
      { states: [{ id: 'a', kind: 'open', exitCriteria: [named('c'), named('c')] }] },
    ],
    ['lifecycle.unknownState', ['transitions', 0, 'from'], { transitions: [{ id: 't', from: 'z', to: 'b' }] }],
    [
      'lifecycle.unknownState',
      ['transitions', 0, 'from', 1],
      { transitions: [{ id: 't', from: ['a', 'z'], to: 'b' }] },
    ],
    ['lifecycle.unknownState', ['transitions', 0, 'to'], { transitions: [{ id: 't', from: '*', to: 'z' }] }],
    [
      'lifecycle.duplicateTransition',
      ['transitions', 1, 'id'],
      {
        transitions: [
          { id: 't', from: 'a', to: 'b' },
          { id: 't', from: 'b', to: 'a' },
        ],
      },
    ],
    [
      'ids.duplicate',
      ['transitions', 0, 'guard', 1, 'id'],
      { transitions: [{ id: 't', from: 'a', to: 'b', guard: [named('g'), named('g')] }] },
    ],
    [
      'option.unknown',
      ['transitions', 0, 'reason'],
      { transitions: [{ id: 't', from: 'a', to: 'b', reason: 'maybe' }] },
    ],
    [
      'rule.unknownOperator',
      ['transitions', 0, 'guard', 0, 'rule', 'op'],
      { transitions: [{ id: 't', from: 'a', to: 'b', guard: [{ id: 'g', rule: { field: 'f', op: 'like' } }] }] },
    ],
    ['lifecycle.unknownState', ['reasons', 0, 'for', 0], { reasons: [{ id: 'r', for: ['z'] }] }],
    [
      'ids.duplicate',
      ['reasons', 2, 'id'],
      {
        reasons: [
          { id: 'r', for: ['b'] },
          { id: 'q', for: ['b'] },
          { id: 'r', for: ['a', 'b'] },
        ],
      },
    ],
    ['option.unknown', ['moves', 'reopen'], { moves: { reopen: 'all' } }],
    ['option.unknown', ['skippedCriteria'], { skippedCriteria: 'maybe' }],
  ])('with %s at %j', (code, path, changes) => {
    expect(thrown(() => compileLifecycle({ ...plain, ...changes } as LifecycleDefinition))).toMatchObject({
      code,
      path,
    });
  });

  test('when a condition names a field that the catalogue lacks', () => {
    const error = thrown(() => compileLifecycle(claim, { fields: { value: 'decimal' } }));
    expect(error).toMatchObject({ code: 'rule.unknownField', path: ['transitions', 1, 'guard', 0, 'rule', 'field'] });
    expect(() => compileLifecycle(claim, { fields: { amount: 'decimal' } })).not.toThrow();
  });
});

test('one reason may stand for several states that ask for different fields', () => {
  const reasons = [
    { id: 'r', for: ['b'] },
    { id: 'r', for: ['a'], requiredFields: ['f'] },
  ];
  expect(() => compileLifecycle({ ...plain, reasons })).not.toThrow();
});

test('an unknown mode, offset or time of a fold is an error', () => {
  const { fold, stateAsOf } = compileLifecycle(plain);
  expect(thrown(() => fold([], { enforce: 'lax' as never }))).toMatchObject({ code: 'option.unknown' });
  expect(thrown(() => stateAsOf([], '2026-01-01', { offset: '8' }))).toMatchObject({ code: 'lifecycle.offset' });
  expect(thrown(() => stateAsOf([], 'today'))).toMatchObject({ code: 'lifecycle.time', path: ['asOf'] });
  const event = { entityId: 'X', at: '2026-01-01', seq: 1, type: 'create' } as const;
  expect(thrown(() => stateAsOf([event], '2026-01-01T00:00Z'))).toMatchObject({ code: 'lifecycle.mixedTime' });
  const start = fold([event]).states;
  expect(thrown(() => fold([], { start: [...start, ...start] }))).toMatchObject({ code: 'ids.duplicate' });
});

test('a fold of nothing is nothing, and of states without events the states', () => {
  const { fold } = compileLifecycle<string, string>(plain);
  expect(fold([])).toEqual({ states: [], rejected: [], duplicates: 0, violations: [] });
  const start = fold([{ entityId: 'X', at: '2026-01-01', seq: 1, type: 'create' }]).states;
  expect(fold([], { start })).toEqual({ states: start, rejected: [], duplicates: 0, violations: [] });
});

test('in record mode a guarded event goes where its first candidate leads', () => {
  const { fold } = compileLifecycle<string, string>(claim);
  const base = { entityId: 'X', at: '2026-01-01' } as const;
  const { states, violations } = fold(
    [
      { ...base, seq: 1, type: 'create', state: 'review', set: { amount: 9999 } },
      { ...base, seq: 2, type: 'transition', on: 'decide' },
      { ...base, seq: 3, type: 'reopen' },
    ],
    { enforce: 'record' },
  );
  expect(states[0]).toMatchObject({ state: 'review', reopenCount: 1, outcomes: [{ state: 'accepted' }] });
  expect(violations.map(({ seq, reasons }) => [seq, reasons.map(({ code }) => code)])).toEqual([
    [1, ['badInitialState']],
    [2, ['guardFailed', 'guardFailed', 'roleNotAllowed']],
    [3, ['closed']],
  ]);
});

test('overrides change states by their id and replace lists', () => {
  const changed = extendLifecycle(deal, { id: 'short', states: { offer: { maxDays: 7 } }, moves: { forward: 'next' } });
  expect(changed).toMatchObject({ id: 'short', version: 2, moves: { forward: 'next' } });
  expect(changed.states[1]).toMatchObject({ id: 'offer', order: 2, maxDays: 7, requiredFields: ['customer'] });
  expect(changed.states[0]).toEqual(deal.states[0]);
  expect(thrown(() => extendLifecycle(deal, { states: { nowhere: {} } as never }))).toMatchObject({
    code: 'lifecycle.unknownState',
  });
});

test('schemas take what is stored and refuse what is not', () => {
  expect(LifecycleDefinition.safeParse(JSON.parse(JSON.stringify(deal))).success).toBe(true);
  expect(LifecycleDefinition.safeParse(JSON.parse(JSON.stringify(claim))).success).toBe(true);
  expect(LifecycleDefinition.safeParse({ ...plain, version: 0 }).success).toBe(false);
  expect(LifecycleDefinition.safeParse({ ...plain, colour: 'red' }).success).toBe(false);
  const event = { entityId: 'X', at: '2026-01-01T08:30:00.5+08:00', seq: 1, type: 'reopen' };
  expect(LifecycleEvent.safeParse(event).success).toBe(true);
  for (const at of [
    '2026-01-01T08:30',
    '2026-01-01T24:00Z',
    '2026-13-01',
    '2026-01-01 08:30Z',
    '2026-01-01T08:30:00.1234Z',
  ]) {
    expect([at, LifecycleEvent.safeParse({ ...event, at }).success]).toEqual([at, false]);
  }
  expect(LifecycleEvent.safeParse({ ...event, type: 'set' }).success).toBe(false);
  expect(SlaClock.safeParse({ unit: 'workingDay', calendar: { holidays: ['2026-01-01'] } }).success).toBe(true);
  expect(SlaClock.safeParse({ unit: 'hour' }).success).toBe(false);
  const steps = [{ level: 'a', within: null }];
  expect(EscalationPolicy.safeParse({ steps, clock: { unit: 'day' }, startBySeverity: { low: 'a' } }).success).toBe(
    true,
  );
  expect(EscalationPolicy.safeParse({ steps: [], clock: { unit: 'day' } }).success).toBe(false);
  const events = [{ at: '2026-01-02', type: 'severity', severity: 'low' }];
  expect(EscalationCase.safeParse({ openedAt: '2026-01-01', events }).success).toBe(true);
  expect(EscalationCase.safeParse({ openedAt: '2026-01-01', events: [{ ...events[0], type: 'failed' }] }).success).toBe(
    false,
  );
});
