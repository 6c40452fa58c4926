import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileRuleSet, evaluateRule, type FieldReader, type Rule } from '../../../src/mechanisms/rules/index.js';
import { anyFact, anyRule } from './rule.arb.js';

const key = fc.constantFrom('x', 'y', 'n.z');
const text = fc.constantFrom('A', 'B', 'AB');
const equality: fc.Arbitrary<Rule> = fc.oneof(
  fc.record({ field: key, op: fc.constant('eq' as const), value: fc.oneof(text, fc.boolean()) }),
  fc.record({ field: key, op: fc.constant('in' as const), value: fc.array(text, { maxLength: 3 }) }),
);
const keyedRule: fc.Arbitrary<Rule> = fc
  .tuple(fc.array(equality, { minLength: 1, maxLength: 3 }), anyRule)
  .map(([keys, rest]) => ({ all: [...keys, rest] }));
const rules = fc.array(fc.oneof(anyRule, equality, keyedRule), { maxLength: 12 });
const keyedFact = fc.record(
  { x: text, y: fc.oneof(text, fc.boolean()), n: fc.record({ z: text }) },
  { requiredKeys: [] },
);
const facts = fc.array(fc.oneof(anyFact, keyedFact), { minLength: 1, maxLength: 8 });

test('a set says what its rules say one by one', () => {
  fc.assert(
    fc.property(rules, facts, (list, many) => {
      const set = compileRuleSet(list);
      for (const fact of many) {
        const truths = list.map((rule) => evaluateRule(rule, fact));
        const held = truths.flatMap((truth, index) => (truth === true ? [index] : []));
        const unknown = truths.flatMap((truth, index) => (truth === null ? [index] : []));
        expect(set.matching(fact)).toEqual(held);
        expect(set.first(fact)).toBe(held[0] ?? -1);
        expect(set.classify(fact)).toEqual({ held, unknown });
      }
    }),
    { numRuns: 1000 },
  );
});

test('a set reads from any store what it reads from objects', () => {
  const read: FieldReader<readonly Record<string, unknown>[]> = (field) => {
    const steps = field.split('.');
    return ([fact]) => steps.reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], fact);
  };
  fc.assert(
    fc.property(rules, keyedFact, (list, fact) => {
      expect(compileRuleSet(list, { read }).matching([fact])).toEqual(compileRuleSet(list).matching(fact));
    }),
  );
});
