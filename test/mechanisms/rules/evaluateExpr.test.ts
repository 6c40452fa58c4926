import { describe, expect, test } from 'vitest';
import { evaluateExpr, exprFields, type Expr } from '../../../src/mechanisms/rules/index.js';
import { thrown } from '../../core/thrown.js';

const ok = (value: string) => ({ ok: true, value });
const field = (name: string): Expr => ({ field: name });

const missing = (name: string) => ({ code: 'missing', params: { field: name } });
const zero = (...path: (string | number)[]) => ({ code: 'divideByZero', params: { path } });

describe('values', () => {
  const cases: [Expr, object, string][] = [
    ['12.50', {}, '12.5'],
    [0.1, {}, '0.1'],
    [field('a.b'), { a: { b: '1.00' } }, '1'],
    [{ op: 'add', args: ['0.1', '0.2', field('x')] }, { x: 0 }, '0.3'],
    [{ op: 'sub', args: [field('x'), '0.1'] }, { x: '0.3' }, '0.2'],
    [{ op: 'mul', args: ['1.10', '3'] }, {}, '3.3'],
    [{ op: 'mul', args: [{ op: 'div', args: [field('x'), '3'] }, '3'] }, { x: '1' }, '1'],
    [{ op: 'div', args: ['1', '3'] }, {}, `0.${'3'.repeat(40)}`],
    [{ op: 'div', args: ['2', '3'] }, {}, `0.${'6'.repeat(39)}7`],
    [{ op: 'div', args: ['1', { op: 'sub', args: ['0', field('x')] }] }, { x: '4' }, '-0.25'],
    [
      { op: 'min', args: [{ op: 'div', args: ['1', '-3'] }, '-0.3333333333333333333333333333333333333333333'] },
      {},
      `-0.${'3'.repeat(40)}`,
    ],
    [{ op: 'max', args: ['2', field('x'), '-7'] }, { x: '2.5' }, '2.5'],
    [{ op: 'max', args: ['-2'] }, {}, '-2'],
    [{ if: { field: 'x', op: 'gt', value: '0' }, then: field('x'), else: '0' }, { x: '-4' }, '0'],
    [
      { if: { field: 'x', op: 'gt', value: '0' }, then: '1', else: { op: 'div', args: ['1', field('x')] } },
      { x: 2 },
      '1',
    ],
    [
      { op: 'add', args: [field('x'), '0.0000000000000000000000000000000000000000000000000000000000001'] },
      { x: '1' + '0'.repeat(60) },
      `1${'0'.repeat(60)}.${'0'.repeat(60)}1`,
    ],
    [{ op: 'mul', args: [field('x'), field('x')] }, { x: '9007199254740993' }, String(9007199254740993n ** 2n)],
  ];
  test.each(cases)('%j on %j is %s', (expr, fact, value) => {
    expect(evaluateExpr(expr, fact)).toEqual(ok(value));
  });
});

describe('gaps are outcomes with all reasons', () => {
  const ratio: Expr = { op: 'div', args: [field('a'), field('b')] };
  const cases: [Expr, object, object[]][] = [
    [field('a'), {}, [missing('a')]],
    [field('a'), { a: null }, [missing('a')]],
    [field('a'), { a: '1,000' }, [missing('a')]],
    [field('a'), { a: NaN }, [missing('a')]],
    [{ op: 'mul', args: ['0', field('a')] }, {}, [missing('a')]],
    [{ op: 'add', args: [field('b'), field('a'), field('b')] }, {}, [missing('a'), missing('b')]],
    [ratio, { a: '1', b: '0.00' }, [zero('args', 1)]],
    [ratio, { a: '0', b: 0 }, [zero('args', 1)]],
    [ratio, { b: 0 }, [zero('args', 1), missing('a')]],
    [{ op: 'add', args: [ratio, field('c')] }, { a: 1, b: 0 }, [zero('args', 0, 'args', 1), missing('c')]],
    [{ op: 'add', args: [field('c'), ratio] }, { a: 1, b: 0 }, [zero('args', 1, 'args', 1), missing('c')]],
    [{ if: { field: 'a', op: 'gt', value: '0' }, then: '1', else: '2' }, {}, [missing('a')]],
    [
      {
        if: {
          any: [
            { field: 'a', op: 'gt', value: '0' },
            { field: 'c', op: 'isTrue' },
          ],
        },
        then: '1',
        else: '2',
      },
      { a: 0 },
      [missing('c')],
    ],
  ];
  test.each(cases)('%j on %j', (expr, fact, reasons) => {
    expect(evaluateExpr(expr, fact)).toEqual({ ok: false, reasons });
  });
  test('the branch that is not taken may lack anything', () => {
    expect(evaluateExpr({ if: { all: [] }, then: '1', else: field('none') }, {})).toEqual(ok('1'));
  });
});

