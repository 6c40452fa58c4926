import { describe, expect, test } from 'vitest';
import { Decimal } from '../../../src/core/decimal.js';
import { compileRule, MAX_RULE_DEPTH, MAX_RULE_SIZE, type Rule } from '../../../src/mechanisms/rules/index.js';

const holds = (rule: Rule, fact: object) => compileRule(rule)(fact);

const eq = (field: string): Rule => ({ field, op: 'eq', value: 'v' });
const nest = (levels: number): Rule => {
  let rule: Rule = { field: 'x', op: 'exists' };
  for (let level = 1; level < levels; level++) rule = { not: rule };
  return rule;
};

describe('comparisons by value', () => {
  const cases: [Rule, object, boolean | null][] = [
    [{ field: 'x', op: 'eq', value: '45000' }, { x: '45000.00' }, true],
    [{ field: 'x', op: 'eq', value: 0.1 }, { x: '0.10' }, true],
    [{ field: 'x', op: 'eq', value: '0.3' }, { x: 0.1 + 0.2 }, false],
    [{ field: 'x', op: 'gt', value: '0.3' }, { x: 0.1 + 0.2 }, true],
    [{ field: 'x', op: 'lt', value: 0.1 + 0.2 }, { x: '0.3' }, true],
    [{ field: 'x', op: 'eq', value: '9007199254740993' }, { x: '9007199254740993.0' }, true],
    [{ field: 'x', op: 'gt', value: '9007199254740992' }, { x: '9007199254740993' }, true],
    [{ field: 'x', op: 'eq', value: '5' }, { x: 5n }, true],
    [{ field: 'x', op: 'ge', value: '5' }, { x: new Decimal('4.999999999999999999999') }, false],
    [{ field: 'x', op: 'le', value: '0' }, { x: 0 }, true],
    [{ field: 'x', op: 'lt', value: '0' }, { x: '-0.000000000000000000001' }, true],
    [{ field: 'x', op: 'gt', value: '1' }, { x: `1${'0'.repeat(900)}` }, true],
    [{ field: 'x', op: 'between', value: ['1', '2'] }, { x: '2.00' }, true],
    [{ field: 'x', op: 'between', value: ['1', '2'] }, { x: '2.001' }, false],
    [{ field: 'x', op: 'in', value: ['A', '10'] }, { x: 10 }, true],
    [{ field: 'x', op: 'notIn', value: ['A', '10'] }, { x: 'B' }, true],
    [{ field: 'x', op: 'in', value: [] }, { x: 'B' }, false],
    [{ field: 'x', op: 'eq', value: '007' }, { x: '7' }, false],
    [{ field: 'x', op: 'ne', value: 7 }, { x: 'A7' }, true],
    [{ field: 'x', op: 'eq', value: true }, { x: true }, true],
    [{ field: 'x', op: 'eq', value: true }, { x: 'true' }, false],
    [{ field: 'x', op: 'isTrue' }, { x: false }, false],
    [{ field: 'x', op: 'isTrue' }, { x: 'yes' }, null],
  ];
  test.each(cases)('%j on %o is %s', (rule, fact, truth) => {
    expect(holds(rule, fact)).toBe(truth);
  });

  test.each([
    '1,000',
    ' 5',
    '1e3',
    '٣',
    '',
    '-',
    '-0',
    '-0.00',
    '+1',
    '.5',
    '5.',
    '1.2.3',
    '0x10',
    NaN,
    Infinity,
    {},
    true,
  ])('the order of %o is unknown, because it is no decimal', (x) => {
    expect(holds({ field: 'x', op: 'ge', value: '0' }, { x })).toBe(null);
    expect(holds({ field: 'x', op: 'ge', value: '0.00000000000000000001' }, { x })).toBe(null);
    expect(holds({ field: 'x', op: 'eq', value: '0' }, { x })).toBe(false);
  });
});

