import * as z from 'zod';
import type { RoundingPolicy } from '../../core/rounding.js';
import { PlainDate } from '../../core/schema/date.js';
import { DecimalString } from '../../core/schema/decimal.js';
import { Residue, RoundingMode } from '../../core/schema/rounding.js';
import { Rule } from '../../mechanisms/rules/schema.js';
import { Clawback } from './clawback.js';
import { CreditKind } from './crediting.js';
import { Draw } from './draw.js';
import { Measure } from './measure.js';
import { Modifier, PlanModifier } from './modifier.js';
import { Quota } from './quota.js';
import { Rate } from './rate.js';
import { Release } from './release.js';

/** A span that statements, components and quotas can have. */
export type PlanPeriod = 'week' | 'month' | 'quarter' | 'half' | 'year';
const planPeriod = /* @__PURE__ */ z.enum(['week', 'month', 'quarter', 'half', 'year']);

/** How attainment is rounded before it is compared. */
export interface AttainmentRounding {
  readonly increment: DecimalString;
  /** Default `halfEven`. */
  readonly mode?: RoundingMode;
}
/** How attainment is rounded before it is compared. */
export const AttainmentRounding: z.ZodType<AttainmentRounding> = /* @__PURE__ */ z
  .strictObject({ increment: DecimalString, mode: RoundingMode.exactOptional() })
  .meta({ id: 'AttainmentRounding', title: 'Attainment rounding', description: 'How attainment is rounded' });

/** One way to earn under a plan. */
export interface Component {
  /** Unique in the plan. */
  readonly id: string;
  readonly label?: string;
  /** Kinds of credit it pays on. Default `["revenue", "overlay"]`. */
  readonly credits?: readonly CreditKind[];
  /** Which transactions it pays on; unknown counts as not. Default: all. */
  readonly where?: Rule;
  /** The credit date: `date`, or a key of the transaction's `dates`. Default `date`. */
  readonly dateField?: string;
  /** The quantity that is accumulated. */
  readonly measure: Measure;
  /** The quantity that the rate multiplies. Default: the measure. */
  readonly base?: Measure;
  /** The rate works on each credit alone, on the sum of the span, or on the window up to the span's end. */
  readonly accumulate: 'perTransaction' | 'perPeriod' | 'toDate';
  /** The evaluated span; a longer one than the plan's earns in the plan period that has its last day. Default: the plan's. */
  readonly every?: PlanPeriod;
  /** With `toDate`: where the window starts. Default `year`. */
  readonly window?: 'quarter' | 'half' | 'year';
  /** Id in the plan's quotas. Needed when anything uses attainment. */
  readonly quota?: string;
  /** With `toDate`: whether attainment compares with the whole window's quota or the quota to date. Default `window`. */
  readonly quotaBasis?: 'window' | 'toDate';
  /** With `perPeriod` and `toDate`: rounds attainment before it is compared. Default: bounds are compared exactly. */
  readonly attainmentRounding?: AttainmentRounding;
  /** What a quota of 0 means: the credits are rejected, paid at the top tier, or earn 0. Default `reject`. */
  readonly zeroQuota?: 'reject' | 'top' | 'none';
  /** Its share of the assignment's target pay. Default "1". */
  readonly targetShare?: DecimalString;
  readonly rate: Rate;
  readonly modifiers?: readonly Modifier[];
  /** When its earnings become payable. Default: as the plan says. */
  readonly release?: Release;
  /** What is taken back when a sale is reversed. Default: as the plan says. */
  readonly clawback?: Clawback;
}
/** One way to earn under a plan. */
export const Component: z.ZodType<Component> = /* @__PURE__ */ z
  .strictObject({
    id: z.string().min(1),
    label: z.string().exactOptional(),
    credits: z.array(CreditKind).min(1).readonly().exactOptional(),
    where: Rule.exactOptional(),
    dateField: z.string().min(1).exactOptional(),
    measure: Measure,
    base: Measure.exactOptional(),
    accumulate: z.enum(['perTransaction', 'perPeriod', 'toDate']),
    every: planPeriod.exactOptional(),
    window: z.enum(['quarter', 'half', 'year']).exactOptional(),
    quota: z.string().exactOptional(),
    quotaBasis: z.enum(['window', 'toDate']).exactOptional(),
    attainmentRounding: AttainmentRounding.exactOptional(),
    zeroQuota: z.enum(['reject', 'top', 'none']).exactOptional(),
    targetShare: DecimalString.exactOptional(),
    rate: Rate,
    modifiers: z.array(Modifier).readonly().exactOptional(),
    release: Release.exactOptional(),
    clawback: Clawback.exactOptional(),
  })
  .meta({ id: 'Component', title: 'Component', description: 'One way to earn under a plan' });

/** When and how amounts in other currencies are converted. */
export interface PlanFx {
  /** Day whose rate converts a row into the plan currency. Default `transaction`. */
  readonly date?: 'transaction' | 'credit' | 'periodEnd' | 'collection';
  /** Whether a day without a quote takes the one before. Default `previous`. */
  readonly policy?: 'exact' | 'previous';
  /** Whether each converted row is rounded to the plan currency. Default `none`. */
  readonly round?: 'none' | 'transaction';
  /** Day whose rate converts a payout into the payee's currency. Default `periodEnd`. */
  readonly payDate?: 'periodEnd' | 'asOf';
}
const planFx = /* @__PURE__ */ z.strictObject({
  date: z.enum(['transaction', 'credit', 'periodEnd', 'collection']).exactOptional(),
  policy: z.enum(['exact', 'previous']).exactOptional(),
  round: z.enum(['none', 'transaction']).exactOptional(),
  payDate: z.enum(['periodEnd', 'asOf']).exactOptional(),
});

