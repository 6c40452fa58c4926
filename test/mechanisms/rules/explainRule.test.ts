import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  evaluateRule,
  explainRule,
  type Rule,
  type RuleLeaf,
  type Truth,
} from '../../../src/mechanisms/rules/index.js';
import { anyFact, anyRule } from './rule.arb.js';

describe('the distance to the bound', () => {
  const cases: [RuleLeaf, unknown, Truth, string | undefined][] = [
    [{ field: 'x', op: 'ge', value: '1000' }, '950.00', false, '-50'],
    [{ field: 'x', op: 'ge', value: '1000' }, 1000, true, '0'],
    [{ field: 'x', op: 'gt', value: '1000' }, 1000, false, '0'],
    [{ field: 'x', op: 'le', value: '1000' }, '950.25', true, '49.75'],
    [{ field: 'x', op: 'lt', value: '1000' }, '1000.01', false, '-0.01'],
    [{ field: 'x', op: 'between', value: ['10', '20'] }, '18', true, '2'],
    [{ field: 'x', op: 'between', value: ['10', '20'] }, '7', false, '-3'],
    [{ field: 'x', op: 'ge', value: '2026-01-31' }, '2026-01-01', false, '-30'],
    [{ field: 'x', op: 'lt', value: '2026-01-31' }, '2026-01-01T08:00:00Z', true, '30'],
    [{ field: 'x', op: 'within', value: { from: '2026-01-01', to: '2026-02-01' } }, '2026-01-30', true, '2'],
    [{ field: 'x', op: 'within', value: { to: '2026-02-01' } }, '2026-02-01', false, '0'],
    [{ field: 'x', op: 'within', value: {} }, '2026-02-01', true, undefined],
    [{ field: 'x', op: 'eq', value: '5' }, '4', false, undefined],
    [{ field: 'x', op: 'ge', value: '5' }, 'five', null, undefined],
    [{ field: 'x', op: 'ge', value: '5' }, undefined, null, undefined],
  ];
  test.each(cases)('%j of %j', (leaf, x, truth, distance) => {
    const { leaves } = explainRule(leaf, x === undefined ? {} : { x });
    expect(leaves).toEqual([
      { path: [], leaf, actual: x ?? null, truth, ...(distance === undefined ? {} : { distance }) },
    ]);
  });
});

test('the leaves stand in the order of the rule, whatever is above them', () => {
  const rule: Rule = { all: [{ not: { field: 'a', op: 'isTrue' } }, { any: [{ field: 'b', op: 'exists' }] }] };
  const { truth, leaves } = explainRule(rule, { a: true });
  expect(truth).toBe(false);
  expect(leaves.map(({ path, truth: own }) => [path, own])).toEqual([
    [['all', 0, 'not'], true],
    [['all', 1, 'any', 0], false],
  ]);
});

test('explained truth is evaluated truth, and the leaves make it', () => {
  fc.assert(
    fc.property(anyRule, anyFact, (rule, fact) => {
      const { truth, leaves } = explainRule(rule, fact);
      expect(truth).toBe(evaluateRule(rule, fact));
      const left = [...leaves];
      expect(combined(rule, () => left.shift()!.truth)).toBe(truth);
      expect(left).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

/** Kleene's tables over the truths of the leaves: false < unknown < true. */
function combined(rule: Rule, next: () => Truth): Truth {
  const rank = (truth: Truth): number => (truth === null ? 1 : truth ? 2 : 0);
  const truths = [false, null, true] as const;
  if ('all' in rule) return truths[Math.min(2, ...rule.all.map((part) => rank(combined(part, next))))]!;
  if ('any' in rule) return truths[Math.max(0, ...rule.any.map((part) => rank(combined(part, next))))]!;
  if ('not' in rule) return truths[2 - rank(combined(rule.not, next))]!;
  return next();
}
