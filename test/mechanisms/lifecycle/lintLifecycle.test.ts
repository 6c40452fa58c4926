import { expect, test } from 'vitest';
import { localize } from '../../../src/core/index.js';
import { type LifecycleDefinition, lintEscalation, lintLifecycle } from '../../../src/mechanisms/lifecycle/index.js';
import type { Rule } from '../../../src/mechanisms/rules/index.js';
import { claim, deal } from './lifecycles.js';

const sound: LifecycleDefinition = {
  id: 'x',
  version: 1,
  initial: ['a'],
  states: [
    { id: 'a', kind: 'open' },
    { id: 'b', kind: 'open' },
    { id: 'won', kind: 'success' },
    { id: 'lost', kind: 'failure' },
  ],
  transitions: [
    { id: 'ab', on: 'go', from: 'a', to: 'b' },
    { id: 'bw', on: 'win', from: 'b', to: 'won' },
    { id: 'lose', on: 'lose', from: '*', to: 'lost' },
  ],
};
type Transitions = NonNullable<LifecycleDefinition['transitions']>;
const withTransitions = (...more: Transitions): LifecycleDefinition => ({
  ...sound,
  transitions: [...sound.transitions!, ...more],
});
const guard = (...rules: Rule[]) => rules.map((rule, at) => ({ id: `g${at}`, rule }));
const found = (definition: LifecycleDefinition, options = {}) =>
  lintLifecycle(definition, options).map(({ code, path, params }) => ({ code, at: path.join('.'), ...params }));

test('a sound definition has no findings', () => {
  expect(found(sound)).toEqual([]);
});

test('states that nobody gets to, and ways that never open', () => {
  const closed = guard({ field: 'f', op: 'gt', value: 5 }, { field: 'f', op: 'lt', value: 5 });
  const transitions: Transitions = [
    { id: 'ab', from: 'a', to: 'b', guard: closed },
    { id: 'end', from: ['a', 'b'], to: 'lost' },
    { id: 'bw', from: 'b', to: 'won' },
  ];
  expect(found({ ...sound, transitions })).toEqual([
    { code: 'guardNeverTrue', at: 'transitions.0.guard', transition: 'ab', ids: ['g0', 'g1'] },
    { code: 'unreachableState', at: 'states.1', state: 'b' },
    { code: 'unreachableState', at: 'states.2', state: 'won' },
  ]);
});

test('reopening anywhere makes open states reachable, reopening the last one does not', () => {
  const states = sound.states.map((state, order) => ({ ...state, order }));
  const transitions: Transitions = [{ id: 'lose', from: 'a', to: 'lost' }];
  const base = { ...sound, states, transitions } as const;
  const moves = { forward: 'none', backward: 'none', success: 'any', failure: 'none' } as const;
  expect(found({ ...base, moves: { ...moves, reopen: 'any' } })).toEqual([]);
  expect(found({ ...base, moves })).toEqual([{ code: 'unreachableState', at: 'states.1', state: 'b' }]);
});

test('open states without a way out, and circles of them', () => {
  const transitions: Transitions = [
    { id: 'ab', from: 'a', to: 'b' },
    { id: 'ba', from: 'b', to: 'a' },
  ];
  expect(found({ ...sound, states: sound.states.slice(0, 2), transitions })).toEqual([
    { code: 'cycleWithoutExit', at: 'states.0', states: ['a', 'b'] },
    { code: 'deadEnd', at: 'states.0', state: 'a' },
    { code: 'deadEnd', at: 'states.1', state: 'b' },
    { code: 'noFailure', at: 'states' },
    { code: 'noSuccess', at: 'states' },
  ]);
});

test.each<[why: string, never: boolean, rules: Rule[]]>([
  [
    'two values at once',
    true,
    [
      { field: 'f', op: 'eq', value: 'x' },
      { field: 'f', op: 'eq', value: 'y' },
    ],
  ],
  [
    'a day before and after',
    true,
    [
      {
        all: [
          { field: 'f', op: 'lt', value: '2026-01-01' },
          { field: 'f', op: 'ge', value: '2026-01-01' },
        ],
      },
    ],
  ],
  ['nothing of nothing', true, [{ any: [] }]],
  ['missing and there', true, [{ not: { field: 'f', op: 'exists' } }, { field: 'f', op: 'isTrue' }]],
  [
    'one bound twice',
    false,
    [
      { field: 'f', op: 'ge', value: 5 },
      { field: 'f', op: 'le', value: 5 },
    ],
  ],
  [
    'neither truth value, for it may be a text',
    false,
    [
      { field: 'f', op: 'ne', value: true },
      { field: 'f', op: 'ne', value: false },
    ],
  ],
  [
    'patterns, which prove nothing',
    false,
    [
      { field: 'f', op: 'matches', value: 'a*' },
      { field: 'f', op: 'matches', value: 'b*' },
    ],
  ],
])('conditions that can hold together: %s', (_, never, rules) => {
  const [finding, ...others] = found(
    withTransitions({ id: 't', on: 't', from: 'a', to: 'won', guard: guard(...rules) }),
  );
  expect(others).toEqual([]);
  expect(finding?.code).toBe(never ? 'guardNeverTrue' : undefined);
});

test('a required field counts as there, and a catalogue as what there is', () => {
  const missing = guard({ not: { field: 'f', op: 'exists' } });
  const asked = withTransitions({ id: 't', on: 't', from: 'a', to: 'won', guard: missing, requiredFields: ['f'] });
  expect(found(asked).map(({ code }) => code)).toEqual(['guardNeverTrue']);
  const flags = guard({ field: 'f', op: 'ne', value: true }, { field: 'f', op: 'ne', value: false });
  const typed = withTransitions({ id: 't', on: 't', from: 'a', to: 'won', guard: flags });
  expect(found(typed, { fields: { f: 'boolean' } }).map(({ code }) => code)).toEqual(['guardNeverTrue']);
});