/** What becomes of a payable, what was carried in included, when a period is paid. */
export interface PlanPayment {
  /** A payable below it is carried into the next period. Default: none. */
  readonly minimum?: DecimalString;
  /** The most that one period pays. Default: none. */
  readonly maximum?: DecimalString;
  /** Whether what is above the maximum is carried into the next period or lost. Default `defer`. */
  readonly excess?: 'defer' | 'forfeit';
  /** A negative payable is carried into the next period, paid as it is, or forgiven. Default `carry`. */
  readonly negative?: 'carry' | 'payNegative' | 'forgive';
  /** What is left of deferred earnings when the assignment ends. Default `pay`. */
  readonly deferredAtEnd?: 'pay' | 'forfeit';
  /**
   * Rounds the payout to what can be paid in cash: to the increment (default: that of the currency paid in, 0.05 for
   * CHF), `halfUp` by default.
   */
  readonly cashRounding?: { readonly increment?: DecimalString; readonly mode?: RoundingMode };
}
/** What becomes of a payable, what was carried in included, when a period is paid. */
export const PlanPayment: z.ZodType<PlanPayment> = /* @__PURE__ */ z
  .strictObject({
    minimum: DecimalString.exactOptional(),
    maximum: DecimalString.exactOptional(),
    excess: z.enum(['defer', 'forfeit']).exactOptional(),
    negative: z.enum(['carry', 'payNegative', 'forgive']).exactOptional(),
    deferredAtEnd: z.enum(['pay', 'forfeit']).exactOptional(),
    cashRounding: z
      .strictObject({ increment: DecimalString.exactOptional(), mode: RoundingMode.exactOptional() })
      .readonly()
      .exactOptional(),
  })
  .meta({ id: 'PlanPayment', title: 'Plan payment', description: 'What becomes of a payable when a period is paid' });

/** Where a plan rounds. `line`: each line; `component`: the component, then its lines; `statement`: the payable alone. */
export type PlanRoundingPlace = 'line' | 'component' | 'statement';

const planRounding = /* @__PURE__ */ z.strictObject({
  mode: RoundingMode.exactOptional(),
  increment: DecimalString.exactOptional(),
  at: z.enum(['line', 'component', 'statement']).exactOptional(),
  residue: Residue.exactOptional(),
});

/** Who earns what for which sales: one version of a plan. */
export interface CommissionPlan {
  readonly id: string;
  /** Default "1". Several versions share an id. */
  readonly version?: string;
  readonly name?: string;
  /** Days on which this version holds; versions of one id must not overlap. Default: always. */
  readonly effective?: { readonly from: PlainDate; readonly to?: PlainDate | null };
  /** ISO code; all of the plan's arithmetic is in it. */
  readonly currency: string;
  /** The period of a statement. */
  readonly period: PlanPeriod;
  /** 1 to 12. Default 1. */
  readonly fiscalStartMonth?: number;
  /**
   * Which version pays a period in which the version changes. Default `periodStart`. A component with longer spans than
   * the plan's periods asks it of its span; what it earns is on the statement of the period in which the span ends.
   */
  readonly versionBy?: 'periodStart' | 'periodEnd' | 'transactionDate';
  /** By id. */
  readonly quotas?: Readonly<Record<string, Quota>>;
  /** At least one, ids unique. */
  readonly components: readonly Component[];
  readonly modifiers?: readonly PlanModifier[];
  /** When earnings become payable, unless a component says otherwise. Default `{ kind: "immediate" }`. */
  readonly release?: Release;
  /** What is taken back when a sale is reversed, unless a component says otherwise. Default `{ basis: "recompute" }`. */
  readonly clawback?: Clawback;
  /** Of every assignment that has no list of its own. */
  readonly draws?: readonly Draw[];
  readonly payment?: PlanPayment;
  /** Default `{ mode: "halfEven", at: "line", residue: "largestRemainder" }` with the increment of the currency. */
  readonly rounding?: RoundingPolicy<PlanRoundingPlace>;
  readonly fx?: PlanFx;
  /** Whether a row without a field that a measure needs is rejected for that component, or counts 0. Default `reject`. */
  readonly missing?: 'reject' | 'zero';
}
/** Who earns what for which sales: one version of a plan. */
export const CommissionPlan: z.ZodType<CommissionPlan> = /* @__PURE__ */ z
  .strictObject({
    id: z.string().min(1),
    version: z.string().min(1).exactOptional(),
    name: z.string().exactOptional(),
    effective: z.strictObject({ from: PlainDate, to: PlainDate.nullable().exactOptional() }).readonly().exactOptional(),
    currency: z.string().min(1),
    period: planPeriod,
    fiscalStartMonth: z.int().min(1).max(12).exactOptional(),
    versionBy: z.enum(['periodStart', 'periodEnd', 'transactionDate']).exactOptional(),
    quotas: z.record(z.string(), Quota).readonly().exactOptional(),
    components: z.array(Component).min(1).readonly(),
    modifiers: z.array(PlanModifier).readonly().exactOptional(),
    draws: z.array(Draw).readonly().exactOptional(),
    release: Release.exactOptional(),
    clawback: Clawback.exactOptional(),
    payment: PlanPayment.exactOptional(),
    rounding: planRounding.exactOptional(),
    fx: planFx.readonly().exactOptional(),
    missing: z.enum(['reject', 'zero']).exactOptional(),
  })
  .meta({ id: 'CommissionPlan', title: 'Commission plan', description: 'Who earns what for which sales' });
