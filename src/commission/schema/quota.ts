import * as z from 'zod';
import type { DayCount } from '../../core/dayCount.js';
import { PlainDate } from '../../core/schema/date.js';
import { DecimalString } from '../../core/schema/decimal.js';
import { RoundingMode } from '../../core/schema/rounding.js';

/** How much of a span counts in which an assignment is active. */
export interface ProrationPolicy {
  /** Default `actual`. */
  readonly dayCount?: DayCount;
  /** Whether the first day counts. Default true. */
  readonly inclusive?: boolean;
}
/** How much of a span counts in which an assignment is active. */
export const ProrationPolicy: z.ZodType<ProrationPolicy> = /* @__PURE__ */ z
  .strictObject({
    dayCount: z.enum(['actual', '30/360', '30E/360', 'workingDays']).exactOptional(),
    inclusive: z.boolean().exactOptional(),
  })
  .meta({
    id: 'ProrationPolicy',
    title: 'Proration policy',
    description: 'How much of a span counts in which an assignment is active',
  });

/** How a quota is rounded. */
export interface QuotaRounding {
  /** Default `halfEven`. */
  readonly mode?: RoundingMode;
  /** Default "0.01". */
  readonly increment?: DecimalString;
}
/** How a quota is rounded. */
export const QuotaRounding: z.ZodType<QuotaRounding> = /* @__PURE__ */ z
  .strictObject({
    mode: RoundingMode.exactOptional(),
    increment: DecimalString.exactOptional(),
  })
  .meta({ id: 'QuotaRounding', title: 'Quota rounding', description: 'How a quota is rounded' });

/** What pay is measured against, for everybody in the plan; an assignment may have figures of its own. */
export interface Quota {
  /** For whoever has neither an amount of their own nor one of their role. */
  readonly amount?: DecimalString;
  /** Amount by role code. */
  readonly roles?: Readonly<Record<string, DecimalString>>;
  /** The span that the amount is for; not shorter than the plan's period. */
  readonly per: 'month' | 'quarter' | 'half' | 'year';
  /** Weights of the evaluated spans, or of the plan periods, of one `per`. Default: equal. */
  readonly seasonality?: readonly DecimalString[];
  readonly quotaRounding?: QuotaRounding;
}
/** What pay is measured against, for everybody in the plan; an assignment may have figures of its own. */
export const Quota: z.ZodType<Quota> = /* @__PURE__ */ z
  .strictObject({
    amount: DecimalString.exactOptional(),
    roles: z.record(z.string(), DecimalString).readonly().exactOptional(),
    per: z.enum(['month', 'quarter', 'half', 'year']),
    seasonality: z.array(DecimalString).min(1).readonly().exactOptional(),
    quotaRounding: QuotaRounding.exactOptional(),
  })
  .meta({ id: 'Quota', title: 'Quota', description: 'What pay is measured against' });

/** The factor of a newcomer's first months. */
export interface QuotaRamp {
  /** Factor of month 1, 2, …; 1 after the list. */
  readonly steps: readonly DecimalString[];
  /** Month 1 is the calendar month of the assignment's start, or the month from its day on. Default `calendarMonth`. */
  readonly basis?: 'calendarMonth' | 'anniversary';
}
/** The factor of a newcomer's first months. */
export const QuotaRamp: z.ZodType<QuotaRamp> = /* @__PURE__ */ z
  .strictObject({
    steps: z.array(DecimalString).min(1).readonly(),
    basis: z.enum(['calendarMonth', 'anniversary']).exactOptional(),
  })
  .meta({ id: 'QuotaRamp', title: 'Quota ramp', description: "The factor of a newcomer's first months" });

/** Time off: a share of the quota is lifted. */
export interface QuotaRelief {
  readonly from: PlainDate;
  /** First day that is not relieved. */
  readonly to: PlainDate;
  /** 0 to 1. */
  readonly share: DecimalString;
}
/** Time off: a share of the quota is lifted. */
export const QuotaRelief: z.ZodType<QuotaRelief> = /* @__PURE__ */ z
  .strictObject({ from: PlainDate, to: PlainDate, share: DecimalString })
  .meta({ id: 'QuotaRelief', title: 'Quota relief', description: 'Time off: a share of the quota is lifted' });

/** What one assignment changes in a quota. */
export interface QuotaPart {
  /** In the place of the quota's amounts, for its `per`. */
  readonly amount?: DecimalString;
  readonly seasonality?: readonly DecimalString[];
  /** Uplift. Default "1". */
  readonly factor?: DecimalString;
  readonly ramp?: QuotaRamp;
  readonly relief?: readonly QuotaRelief[];
  /** Default: that of the assignment. */
  readonly prorate?: ProrationPolicy | 'none';
}
/** What one assignment changes in a quota. */
export const QuotaPart: z.ZodType<QuotaPart> = /* @__PURE__ */ z
  .strictObject({
    amount: DecimalString.exactOptional(),
    seasonality: z.array(DecimalString).min(1).readonly().exactOptional(),
    factor: DecimalString.exactOptional(),
    ramp: QuotaRamp.exactOptional(),
    relief: z.array(QuotaRelief).readonly().exactOptional(),
    prorate: z.union([ProrationPolicy, z.literal('none')]).exactOptional(),
  })
  .meta({ id: 'QuotaPart', title: 'Quota part', description: 'What one assignment changes in a quota' });