describe('a wrong expression', () => {
  const cases: [unknown, string, (string | number)[]][] = [
    ['1e3', 'decimal.invalid', ['expr']],
    [Infinity, 'decimal.invalid', ['expr']],
    ['9'.repeat(10_000), 'decimal.tooLong', ['expr']],
    [true, 'rule.type', ['expr']],
    [null, 'rule.type', ['expr']],
    [[], 'rule.type', ['expr']],
    [{}, 'rule.type', ['expr']],
    [{ field: 'a', op: 'add', args: [] }, 'rule.type', ['expr']],
    [{ op: 'pow', args: ['1'] }, 'rule.unknownOperator', ['expr', 'op']],
    [{ op: 'add', args: [] }, 'rule.type', ['expr', 'args']],
    [{ op: 'add', args: '12' }, 'rule.type', ['expr', 'args']],
    [{ op: 'sub', args: ['1'] }, 'rule.type', ['expr', 'args']],
    [{ op: 'div', args: ['1', '2', '3'] }, 'rule.type', ['expr', 'args']],
    [{ op: 'div', args: [{ field: 'a' }, '0.00'] }, 'expr.divideByZero', ['expr', 'args', 1]],
    [{ op: 'div', args: ['1', { op: 'sub', args: ['2', 2] }] }, 'expr.divideByZero', ['expr', 'args', 1]],
    [{ op: 'add', args: [{ field: 'b' }] }, 'rule.unknownField', ['expr', 'args', 0, 'field']],
    [{ op: 'add', args: [{ field: 'name' }] }, 'rule.type', ['expr', 'args', 0, 'field']],
    [{ field: 'a.__proto__' }, 'key.forbidden', ['expr', 'field']],
    [{ if: { field: 'b', op: 'exists' }, then: '1', else: '2' }, 'rule.unknownField', ['expr', 'if', 'field']],
    [{ if: { all: [] }, then: '1' }, 'rule.type', ['expr']],
    [{ op: 'add', args: Array.from({ length: 10_000 }, () => '1') }, 'rule.limit', ['expr', 'args', 9999]],
  ];
  test.each(cases)('%#', (expr, code, path) => {
    const fields = { a: 'decimal', name: 'string' } as const;
    expect(thrown(() => evaluateExpr(expr as Expr, {}, { fields, path: ['expr'] }))).toMatchObject({ code, path });
  });
  test('nested too deep', () => {
    let expr: Expr = '1';
    for (let level = 0; level < 10_000; level++) expr = { op: 'max', args: [expr] };
    expect(thrown(() => evaluateExpr(expr, {})).code).toBe('rule.limit');
  });
  test('a product may not outgrow memory', () => {
    const power: Expr = { op: 'mul', args: Array.from({ length: 100 }, () => field('x')) };
    expect(thrown(() => evaluateExpr(power, { x: '9'.repeat(1000) })).code).toBe('decimal.tooLong');
    expect(thrown(() => evaluateExpr(power, { x: `1${'0'.repeat(999)}` })).code).toBe('decimal.tooLong');
  });
});

test('the fields of an expression include those of its conditions', () => {
  const expr: Expr = {
    if: { not: { field: 'z', op: 'exists' } },
    then: { op: 'add', args: [field('b'), '1', field('b')] },
    else: field('a'),
  };
  expect(exprFields(expr)).toEqual(['a', 'b', 'z']);
});
