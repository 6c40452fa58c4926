import * as z from 'zod';
import { describe, expect, test } from 'vitest';
import * as core from '../../src/core/index.js';
import { explainTiers } from '../../src/core/explainTiers.js';
import type { Tiers } from '../../src/core/tiers.js';

const caught = (run: () => unknown): core.SalesModelError => {
  try {
    run();
  } catch (error) {
    if (error instanceof core.SalesModelError) return error;
  }
  throw new Error('nothing was thrown');
};

describe('localize', () => {
  const steep: Tiers = {
    mode: 'whole',
    tiers: [
      { upTo: '5', rate: '5' },
      { upTo: null, rate: '4' },
    ],
  };

  test('an error, in English as its message', () => {
    const error = caught(() =>
      core.applyTiers({ mode: 'whole', tiers: [{ upTo: '-1', rate: '5' }, { upTo: null }] }, 1),
    );
    expect(core.localize(error, 'en')).toBe(error.message);
    expect(core.localize(error, 'zh-CN')).toBe('tiers[0].upTo：必须大于 0，实际为 -1');
  });
  test('a rejected row', () => {
    const rejected = { index: 4, id: 'T-5', code: 'date.invalid', path: [4, 'on'], params: { value: '2023-02-29' } };
    expect(core.localize(rejected, 'zh-CN')).toBe('[4].on：必须是形如 2026-03-31 的日历日期，实际为 2023-02-29');
  });
  test('findings, also with the prefix of a larger linter', () => {
    const [cliff] = core.lintTiers(steep);
    if (!cliff) throw new Error('no cliff');
    expect(core.localize(cliff, 'en')).toBe('tiers[1]: the total jumps by -5 at 5, from 25 to 20');
    expect(core.localize({ ...cliff, code: 'tiers.cliff', path: [] }, 'zh-CN')).toBe(
      '总额在 5 处跳变 -5，由 25 变为 20',
    );
  });
  test('a code without a text stands for itself', () => {
    expect(core.localize({ code: 'unheardOf', params: {} }, 'zh-CN')).toBe('unheardOf');
    expect(core.localize({ code: 'un.heardOf', path: ['a'], params: {}, index: 0 }, 'en')).toBe('a: un.heardOf');
  });
  test('a language that there is not', () => {
    expect(caught(() => core.localize({ code: 'unreachable', params: {} }, 'zh' as 'zh-CN')).path).toEqual(['locale']);
  });
  test('numbers and texts of explanations come in both languages', () => {
    const lines = (['en', 'zh-CN'] as const).map((locale) =>
      core.renderExplanation(explainTiers(steep, '6'), locale, { format: 'markdown' }).split('\n'),
    );
    expect(lines).toEqual([
      [
        '- all of 6 at the rate of the tier that it lies in = **24**',
        '  - 6 in tier 2, from 0 to 6 = **24**',
        '    - 6 × 4 = **24**',
        '      - rate of tier 2, tiers\\[1\\].rate = **4**',
        '      - x = **6**',
      ],
      [
        '- 6 全部按其所在档的费率计算 = **24**',
        '  - 第 2 档中的 6，从 0 到 6 = **24**',
        '    - 6 × 4 = **24**',
        '      - 第 2 档的费率，tiers\\[1\\].rate = **4**',
        '      - x = **6**',
      ],
    ]);
  });
});

describe('toProblems', () => {
  const problems = (schema: z.ZodType, input: unknown): (string | undefined)[] => {
    const { error } = schema.safeParse(input);
    return error ? core.toProblems(error).map(({ code, message }) => `${code} ${message}`) : [];
  };
  const Shape = z.strictObject({
    kind: z.enum(['a', 'b']),
    count: z.int().min(1).max(9),
    name: z.string().min(2).exactOptional(),
    share: z.number().gt(0).lt(1).exactOptional(),
    list: z.array(z.string()).length(2).exactOptional(),
    step: z.number().multipleOf(5).exactOptional(),
    code: z
      .string()
      .regex(/^[A-Z]+$/)
      .exactOptional(),
    mail: z.email().exactOptional(),
    even: z
      .number()
      .refine((n) => n % 2 === 0, 'must be even')
      .exactOptional(),
    keys: z.partialRecord(z.enum(['x', 'y']), z.number()).exactOptional(),
  });
  const cases: [string, unknown, string[]][] = [
    ['nothing wrong', { kind: 'a', count: 1 }, []],
    [
      'an option and a type',
      { kind: 'c', count: '1' },
      ['schema.option kind: must be one of a | b', 'schema.type count: must be of type number'],
    ],
    [
      'ranges',
      { kind: 'a', count: 0, share: 1 },
      ['schema.range count: must be ≥ 1', 'schema.range share: must be < 1'],
    ],
    [
      'the other ends',
      { kind: 'a', count: 10, share: 0 },
      ['schema.range count: must be ≤ 9', 'schema.range share: must be > 0'],
    ],
    [
      'lengths',
      { kind: 'a', count: 1, name: 'x', list: [] },
      ['schema.length name: must have a length ≥ 2', 'schema.length list: must have a length = 2'],
    ],
    ['a multiple', { kind: 'a', count: 1, step: 7 }, ['schema.multiple step: must be a multiple of 5']],
    [
      'formats',
      { kind: 'a', count: 1, code: 'a', mail: 'b' },
      ['schema.format code: must have the format /^[A-Z]+$/', 'schema.format mail: must have the format email'],
    ],
    ['a rule of its own', { kind: 'a', count: 1, even: 3 }, ['schema.custom even: must be even']],
    ['a key too many', { kind: 'a', count: 1, colour: 'red' }, ['schema.unknownKey colour: is not a field here']],
    ['a key of a record', { kind: 'a', count: 1, keys: { z: 1 } }, ['schema.unknownKey keys.z: is not a field here']],
    ['no object at all', 5, ['schema.type must be of type object']],
  ];
  test.each(cases)('%s', (_, input, expected) => {
    const found = problems(Shape, input);
    if (_ === 'formats') expect(found[1]).toMatch(/^schema\.format mail: must have the format /);
    else expect(found).toEqual(expected);
  });

  test('the variant that the input follows furthest', () => {
    const Rule = z.union([
      z.string(),
      z.strictObject({ field: z.string(), value: z.number() }),
      z.strictObject({ all: z.array(z.strictObject({ field: z.string() })) }),
    ]);
    expect(problems(Rule, { all: [{ field: 'a' }, { field: 1 }] })).toEqual([
      'schema.type all[1].field: must be of type string',
    ]);
    expect(problems(Rule, { field: 'a' })).toEqual(['schema.type value: must be of type number']);
    expect(problems(Rule, 7)).toEqual(['schema.type must be of type string | object']);
    const Kind = z.discriminatedUnion('kind', [z.object({ kind: z.literal('a') }), z.object({ kind: z.literal('b') })]);
    expect(problems(z.array(Kind), [{ kind: 'c' }])).toEqual(['schema.option [0].kind: must be one of a | b']);
    expect(problems(z.map(z.string(), z.number()), new Map([['a', 'b']]))).toEqual([
      'schema.type a: must be of type number',
    ]);
  });

  test('in Chinese through localize', () => {
    const { error } = Shape.safeParse({ kind: 'a', count: 0 });
    expect(error && core.toProblems(error).map((problem) => core.localize(problem, 'zh-CN'))).toEqual([
      'count：必须 ≥ 1',
    ]);
  });
});