describe('dates', () => {
  test('are compared by day', () => {
    expect(holds({ field: 'on', op: 'le', value: '2026-03-31' }, { on: '2026-03-31T23:59:59+08:00' })).toBe(true);
    expect(holds({ field: 'on', op: 'eq', value: '2026-03-31' }, { on: '2026-03-31T00:00:00Z' })).toBe(true);
    expect(holds({ field: 'on', op: 'in', value: ['2026-03-31'] }, { on: '2026-03-31T00:00:00Z' })).toBe(true);
    expect(holds({ field: 'on', op: 'gt', value: '0099-12-31' }, { on: '0100-01-01' })).toBe(true);
    expect(holds({ field: 'on', op: 'ge', value: '2026-01-01' }, { on: '2026-02-30' })).toBe(null);
  });
  test('within a half-open span', () => {
    const march: Rule = { field: 'on', op: 'within', value: { from: '2026-03-01', to: '2026-04-01' } };
    expect(['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01'].map((on) => holds(march, { on }))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(holds({ field: 'on', op: 'within', value: { from: '2026-03-01', to: null } }, { on: '9999-12-31' })).toBe(
      true,
    );
    expect(holds({ field: 'on', op: 'within', value: {} }, { on: 'soon' })).toBe(null);
  });
});

describe('texts, lists and trees', () => {
  const cases: [Rule, unknown, boolean | null][] = [
    [{ field: 'x', op: 'startsWith', value: 'AB' }, 'ABC', true],
    [{ field: 'x', op: 'startsWith', value: 'AB' }, 'aBC', false],
    [{ field: 'x', op: 'startsWith', value: 'AB' }, 5, null],
    [{ field: 'x', op: 'contains', value: 'AB' }, 'xABx', true],
    [{ field: 'x', op: 'contains', value: 'golf' }, ['tennis', 'golf'], true],
    [{ field: 'x', op: 'contains', value: '2' }, [1, 2.0], true],
    [{ field: 'x', op: 'contains', value: 'golf' }, [], false],
    [{ field: 'x', op: 'contains', value: 2 }, 'x2', null],
    [{ field: 'x', op: 'under', value: 'CN/31' }, 'CN/31', true],
    [{ field: 'x', op: 'under', value: 'CN/31' }, 'CN/31/310115', true],
    [{ field: 'x', op: 'under', value: 'CN/31' }, 'CN/310', false],
    [{ field: 'x', op: 'matches', value: 'SKU-*' }, 'SKU-', true],
    [{ field: 'x', op: 'matches', value: 'SKU-?' }, 'SKU-', false],
    [{ field: 'x', op: 'matches', value: '*-20??-*' }, 'A-2-2026-B', true],
    [{ field: 'x', op: 'matches', value: 'a*a' }, 'a', false],
    [{ field: 'x', op: 'matches', value: 'a*b*b' }, 'ab', false],
    [{ field: 'x', op: 'matches', value: 'a*b*b' }, 'abxb', true],
    [{ field: 'x', op: 'matches', value: '' }, '', true],
    [{ field: 'x', op: 'matches', value: '\\*' }, '*', true],
    [{ field: 'x', op: 'matches', value: '\\*' }, 'x', false],
    [{ field: 'x', op: 'matches', value: 'a\\' }, 'a\\', true],
    [{ field: 'x', op: 'matches', value: '(a+)+$' }, 'aaaa', false],
  ];
  test.each(cases)('%j on %j is %s', (rule, x, truth) => {
    expect(holds(rule, { x })).toBe(truth);
  });

  test('no pattern hangs', () => {
    const nasty = compileRule({ field: 'x', op: 'matches', value: '*a'.repeat(200) + 'b' });
    expect(nasty({ x: 'a'.repeat(20_000) })).toBe(false);
  });
});

describe('fields', () => {
  test('are found nested or by their full name', () => {
    expect(holds(eq('a.b'), { a: { b: 'v' } })).toBe(true);
    expect(holds(eq('a.b'), { 'a.b': 'v' })).toBe(true);
    expect(holds(eq('a.b'), { a: { c: 1 }, 'a.b': 'v' })).toBe(true);
    expect(holds(eq('a.b'), { a: { b: 'nested' }, 'a.b': 'v' })).toBe(false);
    expect(holds(eq('a.b.c'), { a: { b: { c: 'v' } } })).toBe(true);
    expect(holds(eq('a.b.c'), { 'a.b.c': 'v' })).toBe(true);
    expect(holds(eq('a.length'), { a: 'text' })).toBe(null);
  });
  test.each(['toString', 'a.toString', 'a.b.valueOf', 'hasOwnProperty'])('%s is not inherited', (field) => {
    expect(holds({ field, op: 'exists' }, { a: { b: {} } })).toBe(false);
  });
  test('exists is never unknown; null is missing, 0, false and "" are values', () => {
    const exists: Rule = { field: 'x', op: 'exists' };
    expect([{}, { x: null }, { x: undefined }].map((fact) => holds(exists, fact))).toEqual([false, false, false]);
    expect([{ x: 0 }, { x: false }, { x: '' }].map((fact) => holds(exists, fact))).toEqual([true, true, true]);
  });
  test('come from any store', () => {
    const columns: Record<string, readonly unknown[]> = { kind: ['direct', 'override'], amount: [5, 7] };
    const rule = compileRule<number>(
      {
        all: [
          { field: 'kind', op: 'eq', value: 'override' },
          { field: 'amount', op: 'gt', value: '6' },
        ],
      },
      { read: (field) => (row) => columns[field]![row] },
    );
    expect([0, 1].map(rule)).toEqual([false, true]);
  });
});

describe('three truth values', () => {
  const t: Rule = { all: [] };
  const f: Rule = { any: [] };
  const u: Rule = { field: 'missing', op: 'isTrue' };
  const values: [Rule, boolean | null][] = [
    [t, true],
    [f, false],
    [u, null],
    [{ all: [t, u] }, null],
    [{ all: [u, f] }, false],
    [{ all: [u, u, f] }, false],
    [{ any: [f, u] }, null],
    [{ any: [u, t] }, true],
    [{ not: u }, null],
    [{ not: f }, true],
    [{ all: [t, t] }, true],
  ];
  test.each(values)('%j is %s', (rule, truth) => {
    expect(holds(rule, {})).toBe(truth);
  });
  test('the caller says what unknown means', () => {
    expect(compileRule(u, { treatUnknownAs: false })({})).toBe(false);
    expect(compileRule(u, { treatUnknownAs: true })({})).toBe(true);
    expect(compileRule({ not: u }, { treatUnknownAs: false })({})).toBe(false);
    expect(compileRule(u, { treatUnknownAs: 'report' })({})).toBe(null);
    expect([{}, { missing: true }].filter(compileRule(u))).toEqual([{ missing: true }]);
  });
});

describe('a wrong rule', () => {
  const fields = {
    amount: 'decimal',
    region: 'string',
    'attributes.*': 'any',
    on: 'date',
    tags: 'list',
    area: 'tree',
    ok: 'boolean',
  } as const;
  const cases: [unknown, string, string][] = [
    [
      { field: 'amout', op: 'eq', value: '1' },
      'rule.unknownField',
      'where.field: must be a field of the catalogue, got amout',
    ],
    [{ field: 'amount', op: 'like', value: '1' }, 'rule.unknownOperator', 'where.op: '],
    [{ field: 'amount', op: 'startsWith', value: '1' }, 'rule.unknownOperator', 'where.op: '],
    [{ field: 'region', op: 'lt', value: 'B' }, 'rule.unknownOperator', 'where.op: '],
    [{ field: 'tags', op: 'eq', value: 'B' }, 'rule.unknownOperator', 'where.op: '],
    [{ field: 'region', op: 'eq', value: 5 }, 'rule.type', 'where.value: must be string, got 5'],
    [{ field: 'amount', op: 'eq', value: 'x' }, 'decimal.invalid', 'where.value: '],
    [{ field: 'amount', op: 'eq', value: '9'.repeat(10_000) }, 'decimal.tooLong', 'where.value: '],
    [{ field: 'amount', op: 'eq', value: NaN }, 'decimal.invalid', 'where.value: '],
    [{ field: 'amount', op: 'in', value: ['1', true] }, 'rule.type', 'where.value[1]: must be decimal, got true'],
    [{ field: 'amount', op: 'in', value: '1' }, 'rule.type', 'where.value: '],
    [{ field: 'amount', op: 'between', value: ['2', '1'] }, 'rule.type', 'where.value: '],
    [{ field: 'amount', op: 'between', value: ['2'] }, 'rule.type', 'where.value: '],
    [{ field: 'on', op: 'ge', value: '2023-02-29' }, 'date.invalid', 'where.value: '],
    [
      { field: 'on', op: 'within', value: { from: '2026-02-01', to: '2026-02-01' } },
      'period.order',
      'where.value.to: ',
    ],
    [{ field: 'on', op: 'within', value: { since: '2026-02-01' } }, 'rule.type', 'where.value: '],
    [{ field: 'on', op: 'within', value: ['2026-02-01'] }, 'rule.type', 'where.value: '],
    [{ field: 'area', op: 'under', value: 'CN//31' }, 'rule.type', 'where.value: '],
    [{ field: 'attributes.x', op: 'lt', value: 'abc' }, 'rule.type', 'where.value: must be decimal or date, got "abc"'],
    [{ field: 'attributes.x', op: 'eq', value: null }, 'rule.type', 'where.value: '],
    [{ field: 'attributes.__proto__.x', op: 'exists' }, 'key.forbidden', 'where.field: must not be the key __proto__'],
    [{ field: 'constructor', op: 'exists' }, 'key.forbidden', 'where.field: '],
    [{ field: 'attributes..x', op: 'exists' }, 'rule.type', 'where.field: '],
    [{ field: 7, op: 'exists' }, 'rule.type', 'where.field: '],
    [{ field: 'ok', op: 'isTrue', value: true }, 'rule.type', 'where.value: '],
    [{ field: 'ok', op: 'eq', value: true, note: 1 }, 'rule.type', 'where.note: '],
    [{ all: [{ any: [{ not: { op: 'eq' } }] }] }, 'rule.type', 'where.all[0].any[0].not: '],
    [{ all: {} }, 'rule.type', 'where.all: must be list, got object'],
    [{ all: [], any: [] }, 'rule.type', 'where: must be all, any, not, or field and op, got all, any'],
    [{}, 'rule.type', 'where: '],
    ['amount > 5', 'rule.type', 'where: must be rule, got "amount > 5"'],
    [null, 'rule.type', 'where: '],
    [[], 'rule.type', 'where: must be rule, got list'],
    [{ any: Array.from({ length: MAX_RULE_SIZE }, () => ({ all: [] })) }, 'rule.limit', 'where.any['],
    [{ field: 'region', op: 'in', value: Array.from({ length: MAX_RULE_SIZE }, String) }, 'rule.limit', 'where: '],
  ];
  test.each(cases)('%#', (rule, code, message) => {
    let thrown: unknown;
    try {
      compileRule(rule as Rule, { fields, path: ['where'] });
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toMatchObject({ name: 'SalesModelError', code });
    expect((thrown as Error).message.slice(0, message.length)).toBe(message);
  });

  test('nested too deep', () => {
    expect(compileRule(nest(MAX_RULE_DEPTH))({ x: 1 })).toBe(false);
    expect(() => compileRule(nest(MAX_RULE_DEPTH + 1))).toThrow('must have at most 64 levels');
    expect(() => compileRule(nest(10_000))).toThrow('must have at most 64 levels');
  });

  test('a key __proto__ is no rule', () => {
    expect(() => compileRule(JSON.parse('{"__proto__":{"all":[]}}') as Rule)).toThrow('must be all, any, not');
  });
});

test('a field of kind string is compared as text', () => {
  const fields = { version: 'string' } as const;
  expect(compileRule({ field: 'version', op: 'eq', value: '1.10' }, { fields })({ version: '1.1' })).toBe(false);
  expect(compileRule({ field: 'version', op: 'eq', value: '1.10' })({ version: '1.1' })).toBe(true);
});
