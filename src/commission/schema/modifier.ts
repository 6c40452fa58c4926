import * as z from 'zod';
import { Curve } from '../../core/schema/curve.js';
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
/** An amount of money: fixed, or a multiple of target pay, quota or measure of the span. */
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
  readonly by:
    | DecimalString
    | { readonly axis: RateAxis; readonly tiers: Tiers }
    | { readonly axis: RateAxis; readonly curve: Curve };
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
  /**
   * Default `window` under `accumulate: "toDate"`, else `period`. A floor of the window is for all of it: what the window
   * earns later takes the place of what the floor has added before.
   */
  readonly scope?: 'transaction' | 'period' | 'window';
}

const hurdle = /* @__PURE__ */ z.strictObject({
  kind: z.literal('hurdle'),
  when: Rule,
  otherwise: z.union([z.strictObject({ pay: z.literal('none') }), z.strictObject({ multiply: DecimalString })]),
});
const multiplier = /* @__PURE__ */ z.strictObject({
  kind: z.literal('multiplier'),
  by: z.union([
    DecimalString,
    z.strictObject({ axis: RateAxis, tiers: Tiers }),
    z.strictObject({ axis: RateAxis, curve: Curve }),
  ]),
});
const kicker = /* @__PURE__ */ z.strictObject({
  kind: z.literal('kicker'),
  milestones: z
    .array(z.strictObject({ when: Rule, pay: Quantity }))
    .min(1)
    .readonly(),
  take: z.enum(['all', 'highest']).exactOptional(),
});
const cap = /* @__PURE__ */ z.strictObject({
  kind: z.literal('cap'),
  limit: Quantity,
  excess: z.enum(['forfeit', 'defer']).exactOptional(),
});
const floor = /* @__PURE__ */ z.strictObject({ kind: z.literal('floor'), limit: Quantity });

/** A change of what the rate gave, in the order of the list. */
export type Modifier = Hurdle | Multiplier | Kicker | Cap | Floor;
/** A change of what the rate gave, in the order of the list. */
export const Modifier: z.ZodType<Modifier> = /* @__PURE__ */ z
  .lazy(() => {
    const scope = z.enum(['transaction', 'period', 'window']).exactOptional();
    const otherRate = z.strictObject({ rate: Rate });
    return z.discriminatedUnion('kind', [
      hurdle.extend({ otherwise: z.union([...hurdle.shape.otherwise.options, otherRate]) }),
      multiplier,
      kicker,
      cap.extend({ scope }),
      floor.extend({ scope }),
    ]);
  })
  .meta({ id: 'Modifier', title: 'Modifier', description: 'A change of what the rate gave' });

/**
 * A modifier of the sum of a plan's components: as for components, but of whole periods (`window` is the fiscal year),
 * without another rate, and with scores as axes of multipliers.
 */
export type PlanModifier = (
  | (Hurdle & { readonly otherwise: { readonly pay: 'none' } | { readonly multiply: DecimalString } })
  | Multiplier
  | Kicker
  | (Cap & { readonly scope?: 'period' | 'window' })
  | (Floor & { readonly scope?: 'period' | 'window' })
) & {
  /** Ids of the components whose sum it works on. Default: all. */
  readonly component?: readonly string[];
};
/** A modifier of the sum of a plan's components: as for components, but of whole periods (`window` is the fiscal year), without another rate, and with scores as axes of multipliers. */
export const PlanModifier: z.ZodType<PlanModifier> = /* @__PURE__ */ z
  .lazy(() => {
    const component = z.array(z.string()).min(1).readonly().exactOptional();
    const scope = z.enum(['period', 'window']).exactOptional();
    return z.discriminatedUnion('kind', [
      hurdle.extend({ component }),
      multiplier.extend({ component }),
      kicker.extend({ component }),
      cap.extend({ scope, component }),
      floor.extend({ scope, component }),
    ]);
  })
  .meta({ id: 'PlanModifier', title: 'Plan modifier', description: "A modifier of the sum of a plan's components" });
