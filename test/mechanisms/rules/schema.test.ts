import * as z from 'zod';
import { describe, expect, test } from 'vitest';
import { Expr, Rule, RuleLeaf } from '../../../src/mechanisms/rules/index.js';

describe('what is stored comes back unchanged', () => {
  const rules: Rule[] = [
    { all: [] },
    {
      any: [
        { not: { field: 'a.b', op: 'eq', value: true } },
        { field: 'a', op: 'in', value: ['x', 1, '1.50'] },
        { field: 'a', op: 'between', value: ['1', 2] },
        { field: 'on', op: 'within', value: { from: '2026-01-01', to: null } },
        { field: 'on', op: 'within', value: {} },
        { field: 'a', op: 'ge', value: '1' },
        { field: 'a', op: 'matches', value: 'SKU-*' },
        { field: 'a', op: 'contains', value: 7 },
        { field: 'a', op: 'exists' },
      ],
    },
  ];
  test.each(rules)('rule %#', (rule) => {
    expect(Rule.parse(JSON.parse(JSON.stringify(rule)))).toEqual(rule);
  });
  const exprs: Expr[] = [
    '1.50',
    2,
    {
      op: 'div',
      args: [{ field: 'a' }, { if: { field: 'b', op: 'isTrue' }, then: '1', else: { op: 'max', args: ['2'] } }],
    },
  ];
  test.each(exprs)('expression %#', (expr) => {
    expect(Expr.parse(JSON.parse(JSON.stringify(expr)))).toEqual(expr);
  });
});

test.each([
  [Rule, {}],
  [Rule, { all: [], any: [] }],
  [Rule, { all: [{ field: 'a', op: 'like', value: 'x' }] }],
  [Rule, { field: 'a', op: 'eq' }],
  [Rule, { field: 'a', op: 'exists', value: true }],
  [Rule, { field: '', op: 'exists' }],
  [Rule, { field: 'on', op: 'within', value: { from: '2026-02-30' } }],
  [Rule, { field: 'a', op: 'eq', value: NaN }],
  [RuleLeaf, { all: [] }],
  [Expr, '1e3'],
  [Expr, { op: 'add', args: [] }],
  [Expr, { op: 'sub', args: ['1'] }],
  [Expr, { op: 'pow', args: ['1', '2'] }],
  [Expr, { if: { all: [] }, then: '1' }],
])('%# is refused', (schema, value) => {
  expect(schema.safeParse(value).success).toBe(false);
});

test('the schemas export to JSON Schema, recursion included', () => {
  const { $defs } = z.toJSONSchema(Expr);
  expect(Object.keys($defs ?? {})).toEqual(expect.arrayContaining(['Rule', 'RuleLeaf', 'DecimalString']));
});