test('exit criteria that can not hold together keep everybody in', () => {
  const [a, ...states] = sound.states;
  const exitCriteria = guard({ field: 'f', op: 'lt', value: 0 }, { field: 'f', op: 'gt', value: 0 });
  expect(found({ ...sound, states: [{ ...a!, exitCriteria }, ...states] })).toEqual([
    { code: 'guardNeverTrue', at: 'states.0.exitCriteria', state: 'a', ids: ['g0', 'g1'] },
  ]);
});

test('a transition that an earlier one takes the place of', () => {
  const high = guard({ field: 'f', op: 'gt', value: 5 });
  const shadowed = { code: 'shadowedTransition', at: 'transitions.3', transition: 't', by: 'ab' };
  expect(found(withTransitions({ id: 't', on: 'go', from: 'a', to: 'won', guard: high }))).toEqual([shadowed]);
  expect(found(withTransitions({ id: 't', from: 'a', to: 'b', roles: ['r'] }))).toEqual([shadowed]);
  // From another state as well, by another name, or with less to ask for, it has its use.
  expect(found(withTransitions({ id: 't', on: 'go', from: ['a', 'b'], to: 'won' }))).toEqual([]);
  expect(found(withTransitions({ id: 't', on: 'jump', from: 'a', to: 'b' }))).toEqual([]);
  const asking: Transitions = [
    { id: 's', on: 't', from: 'a', to: 'won', roles: ['r'], requiredFields: [] },
    { id: 't', on: 't', from: 'a', to: 'won' },
  ];
  expect(found(withTransitions(...asking))).toEqual([]);
});

test('two transitions that only their order tells apart', () => {
  const over = (value: number) => guard({ field: 'f', op: 'gt', value });
  const upTo = (value: number) => guard({ field: 'f', op: 'le', value });
  const pair = (first: object, second: object) =>
    found(
      withTransitions(
        { id: 's', on: 't', from: 'a', to: 'won', ...first },
        { id: 't', on: 't', from: '*', to: 'lost', ...second },
      ),
    );
  expect(pair({ guard: over(5) }, { guard: over(3) })).toEqual([
    { code: 'ambiguousTransition', at: 'transitions.4', transition: 't', other: 's', on: 't', example: { f: '6' } },
  ]);
  expect(pair({ guard: over(5) }, { guard: upTo(5) })).toEqual([]);
  expect(pair({ guard: over(5) }, {})).toEqual([]);
  expect(pair({ guard: over(5), roles: ['x'] }, { guard: over(3), roles: ['y'] })).toEqual([]);
});

test('reasons for what nobody enters', () => {
  const reasons = [
    { id: 'used', for: ['lost'] },
    { id: 'first', for: ['a'] },
  ];
  expect(found({ ...sound, reasons })).toEqual([{ code: 'reasonUnused', at: 'reasons.1', reason: 'first' }]);
});

test('fields that nobody knows', () => {
  const fields = { amount: 'decimal', 'extra.*': 'string' } as const;
  const rule: Rule = { any: [{ field: 'extra.x', op: 'exists' }, { not: { field: 'value', op: 'exists' } }] };
  const definition = withTransitions({
    id: 't',
    on: 't',
    from: 'a',
    to: 'won',
    guard: guard(rule),
    requiredFields: ['amount', 'extra.y', 'value', 'other'],
  });
  expect(found(definition, { fields })).toEqual([
    { code: 'requiredFieldNeverSet', at: 'transitions.3.requiredFields.2', field: 'value' },
    { code: 'requiredFieldNeverSet', at: 'transitions.3.requiredFields.3', field: 'other' },
    { code: 'unknownField', at: 'transitions.3.guard.0.rule.any.1.not.field', id: 'g0', field: 'value' },
  ]);
  expect(lintLifecycle(definition).map(({ params }) => params['field'])).toEqual(['amount', 'extra.y', 'other']);
});

test('the lifecycles of the other tests, and the texts of findings', () => {
  expect(found(claim).map(({ code }) => code)).toEqual(['requiredFieldNeverSet']);
  const findings = lintLifecycle({ ...deal, initial: ['sign'], moves: { backward: 'none', failure: 'none' } });
  expect(findings.map((finding) => localize(finding, 'en'))).toEqual([
    'reasons[0]: nothing leads to a state for which price could be the reason',
    'reasons[1]: nothing leads to a state for which competitor could be the reason',
    'states[1].requiredFields[0]: the field customer is asked for and known from nowhere else',
    'states[3].requiredFields[0]: the field contract is asked for and known from nowhere else',
    'states[0]: nothing leads to state lead',
    'states[1]: nothing leads to state offer',
    'states[4]: nothing leads to state lost',
  ]);
});

test('policies with levels that no case is at, or starts that time never leads to', () => {
  const steps = [
    { level: 'a', within: 5 },
    { level: 'b', within: null },
    { level: 'c', within: 5 },
    { level: 'd', within: null },
  ];
  const clock = { unit: 'day' } as const;
  expect(lintEscalation({ steps, clock })).toEqual([]);
  expect(
    lintEscalation({ steps, clock, startBySeverity: { low: 'b', high: 'c' } }).map(({ code, params }) => [
      code,
      params,
    ]),
  ).toEqual([
    ['unreachableLevel', { level: 'a' }],
    ['startAfterEnd', { severity: 'high', level: 'c', end: 'b' }],
  ]);
});
