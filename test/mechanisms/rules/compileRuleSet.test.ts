import { expect, test } from 'vitest';
import { compileRuleSet, type Rule } from '../../../src/mechanisms/rules/index.js';
import { thrown } from '../../core/thrown.js';

test('a list that was returned does not change with the next fact', () => {
  const set = compileRuleSet([
    { field: 'a', op: 'exists' },
    { field: 'b', op: 'exists' },
    { field: 'a', op: 'eq', value: 'x' },
  ]);
  const both = set.matching({ a: 'x', b: 1 });
  const none = set.matching({});
  const one = set.matching({ b: 1 });
  expect([both, none, one]).toEqual([[0, 1, 2], [], [1]]);
});

test('no rules match nothing', () => {
  const set = compileRuleSet([]);
  expect([set.matching({}), set.first({}), set.classify({})]).toEqual([[], -1, { held: [], unknown: [] }]);
});

test('a rule with too many combinations is asked all the same', () => {
  const letters = Array.from({ length: 20 }, (_, index) => `v${index}`);
  const rule: Rule = { all: ['a', 'b', 'c'].map((field) => ({ field, op: 'in', value: letters })) };
  const set = compileRuleSet([rule]);
  expect(set.first({ a: 'v3', b: 'v19', c: 'v0' })).toBe(0);
  expect(set.first({ a: 'v3', b: 'v20', c: 'v0' })).toBe(-1);
});

test('a wrong rule is named by its index', () => {
  const wrong = [{ all: [] }, { all: [{ field: 'a', op: 'eq' }] }] as unknown as Rule[];
  expect(thrown(() => compileRuleSet(wrong, { path: ['segments'] }))).toMatchObject({
    code: 'rule.type',
    path: ['segments', 1, 'all', 0, 'value'],
  });
});
