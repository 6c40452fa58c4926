import * as z from 'zod';
import { PlainDate } from '../../core/schema/date.js';
import { DecimalString } from '../../core/schema/decimal.js';
import { Draw } from './draw.js';
import { ProrationPolicy, QuotaPart } from './quota.js';

/** Whoever is paid: a person or a partner. */
export interface Payee {
  readonly id: string;
  readonly name?: string;
  /** Currency of payment. Default: the plan's. */
  readonly currency?: string;
  /** What rules ask about. Decimals are strings. */
  readonly attributes?: Readonly<Record<string, string | boolean>>;
}
/** Whoever is paid: a person or a partner. */
export const Payee: z.ZodType<Payee> = /* @__PURE__ */ z
  .strictObject({
    id: z.string().min(1),
    name: z.string().exactOptional(),
    currency: z.string().min(1).exactOptional(),
    attributes: z
      .record(z.string(), z.union([z.string(), z.boolean()]))
      .readonly()
      .exactOptional(),
  })
  .meta({ id: 'Payee', title: 'Payee', description: 'Whoever is paid: a person or a partner' });

/** Pay for meeting every target. */
export interface TargetPay {
  /** In the plan's currency. */
  readonly amount: DecimalString;
  readonly per: 'year' | 'half' | 'quarter' | 'month';
}
/** Pay for meeting every target. */
export const TargetPay: z.ZodType<TargetPay> = /* @__PURE__ */ z
  .strictObject({ amount: DecimalString, per: z.enum(['year', 'half', 'quarter', 'month']) })
  .meta({ id: 'TargetPay', title: 'Target pay', description: 'Pay for meeting every target' });

/** A payee under a plan, from a day until another. Those of one payee to one plan must not overlap. */
export interface PlanAssignment {
  readonly payeeId: string;
  readonly planId: string;
  readonly from: PlainDate;
  /** First day that is not assigned any more; null or absent = open. */
  readonly to?: PlainDate | null;
  /** Role code, for quotas by role. */
  readonly role?: string;
  readonly target?: TargetPay;
  /** Own figures by quota id. */
  readonly quotas?: Readonly<Record<string, QuotaPart>>;
  /** How quotas and target pay count a span that is assigned in part. Default `{ dayCount: "actual", inclusive: true }`. */
  readonly prorate?: ProrationPolicy | 'none';
  /** Replaces the plan's draws. */
  readonly draws?: readonly Draw[];
}
/** A payee under a plan, from a day until another. */
export const PlanAssignment: z.ZodType<PlanAssignment> = /* @__PURE__ */ z
  .strictObject({
    payeeId: z.string().min(1),
    planId: z.string().min(1),
    from: PlainDate,
    to: PlainDate.nullable().exactOptional(),
    role: z.string().min(1).exactOptional(),
    target: TargetPay.exactOptional(),
    quotas: z.record(z.string(), QuotaPart).readonly().exactOptional(),
    prorate: z.union([ProrationPolicy, z.literal('none')]).exactOptional(),
    draws: z.array(Draw).readonly().exactOptional(),
  })
  .meta({ id: 'PlanAssignment', title: 'Plan assignment', description: 'A payee under a plan' });
