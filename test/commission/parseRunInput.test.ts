import { describe, expect, test } from 'vitest';
import { parseRunInput } from '../../src/commission/index.js';
import { thrown } from '../core/thrown.js';
import * as samples from './samples.js';

const input = samples.runInput;
const [plan] = input.plans;
const [component] = samples.plan.components;
const fault = (json: unknown): [string, string] => {
  const { code, message } = thrown(() => parseRunInput(json));
  return [code, message];
};

test('a full input is taken as it is', () => {
  expect(parseRunInput(JSON.parse(JSON.stringify(input)))).toEqual(input);
});

describe('an unknown field of a plan', () => {
  test.each([
    ['of the plan', { ...plan, commission: '0.1' }, 'plans[0].commission'],
    ['of a component', { ...plan, components: [{ ...component, draws: {} }] }, 'plans[0].components[0].draws'],
    [
      'of a rate, behind other faults',
      { ...plan, currency: 1, components: [{ ...component, rate: { kind: 'flat', rate: '1', tier: 2 } }] },
      'plans[0].components[0].rate.tier',
    ],
  ])('%s', (_, wrong, path) => {
    expect(fault({ ...input, plans: [wrong] })).toEqual(['plan.unknownField', `${path}: is not a field of a plan`]);
  });
});

test.each([
  ['nothing', null, ['schema.type', 'must be of type object']],
  ['a list', [], ['schema.type', 'must be of type object']],
  ['a missing list', { ...input, payees: undefined }, ['schema.type', 'payees: must be of type array']],
  ['an unknown field', { ...input, colour: {} }, ['schema.unknownKey', 'colour: is not a field here']],
  [
    'a wrong word',
    { ...input, crediting: { splitSum: 'all' } },
    ['schema.option', 'crediting.splitSum: must be one of exactlyOne | atMostOne | normalise | free'],
  ],
  ['a row that is no object', { ...input, transactions: [3] }, ['schema.custom', 'transactions[0]: must be an object']],
] as const)('%s is refused', (_, json, expected) => {
  expect(fault(json)).toEqual(expected);
});

test('nesting and keys are checked before the schema', () => {
  let deep: unknown = { field: 'a', op: 'exists' };
  for (let level = 0; level < 10_000; level += 1) deep = { not: deep };
  expect(fault({ ...input, plans: [{ ...plan, components: [{ ...component, where: deep }] }] })[0]).toBe(
    'json.tooDeep',
  );
  const polluted: unknown = JSON.parse('{ "payees": [{ "id": "E", "attributes": { "__proto__": "x" } }] }');
  expect(fault(polluted)[0]).toBe('key.forbidden');
});

test('bad rows are left to the run', () => {
  const rows = [{ id: 'T', date: '2025-02-30', colour: 'red' }];
  expect(parseRunInput({ ...input, transactions: rows }).transactions).toEqual(rows);
});
