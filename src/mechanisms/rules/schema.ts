import * as z from 'zod';
import { DecimalString } from '../../core/schema/decimal.js';
import { PlainDate } from '../../core/schema/date.js';
import type { Expr as Calculation } from './expr.js';
import { type Rule as Condition, type RuleLeaf as Comparison, type RuleScalar as Scalar } from './rule.js';

const FieldName = /* @__PURE__ */ z.string().min(1);
const Ordered = /* @__PURE__ */ z.union([z.string(), z.number()]);

/** @reexport */
export type RuleScalar = Scalar;
/** A value that a rule compares with: decimals and dates are strings, and a decimal may be a number. */
export const RuleScalar: z.ZodType<RuleScalar> = /* @__PURE__ */ z
  .union([z.string(), z.number(), z.boolean()])
  .meta({ id: 'RuleScalar', title: 'Value of a rule', description: 'A text, decimal, date or truth value' });

/** @reexport */
export type RuleLeaf = Comparison;
/** One comparison of one field; a dotted field (`attributes.region`) leads into a nested fact. */
export const RuleLeaf: z.ZodType<RuleLeaf> = /* @__PURE__ */ z
  .discriminatedUnion('op', [
    z.strictObject({ field: FieldName, op: z.enum(['eq', 'ne', 'contains']), value: RuleScalar }),
    z.strictObject({ field: FieldName, op: z.enum(['lt', 'le', 'gt', 'ge']), value: Ordered }),
    z.strictObject({ field: FieldName, op: z.enum(['in', 'notIn']), value: z.array(RuleScalar).readonly() }),
    z.strictObject({ field: FieldName, op: z.literal('between'), value: z.tuple([Ordered, Ordered]).readonly() }),
    z.strictObject({ field: FieldName, op: z.enum(['startsWith', 'matches', 'under']), value: z.string() }),
    z.strictObject({
      field: FieldName,
      op: z.literal('within'),
      value: z.strictObject({
        from: PlainDate.nullable().exactOptional(),
        to: PlainDate.nullable().exactOptional(),
      }),
    }),
    z.strictObject({ field: FieldName, op: z.enum(['exists', 'isTrue']) }),
  ])
  .meta({ id: 'RuleLeaf', title: 'Comparison', description: 'One comparison of one field of a fact' });

/** @reexport */
export type Rule = Condition;
/**
 * A condition on a fact, as data. Guard foreign JSON with `checkJson` first: the schema follows the nesting by recursion.
 */
export const Rule: z.ZodType<Rule> = /* @__PURE__ */ z
  .union([
    RuleLeaf,
    z.strictObject({ all: z.array(z.lazy(() => Rule)).readonly() }),
    z.strictObject({ any: z.array(z.lazy(() => Rule)).readonly() }),
    z.strictObject({ not: z.lazy(() => Rule) }),
  ])
  .meta({ id: 'Rule', title: 'Rule', description: 'A condition on a fact with three truth values' });

/** @reexport */
export type Expr = Calculation;
/**
 * A calculation on a fact, as data: exact, without code strings. Guard foreign JSON with `checkJson` first: the schema follows the nesting by recursion.
 */
export const Expr: z.ZodType<Expr> = /* @__PURE__ */ z
  .union([
    DecimalString,
    z.number(),
    z.strictObject({ field: FieldName }),
    z.strictObject({
      op: z.enum(['add', 'mul', 'min', 'max']),
      args: z
        .array(z.lazy(() => Expr))
        .min(1)
        .readonly(),
    }),
    z.strictObject({
      op: z.enum(['sub', 'div']),
      args: z
        .array(z.lazy(() => Expr))
        .length(2)
        .readonly(),
    }),
    z.strictObject({ if: Rule, then: z.lazy(() => Expr), else: z.lazy(() => Expr) }),
  ])
  .meta({ id: 'Expr', title: 'Expression', description: 'An exact calculation on the fields of a fact' });
