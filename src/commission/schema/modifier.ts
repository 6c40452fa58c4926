import * as z from 'zod';
import { DecimalString } from '../../core/schema/decimal.js';
import { Tiers } from '../../core/schema/tiers.js';
import { Rule } from '../../mechanisms/rules/schema.js';
import { Rate, RateAxis } from './rate.js';

/** An amount of money: fixed, or a multiple of target pay, quota or measure of the span. */
export type Quantity =
  | { readonly amount: DecimalString }
  | { readonly ofTarget: DecimalString }
  | { readonly ofQuota: DecimalString }
  | { readonly ofMeasure: DecimalString };
export const Quantity: z.ZodType<Quantity> = /* @__PURE__ */ z
  .union([
    z.strictObject({ amount: DecimalString }),
    z.strictObject({ ofTarget: DecimalString }),
    z.strictObject({ ofQuota: DecimalString }),
    z.strictObject({ ofMeasure: DecimalString }),
  ])
  .meta({ id: 'Quantity', title: 'Quantity', description: 'An amount of money, fixed or a part of another figure' });

/** A condition on pay; unknown counts as not met. */
export interface Hurdle {
  readonly kind: 'hurdle';
  readonly when: Rule;
  /** If it is not met: nothing, another rate (in the first modifier of a component only), or a part of the earning. */
  readonly otherwise: { readonly pay: 'none' } | { readonly rate: Rate } | { readonly multiply: DecimalString };
}

/** Scales what was earned so far in the list. */
export interface Multiplier {
  readonly kind: 'multiplier';
  /** The factor, or where it is looked up, whole, at the span's total. */
  readonly by: DecimalString | { readonly axis: RateAxis; readonly tiers: Tiers };
}

/** Money for milestones, as lines of the span. */
export interface Kicker {
  readonly kind: 'kicker';
  readonly milestones: readonly { readonly when: Rule; readonly pay: Quantity }[];
  /** Whether every milestone that is met pays or the highest alone. Default `all`. */
  readonly take?: 'all' | 'highest';
}

/** The most that can be earned. */
export interface Cap {
  readonly kind: 'cap';
  readonly limit: Quantity;
  /** Default `window` under `accumulate: "toDate"`, else `period`. */
  readonly scope?: 'transaction' | 'period' | 'window';
  /** Whether the excess is lost or waits for room in later periods. Default `forfeit`. */
  readonly excess?: 'forfeit' | 'defer';
}

/** The least that is earned. */
export interface Floor {
  readonly kind: 'floor';
  readonly limit: Quantity;
  /** Default `window` under `accumulate: "toDate"`, else `period`. */
  readonly scope?: 'transaction' | 'period' | 'window';
}

/** A change of what the rate gave, in the order of the list. */
export type Modifier = Hurdle | Multiplier | Kicker | Cap | Floor;
export const Modifier: z.ZodType<Modifier> = /* @__PURE__ */ z
  .discriminatedUnion('kind', modifiers({}))
  .meta({ id: 'Modifier', title: 'Modifier', description: 'A change of what the rate gave' });

/** A modifier of the sum of a plan's components. */
export type PlanModifier = Modifier & {
  /** Ids of the components whose sum it works on. Default: all. */
  readonly component?: readonly string[];
};
export const PlanModifier: z.ZodType<PlanModifier> = /* @__PURE__ */ z
  .discriminatedUnion('kind', modifiers({ component: z.array(z.string()).min(1).readonly().exactOptional() }))
  .meta({ id: 'PlanModifier', title: 'Plan modifier', description: "A modifier of the sum of a plan's components" });

/** The kinds of modifier as object schemas, each with the same further fields. */
function modifiers<Further extends z.core.$ZodShape>(further: Further) {
  const scope = z.enum(['transaction', 'period', 'window']).exactOptional();
  return [
    z.strictObject({
      kind: z.literal('hurdle'),
      when: Rule,
      otherwise: z.union([
        z.strictObject({ pay: z.literal('none') }),
        z.strictObject({ rate: Rate }),
        z.strictObject({ multiply: DecimalString }),
      ]),
      ...further,
    }),
    z.strictObject({
      kind: z.literal('multiplier'),
      by: z.union([DecimalString, z.strictObject({ axis: RateAxis, tiers: Tiers })]),
      ...further,
    }),
    z.strictObject({
      kind: z.literal('kicker'),
      milestones: z
        .array(z.strictObject({ when: Rule, pay: Quantity }))
        .min(1)
        .readonly(),
      take: z.enum(['all', 'highest']).exactOptional(),
      ...further,
    }),
    z.strictObject({
      kind: z.literal('cap'),
      limit: Quantity,
      scope,
      excess: z.enum(['forfeit', 'defer']).exactOptional(),
      ...further,
    }),
    z.strictObject({ kind: z.literal('floor'), limit: Quantity, scope, ...further }),
  ] as const;
}
