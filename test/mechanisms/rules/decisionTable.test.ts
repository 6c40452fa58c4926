import { describe, expect, test } from 'vitest';
import { compileTable, type DecisionTable, evaluateTable, lintTable } from '../../../src/mechanisms/rules/index.js';
import { thrown } from '../../core/thrown.js';

const rates = (hit: DecisionTable['hit']): DecisionTable<string> => ({
  inputs: [{ field: 'region' }, { field: 'amount', min: '0' }],
  rows: [
    { id: 'eu', when: { region: ['EU', 'UK'] }, output: '0.03', priority: 1 },
    { id: 'large', when: { amount: { op: 'ge', value: '1000' } }, output: '0.05', priority: 2 },
    { id: 'us', when: { region: 'US', amount: { op: 'lt', value: 1000 } }, output: '0.02' },
  ],
  hit,
});

describe('hit policies', () => {
  const both = { region: 'EU', amount: '1000.00' };
  test('first', () => {
    expect(evaluateTable(rates('first'), both)).toEqual({
      ok: true,
      hits: [{ row: 0, id: 'eu', output: '0.03' }],
      unknown: [],
    });
  });
  test('unique', () => {
    expect(evaluateTable(rates('unique'), both)).toEqual({
      ok: false,
      reasons: [{ code: 'conflict', params: { rows: [0, 1] } }],
      unknown: [],
    });
    expect(evaluateTable(rates('unique'), { region: 'EU', amount: 1 })).toMatchObject({
      ok: true,
      hits: [{ id: 'eu' }],
    });
  });
  test('all', () => {
    expect(evaluateTable(rates('all'), both)).toMatchObject({ ok: true, hits: [{ row: 0 }, { row: 1 }] });
  });
  test('priority', () => {
    expect(evaluateTable(rates('priority'), both)).toMatchObject({ ok: true, hits: [{ id: 'large' }] });
    const [eu, large] = rates('priority').rows;
    const tied = { ...rates('priority'), rows: [eu!, { ...large!, priority: 1 }] };
    expect(evaluateTable(tied, both)).toMatchObject({
      ok: false,
      reasons: [{ code: 'conflict', params: { rows: [0, 1] } }],
    });
  });
  test('no row, and rows that a missing input leaves open', () => {
    expect(evaluateTable(rates('all'), { region: 'CN' })).toEqual({
      ok: false,
      reasons: [{ code: 'noRow', params: {} }],
      unknown: [1],
    });
    expect(evaluateTable(rates('first'), { region: 'US' })).toMatchObject({ ok: false, unknown: [1, 2] });
    expect(evaluateTable(rates('first'), { amount: 5000 })).toMatchObject({
      ok: true,
      hits: [{ row: 1 }],
      unknown: [0],
    });
  });
});

test('inputs may be nested, and come from any store', () => {
  const table: DecisionTable<number> = {
    inputs: [{ field: 'a.b' }],
    rows: [{ when: { 'a.b': 'x' }, output: 1 }],
    hit: 'unique',
  };
  expect(compileTable(table)({ a: { b: 'x' } })).toMatchObject({ hits: [{ output: 1 }] });
  const fromColumn = compileTable<number, number>(table, { read: () => (row) => ['y', 'x'][row] });
  expect(fromColumn(1)).toMatchObject({ ok: true });
  expect(fromColumn(0)).toMatchObject({ ok: false });
});

describe('a wrong table', () => {
  const inputs = [{ field: 'a', type: 'decimal' }, { field: 'b' }] as const;
  const cases: [Partial<DecisionTable>, string, (string | number)[]][] = [
    [{ hit: 'any' as 'all' }, 'option.unknown', ['table', 'hit']],
    [{ inputs: [...inputs, { field: 'a' }] }, 'table.conflict', ['table', 'inputs', 2, 'field']],
    [{ inputs: [{ field: '__proto__' }] }, 'key.forbidden', ['table', 'inputs', 0, 'field']],
    [{ inputs: [{ field: 'a', min: '5', max: '4' }] }, 'rule.type', ['table', 'inputs', 0, 'max']],
    [{ inputs: [{ field: 'a', min: 'x' }] }, 'decimal.invalid', ['table', 'inputs', 0, 'min']],
    [{ rows: [{ when: { c: 1 }, output: 0 }] }, 'rule.unknownField', ['table', 'rows', 0, 'when', 'c']],
    [{ rows: [{ when: { a: 'x' }, output: 0 }] }, 'decimal.invalid', ['table', 'rows', 0, 'when', 'a']],
    [{ rows: [{ when: { a: ['1', true] }, output: 0 }] }, 'rule.type', ['table', 'rows', 0, 'when', 'a', 1]],
    [
      { rows: [{ when: { a: { op: 'startsWith', value: '1' } }, output: 0 }] },
      'rule.unknownOperator',
      ['table', 'rows', 0, 'when', 'a', 'op'],
    ],
    [
      { rows: [{ when: { b: { op: 'matches', value: '1*' } as never }, output: 0 }] },
      'rule.unknownOperator',
      ['table', 'rows', 0, 'when', 'b', 'op'],
    ],
    [
      { rows: [{ when: { a: { op: 'between', value: ['2', '1'] } }, output: 0 }] },
      'rule.type',
      ['table', 'rows', 0, 'when', 'a', 'value'],
    ],
    [{ rows: [{ when: {}, output: 0, priority: NaN }] }, 'rule.type', ['table', 'rows', 0, 'priority']],
    [
      {
        rows: [
          { when: { b: 'x', a: '1' }, output: 0 },
          { when: { a: '1', b: 'x' }, output: 1 },
        ],
        hit: 'unique',
      },
      'table.conflict',
      ['table', 'rows', 1],
    ],
    [
      {
        rows: [
          { when: { b: 'x' }, output: 0, priority: 3 },
          { when: { b: 'x' }, output: 1, priority: 3 },
        ],
        hit: 'priority',
      },
      'table.conflict',
      ['table', 'rows', 1],
    ],
  ];
  test.each(cases)('%#', (part, code, path) => {
    const table: DecisionTable = { inputs, rows: [], hit: 'first', ...part };
    expect(thrown(() => compileTable(table, { path: ['table'] }))).toMatchObject({ code, path });
    expect(thrown(() => lintTable(table, { path: ['table'] }))).toMatchObject({ code, path });
  });
  test('an input that the catalogue lacks', () => {
    expect(thrown(() => compileTable(rates('all'), { fields: { region: 'string' } }))).toMatchObject({
      code: 'rule.unknownField',
      path: ['inputs', 1, 'field'],
    });
  });
});

