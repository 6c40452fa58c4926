import * as z from 'zod';
import { PlainDate } from '../../core/schema/date.js';
import { DecimalString } from '../../core/schema/decimal.js';
import { Residue, RoundingMode } from '../../core/schema/rounding.js';
import { Tiers } from '../../core/schema/tiers.js';
import { Rule } from '../../mechanisms/rules/schema.js';
import {
  BUDGET_OVERS,
  BUDGET_UNITS,
  type BudgetState as State,
  type PromotionBudget as Budget,
} from '../budget/promotionBudget.js';
import { NEGATIVES } from '../charge/charge.js';
import { CONDITION_CLASSES, CONDITION_KINDS, type Condition as ConditionType } from '../condition/condition.js';
import { type Procedure as ProcedureType, RESOLVES } from '../condition/procedure.js';
import type { QuoteInput as Input } from '../quote/quote.js';
import { QUOTE_ROUNDINGS, type QuoteRounding as Rounding, type QuoteRoundingPreset } from '../quote/quoteRounding.js';
import { ChargeModel } from './charge.js';

const Name = /* @__PURE__ */ z.string().min(1);
const Names = /* @__PURE__ */ z.array(Name).readonly();
const Facts = /* @__PURE__ */ z.record(z.string(), z.unknown()).readonly();

const Reward = /* @__PURE__ */ z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('rate'), rate: DecimalString }),
  z.strictObject({
    type: z.literal('amount'),
    amount: DecimalString,
    per: z.enum(['unit', 'line', 'quote']),
    maxUnits: DecimalString.exactOptional(),
  }),
  z.strictObject({ type: z.literal('price'), amount: DecimalString }),
  z.strictObject({
    type: z.literal('tiered'),
    tiers: Tiers,
    measure: z.enum(['quantity', 'amount']),
    yields: z.enum(['rate', 'amount']),
  }),
  z.strictObject({
    type: z.literal('buyXGetY'),
    buy: DecimalString,
    get: DecimalString,
    rate: DecimalString.exactOptional(),
    repeat: z.boolean().exactOptional(),
    maxRepeats: z.int().min(1).exactOptional(),
    partial: z.boolean().exactOptional(),
    getItems: Rule.exactOptional(),
  }),
  z.strictObject({
    type: z.literal('freeGoods'),
    sku: Name,
    per: DecimalString,
    get: DecimalString,
    repeat: z.boolean().exactOptional(),
    partial: z.enum(['down', 'fraction']).exactOptional(),
  }),
]);

/** @reexport */
export type Condition = ConditionType;
/** A discount, surcharge or statistic; with a trigger and perhaps a budget it is a promotion. */
export const Condition: z.ZodType<Condition> = /* @__PURE__ */ z
  .strictObject({
    code: Name,
    kind: z.enum(CONDITION_KINDS),
    scope: z.enum(['line', 'quote']),
    reward: Reward,
    currency: Name.exactOptional(),
    basis: z.union([z.enum(['list', 'running']), z.strictObject({ subtotal: Name })]).exactOptional(),
    items: Rule.exactOptional(),
    trigger: z
      .strictObject({
        items: Rule.exactOptional(),
        minQty: DecimalString.exactOptional(),
        maxQty: DecimalString.exactOptional(),
        minAmount: DecimalString.exactOptional(),
        maxAmount: DecimalString.exactOptional(),
        pooled: z.boolean().exactOptional(),
        cumulative: z.boolean().exactOptional(),
        when: Rule.exactOptional(),
      })
      .exactOptional(),
    from: PlainDate.exactOptional(),
    to: PlainDate.exactOptional(),
    priority: z.number().exactOptional(),
    class: z.enum(CONDITION_CLASSES).exactOptional(),
    combinesWith: z.array(z.enum(CONDITION_CLASSES)).readonly().exactOptional(),
    group: Name.exactOptional(),
    budget: Name.exactOptional(),
    source: z.enum(['list', 'contract', 'promotion', 'manual', 'partner']).exactOptional(),
    requires: Names.exactOptional(),
  })
  .meta({ id: 'Condition', title: 'Condition', description: 'A discount, surcharge or statistic with its trigger' });

