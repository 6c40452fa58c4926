import * as z from 'zod';
import { describe, expect, test } from 'vitest';
import { DecisionTable, Expr, LimitMatrix, LimitRequest, Rule, RuleLeaf } from '../../../src/mechanisms/rules/index.js';

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

test('a decision table comes back unchanged', () => {
  const table: DecisionTable = {
    inputs: [{ field: 'a', type: ['x', 'y'] }, { field: 'b', type: 'decimal', min: '0', max: '1' }, { field: 'c' }],
    rows: [
      {
        id: 'r',
        when: { a: 'x', b: { op: 'between', value: ['0', '0.5'] }, c: ['u', 'v'] },
        output: { rate: '0.1' },
        priority: 2,
      },
      { when: { c: { op: 'exists' } }, output: null },
    ],
    hit: 'priority',
  };
  expect(DecisionTable.parse(JSON.parse(JSON.stringify(table)))).toEqual(table);
});

test('a limit matrix and a request come back unchanged', () => {
  const matrix: LimitMatrix = {
    code: 'm',
    roles: [{ role: 'r', track: 't', level: 1 }],
    limits: [
      {
        code: 'l',
        role: 'r',
        action: 'lend',
        keys: { region: ['EU', 'US'], product: 'P' },
        when: { field: 'vip', op: 'isTrue' },
        bounds: { amount: { max: '5', min: '0' }, days: {} },
        from: '2026-01-01',
        to: null,
      },
    ],
    tracks: [{ track: 't', when: { all: [] } }],
    select: 'anyRow',
    missing: 'ignore',
    routing: 'stepByStep',
  };
  const request: LimitRequest = {
    action: 'lend',
    scopes: [{ id: 's', facts: { amount: '5', a: { b: 1 } } }],
    requester: 'r',
    on: '2026-01-01',
  };
  expect(LimitMatrix.parse(JSON.parse(JSON.stringify(matrix)))).toEqual(matrix);
  expect(LimitRequest.parse(JSON.parse(JSON.stringify(request)))).toEqual(request);
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
  [DecisionTable, { inputs: [], rows: [], hit: 'any' }],
  [DecisionTable, { inputs: [{ field: 'a', type: 'text' }], rows: [], hit: 'all' }],
  [DecisionTable, { inputs: [], rows: [{ when: {} }], hit: 'all' }],
  [DecisionTable, { inputs: [], rows: [{ when: { a: { field: 'a', op: 'exists' } }, output: 1 }], hit: 'all' }],
  [LimitMatrix, { code: 'm', roles: [{ role: 'r', level: 1.5 }], limits: [] }],
  [LimitMatrix, { code: 'm', roles: [], limits: [{ role: 'r', bounds: { a: { max: 5 } } }] }],
  [LimitMatrix, { code: 'm', roles: [], limits: [], select: 'best' }],
  [LimitRequest, { scopes: [], on: '2026-02-30' }],
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