describe('lintTable', () => {
  test('names gaps by joined cells, with an example', () => {
    expect(lintTable(rates('all'))).toEqual([
      {
        code: 'gap',
        severity: 'warning',
        path: ['rows'],
        params: { when: { region: ['…'], amount: ['[0, 1000)'] }, example: { region: 'a', amount: '0' } },
      },
    ]);
  });
  test('finds overlaps where one row must decide', () => {
    const overlaps = lintTable(rates('unique')).filter(({ code }) => code === 'overlap');
    expect(overlaps).toEqual([
      {
        code: 'overlap',
        severity: 'error',
        path: ['rows', 1],
        params: { rows: [0, 1], example: { region: 'EU', amount: '1000' } },
      },
    ]);
    expect(lintTable(rates('priority')).map(({ code }) => code)).toEqual(['gap']);
  });
  test('finds rows that never decide', () => {
    const table: DecisionTable = {
      inputs: [{ field: 'grade', type: ['A', 'B', 'C'] }, { field: 'on' }, { field: 'ok' }],
      rows: [
        { when: { grade: ['A', 'B'] }, output: 1 },
        { when: { grade: 'C', ok: true }, output: 2 },
        { when: { grade: { op: 'notIn', value: ['A'] }, ok: { op: 'isTrue' } }, output: 3 },
        { when: { on: { op: 'within', value: { from: '2026-01-01' } } }, output: 4 },
        { when: { on: { op: 'lt', value: '2026-01-01' } }, output: 5 },
        { when: {}, output: 6 },
      ],
      hit: 'first',
    };
    expect(lintTable(table)).toEqual([
      { code: 'deadRow', severity: 'warning', path: ['rows', 2], params: { coveredBy: [0, 1] } },
      { code: 'deadRow', severity: 'warning', path: ['rows', 5], params: { coveredBy: [0, 1, 3, 4] } },
    ]);
  });
  test('a row outside the domain of an input can never hold', () => {
    const table: DecisionTable = {
      inputs: [{ field: 'share', min: '0', max: '1' }],
      rows: [
        { when: { share: { op: 'between', value: ['0', '1'] } }, output: 1 },
        { when: { share: { op: 'gt', value: '1' } }, output: 2 },
      ],
      hit: 'unique',
    };
    expect(lintTable(table)).toEqual([
      { code: 'deadRow', severity: 'warning', path: ['rows', 1], params: { coveredBy: [] } },
    ]);
  });
  test('a missing input counts where a row asks for it', () => {
    const table: DecisionTable = {
      inputs: [{ field: 'orderId' }],
      rows: [{ when: { orderId: { op: 'exists' } }, output: 1 }],
      hit: 'unique',
    };
    expect(lintTable(table)).toMatchObject([{ code: 'gap', params: { when: { orderId: ['missing'] }, example: {} } }]);
  });
  test('trees and prefixes', () => {
    const table: DecisionTable = {
      inputs: [
        { field: 'region', type: 'tree' },
        { field: 'sku', type: 'string' },
      ],
      rows: [
        { when: { region: { op: 'under', value: 'CN' } }, output: 1 },
        { when: { region: { op: 'under', value: 'CN/31' }, sku: { op: 'startsWith', value: 'A' } }, output: 2 },
        { when: { region: { op: 'ne', value: 'CN' }, sku: { op: 'startsWith', value: '' } }, output: 3 },
      ],
      hit: 'first',
    };
    expect(lintTable(table)).toMatchObject([{ code: 'deadRow', path: ['rows', 1], params: { coveredBy: [0] } }]);
  });
  test('a table without rows is one gap; without inputs its rows are equal', () => {
    expect(lintTable({ inputs: [{ field: 'a' }], rows: [], hit: 'all' })).toMatchObject([
      { code: 'gap', params: { when: {} } },
    ]);
    const bare: DecisionTable = {
      inputs: [],
      rows: [
        { when: {}, output: 1 },
        { when: {}, output: 2 },
      ],
      hit: 'first',
    };
    expect(lintTable(bare).map(({ code, path }) => [code, path])).toEqual([['deadRow', ['rows', 1]]]);
  });
  test('a table too large to prove is refused', () => {
    const fields = Array.from({ length: 40 }, (_, index) => `f${index}`);
    const table: DecisionTable = {
      inputs: fields.map((field) => ({ field })),
      rows: fields.map((field) => ({ when: { [field]: true }, output: field })),
      hit: 'all',
    };
    expect(thrown(() => lintTable(table)).code).toBe('rule.limit');
  });
});
