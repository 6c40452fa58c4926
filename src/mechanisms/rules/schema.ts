import * as z from 'zod';
import { DecimalString } from '../../core/schema/decimal.js';
import { PlainDate } from '../../core/schema/date.js';
import type { DecisionTable as Table, DecisionTest as Test } from './decisionTable.js';
import type { Expr as Calculation } from './expr.js';
import type { LimitMatrix as Matrix, LimitRequest as Request } from './limits/limitMatrix.js';
import { type Rule as Condition, type RuleLeaf as Comparison, type RuleScalar as Scalar } from './rule.js';

const FieldName = /* @__PURE__ */ z.string().min(1);
const Ordered = /* @__PURE__ */ z.union([z.string(), z.number()]);
const Kind = /* @__PURE__ */ z.enum(['decimal', 'string', 'boolean', 'date', 'list', 'tree', 'any']);

/** @reexport */
export type RuleScalar = Scalar;
/** A value that a rule compares with: decimals and dates are strings, and a decimal may be a number. */
export const RuleScalar: z.ZodType<RuleScalar> = /* @__PURE__ */ z
  .union([z.string(), z.number(), z.boolean()])
  .meta({ id: 'RuleScalar', title: 'Value of a rule', description: 'A text, decimal, date or truth value' });

/** The comparisons by their operators, each with what else its object holds. */
function comparisons(more: { readonly field?: z.ZodType<string> }): z.ZodType {
  return z.discriminatedUnion('op', [
    z.strictObject({ ...more, op: z.enum(['eq', 'ne', 'contains']), value: RuleScalar }),
    z.strictObject({ ...more, op: z.enum(['lt', 'le', 'gt', 'ge']), value: Ordered }),
    z.strictObject({ ...more, op: z.enum(['in', 'notIn']), value: z.array(RuleScalar).readonly() }),
    z.strictObject({ ...more, op: z.literal('between'), value: z.tuple([Ordered, Ordered]).readonly() }),
    z.strictObject({ ...more, op: z.enum(['startsWith', 'matches', 'under']), value: z.string() }),
    z.strictObject({
      ...more,
      op: z.literal('within'),
      value: z.strictObject({
        from: PlainDate.nullable().exactOptional(),
        to: PlainDate.nullable().exactOptional(),
      }),
    }),
    z.strictObject({ ...more, op: z.enum(['exists', 'isTrue']) }),
  ]);
}

/** @reexport */
export type RuleLeaf = Comparison;
/** One comparison of one field; a dotted field (`attributes.region`) leads into a nested fact. */
export const RuleLeaf: z.ZodType<RuleLeaf> = /* @__PURE__ */ (
  comparisons({ field: FieldName }) as z.ZodType<RuleLeaf>
).meta({ id: 'RuleLeaf', title: 'Comparison', description: 'One comparison of one field of a fact' });

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

/** @reexport */
export type DecisionTest = Test;
/** A cell of a decision table: a value, a list of values of which one is asked, or another comparison. */
export const DecisionTest: z.ZodType<DecisionTest> = /* @__PURE__ */ z
  .union([RuleScalar, z.array(RuleScalar).readonly(), comparisons({}) as z.ZodType<DecisionTest>])
  .meta({ id: 'DecisionTest', title: 'Cell of a decision table', description: 'What a row asks of one input' });

/**
 * Returns the schema of the decision tables whose outputs have a schema of their own.
 *
 * @param output schema of an output
 * @example
 * import * as z from 'zod';
 * import { decisionTableOf } from 'salesmodel/mechanisms/rules';
 *
 * const Rates = decisionTableOf(z.object({ rate: z.string() }));
 * const table = { inputs: [{ field: 'region' }], rows: [{ when: { region: 'EU' }, output: { rate: '0.05' } }], hit: 'unique' };
 * Rates.safeParse(table).success; // => true
 * Rates.safeParse({ ...table, hit: 'any' }).success; // => false
 */
export function decisionTableOf<Output>(output: z.ZodType<Output>): z.ZodType<Table<Output>> {
  const input = z.strictObject({
    field: FieldName,
    type: z.union([Kind, z.array(z.string()).readonly()]).exactOptional(),
    min: DecimalString.exactOptional(),
    max: DecimalString.exactOptional(),
  });
  const row = z.strictObject({
    id: z.string().exactOptional(),
    when: z.record(FieldName, DecisionTest).readonly(),
    output,
    priority: z.number().exactOptional(),
  });
  return z.strictObject({
    inputs: z.array(input).readonly(),
    rows: z.array(row).readonly(),
    hit: z.enum(['first', 'unique', 'all', 'priority']),
  });
}

/** @reexport */
export type DecisionTable<Output = unknown> = Table<Output>;
/** Conditions and outputs as rows. Guard foreign JSON with `checkJson` first: outputs may nest. */
export const DecisionTable: z.ZodType<DecisionTable> = /* @__PURE__ */ decisionTableOf<unknown>(z.json()).meta({
  id: 'DecisionTable',
  title: 'Decision table',
  description: 'Conditions and outputs as rows, with the meaning of several rows that hold',
});

/** @reexport */
export type LimitMatrix = Matrix;
/** Who may do an action of which size, and who signs what others may not. Guard foreign JSON with `checkJson` first. */
export const LimitMatrix: z.ZodType<LimitMatrix> = /* @__PURE__ */ z
  .strictObject({
    code: z.string().min(1),
    roles: z.array(z.strictObject({ role: FieldName, track: FieldName.exactOptional(), level: z.int() })).readonly(),
    limits: z
      .array(
        z.strictObject({
          code: z.string().exactOptional(),
          role: FieldName,
          action: FieldName.exactOptional(),
          keys: z
            .record(FieldName, z.union([z.string(), z.array(z.string()).readonly()]))
            .readonly()
            .exactOptional(),
          when: Rule.exactOptional(),
          bounds: z
            .record(
              FieldName,
              z.strictObject({ max: DecimalString.exactOptional(), min: DecimalString.exactOptional() }),
            )
            .readonly(),
          from: PlainDate.exactOptional(),
          to: PlainDate.nullable().exactOptional(),
        }),
      )
      .readonly(),
    tracks: z
      .array(z.strictObject({ track: FieldName, when: Rule.exactOptional() }))
      .readonly()
      .exactOptional(),
    select: z.enum(['mostSpecific', 'anyRow']).exactOptional(),
    missing: z.enum(['escalate', 'ignore']).exactOptional(),
    routing: z.enum(['skipLevel', 'stepByStep']).exactOptional(),
  })
  .meta({
    id: 'LimitMatrix',
    title: 'Limit matrix',
    description: 'Who may sign what, and who signs what others may not',
  });

/** @reexport */
export type LimitRequest = Request;
/** What somebody wants to do on a day. Guard foreign JSON with `checkJson` first: facts may nest. */
export const LimitRequest: z.ZodType<LimitRequest> = /* @__PURE__ */ z
  .strictObject({
    action: FieldName.exactOptional(),
    scopes: z.array(z.strictObject({ id: z.string(), facts: z.record(z.string(), z.json()).readonly() })).readonly(),
    requester: FieldName.exactOptional(),
    on: PlainDate,
  })
  .meta({ id: 'LimitRequest', title: 'Limit request', description: 'What somebody wants to do on a day' });
