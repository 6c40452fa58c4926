import * as z from 'zod';
import { describe, expect, test } from 'vitest';
import { DecimalString } from '../../../src/core/schema/decimal.js';
import { PlainDate } from '../../../src/core/schema/date.js';
import { defineRules } from '../../../src/mechanisms/rules/index.js';
import { thrown } from '../../core/thrown.js';

interface Category {
  name: string;
  parent?: Category | undefined;
}
const Category: z.ZodType<Category> = z.object({ name: z.string(), parent: z.lazy(() => Category).optional() });

const Order = z.object({
  id: z.string(),
  amount: DecimalString,
  discount: DecimalString.nullable().optional(),
  on: PlainDate,
  at: z.iso.datetime(),
  due: z.iso.date().default('2026-01-01'),
  units: z.number().int(),
  big: z.bigint(),
  open: z.boolean().readonly(),
  status: z.enum(['draft', 'sent']),
  size: z.union([z.literal('S'), z.literal(['M', 'L'])]),
  step: z.literal([1, 2]),
  mixed: z.union([z.string(), z.number()]),
  tags: z.array(z.string()),
  pair: z.tuple([z.string(), z.number()]),
  payee: z.object({ id: z.string(), team: z.object({ name: z.string() }) }),
  measures: z.record(z.string(), DecimalString),
  loose: z.looseObject({ known: z.boolean() }),
  both: z.intersection(z.object({ left: z.string() }), z.object({ right: z.number() })),
  category: Category,
  trimmed: z.string().transform((text) => text.length),
  unknown: z.unknown(),
});

test('the catalogue of a schema', () => {
  expect(defineRules(Order).fields).toEqual({
    id: 'string',
    amount: 'decimal',
    discount: 'decimal',
    on: 'date',
    at: 'date',
    due: 'date',
    units: 'decimal',
    big: 'decimal',
    open: 'boolean',
    status: ['draft', 'sent'],
    size: ['S', 'M', 'L'],
    step: 'decimal',
    mixed: 'any',
    tags: 'list',
    pair: 'list',
    'payee.id': 'string',
    'payee.team.name': 'string',
    'measures.*': 'decimal',
    'loose.*': 'any',
    'loose.known': 'boolean',
    'both.left': 'string',
    'both.right': 'decimal',
    'category.name': 'string',
    'category.parent.*': 'any',
    trimmed: 'string',
    unknown: 'any',
  });
});

test('a kind of text beats what the schema says, and must be of a known field', () => {
  const Place = z.object({ region: z.string() });
  expect(defineRules(Place, { region: 'tree' }).fields).toEqual({ region: 'tree' });
  expect(thrown(() => defineRules(Place, { regoin: 'tree' } as never))).toMatchObject({
    code: 'rule.unknownField',
    path: ['kinds', 'regoin'],
  });
});

describe('rules as JSON', () => {
  const orders = defineRules(Order);
  test('are accepted as they are', () => {
    const json: unknown = JSON.parse(
      '{"all":[{"field":"amount","op":"ge","value":"5"},{"field":"status","op":"eq","value":"sent"}]}',
    );
    expect(orders.parse(json)).toBe(json);
  });
  test.each([
    [{ field: 'amuont', op: 'ge', value: '5' }, 'rule.unknownField', ['guard', 'field']],
    [{ field: 'amount', op: 'startsWith', value: '5' }, 'rule.unknownOperator', ['guard', 'op']],
    [{ field: 'units', op: 'eq', value: true }, 'rule.type', ['guard', 'value']],
    [{ field: 'status', op: 'eq', value: 'lost' }, 'rule.type', ['guard', 'value']],
    [{ field: 'status', op: 'in', value: ['sent', 'lost'] }, 'rule.type', ['guard', 'value', 1]],
    [{ field: 'measures.seats.deep', op: 'lt', value: 'x' }, 'decimal.invalid', ['guard', 'value']],
    [{ field: 'payee', op: 'exists' }, 'rule.unknownField', ['guard', 'field']],
  ])('%#', (json, code, path) => {
    expect(thrown(() => orders.parse(json, ['guard']))).toMatchObject({ code, path });
  });
});

test('compiled rules answer as any rule does', () => {
  const Deal = z.object({ amount: z.string().optional(), won: z.boolean() });
  const deals = defineRules(Deal, { amount: 'decimal' });
  const big = deals.rule({ field: 'amount', op: 'gt', value: '9.5' });
  expect([{ won: true }, { won: true, amount: '10' }].map(deals.compile(big))).toEqual([null, true]);
  expect([{ won: true }].map(deals.compile(big, { treatUnknownAs: true }))).toEqual([true]);
});