/** @reexport */
export type Procedure = ProcedureType;
/** The order of conditions with subtotals between them. */
export const Procedure: z.ZodType<Procedure> = /* @__PURE__ */ z
  .strictObject({
    code: Name,
    steps: z.array(z.union([z.strictObject({ condition: Name }), z.strictObject({ subtotal: Name })])).readonly(),
    groups: z
      .array(
        z.strictObject({
          code: Name,
          keep: z.enum(['best', 'worst', 'first', 'priority']),
          count: z.int().min(1).exactOptional(),
          zero: z.enum(['compete', 'ignore']).exactOptional(),
          excludes: Names.exactOptional(),
          excludesBy: z.enum(['presence', 'total']).exactOptional(),
        }),
      )
      .readonly()
      .exactOptional(),
    resolve: z.enum(RESOLVES).exactOptional(),
  })
  .meta({ id: 'Procedure', title: 'Procedure', description: 'The order of conditions with subtotals between them' });

/** @reexport */
export type PromotionBudget = Budget;
/** What a promotion may cost. */
export const PromotionBudget: z.ZodType<PromotionBudget> = /* @__PURE__ */ z
  .strictObject({
    code: Name,
    limit: DecimalString,
    unit: z.enum(BUDGET_UNITS),
    over: z.enum(BUDGET_OVERS).exactOptional(),
  })
  .meta({ id: 'PromotionBudget', title: 'Promotion budget', description: 'What a promotion may cost' });

/** @reexport */
export type BudgetState = State;
/** A budget with what was spent of it and what is reserved. */
export const BudgetState: z.ZodType<BudgetState> = /* @__PURE__ */ z
  .strictObject({
    budget: PromotionBudget,
    committed: DecimalString,
    reservations: z
      .array(z.strictObject({ id: Name, amount: DecimalString, expires: PlainDate.exactOptional() }))
      .readonly(),
  })
  .meta({
    id: 'BudgetState',
    title: 'State of a budget',
    description: 'What was spent of a budget and what is reserved',
  });

/** @reexport */
export type QuoteRounding = Rounding;
/** Where and how a quote is rounded. */
export const QuoteRounding: z.ZodType<QuoteRounding> = /* @__PURE__ */ z
  .strictObject({
    place: z.enum(['unit', 'line', 'document']),
    mode: RoundingMode,
    increment: DecimalString.exactOptional(),
    residue: Residue,
    conditions: z.enum(['exact', 'each']),
    tax: z.enum(['line', 'document']),
    taxBasis: z.enum(['rounded', 'exact']),
    inclusive: z.enum(['roundTax', 'roundNet']),
    gross: z.enum(['sum', 'exact']),
    spreadWeight: z.enum(['net', 'gross']),
  })
  .meta({ id: 'QuoteRounding', title: 'Rounding of a quote', description: 'Where and how a quote is rounded' });

/** @reexport */
export type QuoteInput = Input;
/** A quote as it is asked. */
export const QuoteInput: z.ZodType<QuoteInput> = /* @__PURE__ */ z
  .strictObject({
    code: Name,
    currency: Name,
    on: PlainDate,
    priceTax: z.enum(['exclusive', 'inclusive']),
    lines: z
      .array(
        z.strictObject({
          id: Name,
          sku: Name,
          quantity: DecimalString,
          unit: Name.exactOptional(),
          unitPrice: DecimalString.exactOptional(),
          cost: DecimalString.exactOptional(),
          charge: ChargeModel.exactOptional(),
          amount: DecimalString.exactOptional(),
          taxes: z
            .array(z.strictObject({ code: Name, rate: DecimalString, compound: z.boolean().exactOptional() }))
            .readonly()
            .exactOptional(),
          attributes: Facts.exactOptional(),
        }),
      )
      .readonly(),
    conditions: z.array(Condition).readonly().exactOptional(),
    procedure: Procedure.exactOptional(),
    rounding: z.union([QuoteRounding, z.enum(Object.keys(QUOTE_ROUNDINGS) as QuoteRoundingPreset[])]),
    cash: z.strictObject({ increment: DecimalString, mode: RoundingMode }).exactOptional(),
    budgets: z.array(BudgetState).readonly().exactOptional(),
    history: z
      .record(
        z.string(),
        z.strictObject({ quantity: DecimalString.exactOptional(), amount: DecimalString.exactOptional() }),
      )
      .readonly()
      .exactOptional(),
    context: Facts.exactOptional(),
    negative: z.enum(NEGATIVES).exactOptional(),
  })
  .meta({ id: 'QuoteInput', title: 'Quote', description: 'Lines, conditions and the rounding of a quote' });
