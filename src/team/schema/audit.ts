import * as z from 'zod';
import { toDecimal } from '../../core/decimal.js';
import { PlainDate } from '../../core/schema/date.js';
import { DecimalString } from '../../core/schema/decimal.js';
import { Period } from '../../core/schema/period.js';
import { FINDING_SEVERITIES } from '../audit/findingSeverities.js';
import type { EightSSystem } from '../improvement/eightS.js';

/** Who audits what of whom. */
export interface AuditPlan {
  /** The period that is looked at. */
  readonly period: Period;
  /** Ids in the hierarchy. */
  readonly units: readonly string[];
  readonly auditors: readonly string[];
  readonly content: readonly ('attainment' | 'satisfaction' | 'strategyEffect')[];
  readonly means: readonly ('fieldVisit' | 'survey' | 'fileReview')[];
}
/** Who audits what of whom. */
export const AuditPlan: z.ZodType<AuditPlan> = /* @__PURE__ */ z
  .strictObject({
    period: Period,
    units: z.array(z.string().min(1)).readonly(),
    auditors: z.array(z.string().min(1)).readonly(),
    content: z.array(z.enum(['attainment', 'satisfaction', 'strategyEffect'])).readonly(),
    means: z.array(z.enum(['fieldVisit', 'survey', 'fileReview'])).readonly(),
  })
  .meta({ id: 'AuditPlan', title: 'Audit plan', description: 'Who audits what of whom.' });

/** What an audit found. */
export interface AuditFinding {
  readonly id: string;
  readonly severity: (typeof FINDING_SEVERITIES)[number];
  readonly unit: string;
  /** Code of the text. */
  readonly text: string;
  /** Who sees to it. */
  readonly owner: string;
  readonly due: PlainDate;
  readonly closedOn?: PlainDate;
  /** The finding of an earlier audit that this one repeats. */
  readonly repeatOf?: string;
}
/** What an audit found. */
export const AuditFinding: z.ZodType<AuditFinding> = /* @__PURE__ */ z
  .strictObject({
    id: z.string().min(1),
    severity: z.enum(FINDING_SEVERITIES),
    unit: z.string().min(1),
    text: z.string().min(1),
    owner: z.string().min(1),
    due: PlainDate,
    closedOn: PlainDate.exactOptional(),
    repeatOf: z.string().min(1).exactOptional(),
  })
  .meta({ id: 'AuditFinding', title: 'Audit finding', description: 'What an audit found.' });

/** The marks of the eight systems, 1 to 5; `null` was not rated. */
export interface EightSAssessment {
  readonly on: PlainDate;
  readonly scores: Readonly<Record<EightSSystem, DecimalString | null>>;
}
const mark = /* @__PURE__ */ DecimalString.refine((text) => toDecimal(text).gte(1) && toDecimal(text).lte(5), {
  error: 'must be from 1 to 5',
})
  .meta({ id: 'EightSMark', title: 'Mark of a system', description: 'From 1, the worst, to 5.' })
  .nullable();
/** The marks of the eight systems, 1 to 5. */
export const EightSAssessment: z.ZodType<EightSAssessment> = /* @__PURE__ */ z
  .strictObject({
    on: PlainDate,
    scores: z.strictObject({
      productMix: mark,
      benefitDistribution: mark,
      channel: mark,
      brand: mark,
      regionalOperation: mark,
      control: mark,
      team: mark,
      promotionFlow: mark,
    }),
  })
  .meta({
    id: 'EightSAssessment',
    title: 'Assessment of eight systems',
    description: 'Marks of a sales model, 1 to 5.',
  });

/** A figure that misses its target, why, and what is done. */
export interface Insight {
  readonly metric: string;
  readonly target: DecimalString;
  readonly gap: DecimalString;
  readonly cause: string;
  readonly action: string;
  readonly owner: string;
  readonly due: PlainDate;
}
/** A figure that misses its target, why, and what is done. */
export const Insight: z.ZodType<Insight> = /* @__PURE__ */ z
  .strictObject({
    metric: z.string().min(1),
    target: DecimalString,
    gap: DecimalString,
    cause: z.string().min(1),
    action: z.string().min(1),
    owner: z.string().min(1),
    due: PlainDate,
  })
  .meta({ id: 'Insight', title: 'Insight', description: 'A figure that misses its target, why, and what is done.' });
