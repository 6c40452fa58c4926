import * as z from 'zod';
import { expectTypeOf, test } from 'vitest';
import { defineRules, type Rule, type Truth } from '../../../src/mechanisms/rules/index.js';

const Customer = z.object({
  id: z.string(),
  spend: z.string().optional(),
  orders: z.number(),
  since: z.string().nullable(),
  region: z.string(),
  stage: z.enum(['new', 'active', 'lost']),
  vip: z.boolean().optional(),
  interests: z.array(z.string()),
  address: z.object({ city: z.string(), floors: z.number().nullish() }).optional(),
  attributes: z.record(z.string(), z.string()),
  extra: z.record(z.string(), z.unknown()),
});
const { rule, compile, parse } = defineRules(Customer, { spend: 'decimal', since: 'date', region: 'tree' });

test('what suits a field compiles', () => {
  rule({
    all: [{ field: 'spend', op: 'ge', value: '10' }, { not: { field: 'orders', op: 'between', value: [1, '2'] } }],
  });
  rule({
    any: [
      { field: 'since', op: 'within', value: { from: '2026-01-01' } },
      { field: 'region', op: 'under', value: 'CN' },
    ],
  });
  rule({ field: 'stage', op: 'in', value: ['new', 'lost'] });
  rule({ field: 'vip', op: 'isTrue' });
  rule({ field: 'interests', op: 'contains', value: 'golf' });
  rule({ field: 'address.city', op: 'matches', value: 'Sh*' });
  rule({ field: 'address.floors', op: 'gt', value: 3 });
  rule({ field: 'attributes.size', op: 'eq', value: 'L' });
  rule({ field: 'extra.anything', op: 'ge', value: '3' });
  rule({ field: 'id', op: 'exists' });
});

test('a wrong field does not compile', () => {
  // @ts-expect-error misspelt
  rule({ field: 'spent', op: 'ge', value: '10' });
  // @ts-expect-error not a field of the nested object
  rule({ field: 'address.zip', op: 'exists' });
  // @ts-expect-error an object is no field
  rule({ field: 'address', op: 'eq', value: 'x' });
  // @ts-expect-error deep inside
  rule({ all: [{ any: [{ not: { field: 'nope', op: 'exists' } }] }] });
});

test('a wrong operator does not compile', () => {
  // @ts-expect-error decimals have no prefix
  rule({ field: 'spend', op: 'startsWith', value: '1' });
  // @ts-expect-error texts have no order
  rule({ field: 'id', op: 'lt', value: 'b' });
  // @ts-expect-error truth values have no order
  rule({ field: 'vip', op: 'gt', value: false });
  // @ts-expect-error a list is not equal to anything
  rule({ field: 'interests', op: 'eq', value: 'golf' });
  // @ts-expect-error no such operator
  rule({ field: 'id', op: 'like', value: 'b' });
  // @ts-expect-error a number is no text
  rule({ field: 'orders', op: 'isTrue' });
});

test('a wrong value does not compile', () => {
  // @ts-expect-error not a stage
  rule({ field: 'stage', op: 'eq', value: 'won' });
  // @ts-expect-error not a list
  rule({ field: 'stage', op: 'in', value: 'new' });
  // @ts-expect-error a truth value
  rule({ field: 'vip', op: 'eq', value: 'true' });
  // @ts-expect-error both ends
  rule({ field: 'orders', op: 'between', value: [1] });
  // @ts-expect-error texts only
  rule({ field: 'since', op: 'ge', value: 20260101 });
  // @ts-expect-error texts only
  rule({ field: 'interests', op: 'contains', value: 5 });
  // @ts-expect-error no value
  rule({ field: 'id', op: 'eq' });
});

test('only text fields have a kind of text', () => {
  // @ts-expect-error a number needs none
  defineRules(Customer, { orders: 'decimal' });
  // @ts-expect-error misspelt
  defineRules(Customer, { spent: 'decimal' });
  // @ts-expect-error no such kind
  defineRules(Customer, { spend: 'money' });
});

test('the caller says what unknown means, and a rule of the schema is a rule', () => {
  type Fact = z.output<typeof Customer>;
  const plain = compile({ field: 'vip', op: 'isTrue' });
  expectTypeOf(plain).toEqualTypeOf<(fact: Fact) => Truth>();
  const certain = compile({ field: 'vip', op: 'isTrue' }, { treatUnknownAs: false });
  expectTypeOf(certain).toEqualTypeOf<(fact: Fact) => boolean>();
  expectTypeOf(parse({})).toExtend<Rule>();
  expectTypeOf(rule({ field: 'id', op: 'exists' })).toExtend<Rule>();
});
