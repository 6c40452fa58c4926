import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Decimal } from '../../../src/core/decimal.js';
import { evaluateRule, unknownFields, type Rule } from '../../../src/mechanisms/rules/index.js';
import { decimalText } from '../../core/decimalText.arb.js';
import { interpretRule } from './interpretRule.js';
import { anyFact, anyRule } from './rule.arb.js';

test('a compiled rule says what its interpretation says', () => {
  fc.assert(
    fc.property(anyRule, anyFact, (rule, fact) => {
      expect(evaluateRule(rule, fact)).toBe(interpretRule(rule, fact));
    }),
    { numRuns: 3000 },
  );
});

test('a flat fact reads as the nested one', () => {
  fc.assert(
    fc.property(anyRule, anyFact, (rule, fact) => {
      const n = fact['n'] as { z?: unknown; m?: { w?: unknown } } | undefined;
      const flat = { x: fact['x'], y: fact['y'], 'n.z': n?.z, 'n.m.w': n?.m?.w };
      expect(evaluateRule(rule, flat)).toBe(evaluateRule(rule, fact));
    }),
  );
});

test('De Morgan holds in three values', () => {
  fc.assert(
    fc.property(fc.array(anyRule, { maxLength: 4 }), anyFact, (parts, fact) => {
      const denied: Rule[] = parts.map((part) => ({ not: part }));
      expect(evaluateRule({ not: { all: parts } }, fact)).toBe(evaluateRule({ any: denied }, fact));
      expect(evaluateRule({ not: { any: parts } }, fact)).toBe(evaluateRule({ all: denied }, fact));
    }),
  );
});

test('parts may stand in any order', () => {
  fc.assert(
    fc.property(fc.array(anyRule, { maxLength: 4 }), anyFact, (parts, fact) => {
      expect(evaluateRule({ all: parts.toReversed() }, fact)).toBe(evaluateRule({ all: parts }, fact));
      expect(evaluateRule({ any: parts.toReversed() }, fact)).toBe(evaluateRule({ any: parts }, fact));
    }),
  );
});

test('knowing more never turns an answer, and unknown names the fields that are to blame', () => {
  fc.assert(
    fc.property(anyRule, anyFact, (rule, fact) => {
      const truth = evaluateRule(rule, fact);
      expect(unknownFields(rule, fact).length > 0).toBe(truth === null);
      const certain: Rule = withoutExists(rule);
      const before = evaluateRule(certain, { x: fact['x'] });
      if (before !== null) expect(evaluateRule(certain, { ...fact, x: fact['x'] })).toBe(before);
    }),
  );
});

/** `exists` is the one comparison that answers on a missing field. */
function withoutExists(rule: Rule): Rule {
  if ('all' in rule) return { all: rule.all.map(withoutExists) };
  if ('any' in rule) return { any: rule.any.map(withoutExists) };
  if ('not' in rule) return { not: withoutExists(rule.not) };
  return rule.op === 'exists' ? { field: rule.field, op: 'isTrue' } : rule;
}

test('decimals are ordered by value at the edge of doubles', () => {
  const digits = fc.oneof(
    decimalText({ digits: 17 }),
    fc.bigInt({ min: 2n ** 53n - 4n, max: 2n ** 53n + 4n }).map(String),
  );
  const near = fc
    .tuple(digits, fc.constantFrom('', '.0', '.00', '.000000000000001'))
    .map(([text, tail]) => (text.includes('.') ? text : text + tail))
    .filter((text) => /[1-9]/.test(text));
  fc.assert(
    fc.property(near, fc.oneof(near, near.map(Number)), (bound, x) => {
      const sign = new Decimal(x).cmp(bound);
      const answers = (['lt', 'le', 'gt', 'ge', 'eq', 'ne'] as const).map((op) =>
        evaluateRule({ field: 'x', op, value: bound }, { x }),
      );
      expect(answers).toEqual([sign < 0, sign <= 0, sign > 0, sign >= 0, sign === 0, sign !== 0]);
    }),
    { numRuns: 2000 },
  );
});
