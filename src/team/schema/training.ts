import * as z from 'zod';
import { toDecimal } from '../../core/decimal.js';
import { PlainDate } from '../../core/schema/date.js';
import { DecimalString } from '../../core/schema/decimal.js';

/** What is taught to whom. */
export interface TrainingPlan {
  readonly id: string;
  readonly subjects: readonly {
    readonly code: string;
    readonly hours: DecimalString;
    readonly trainer?: string;
    readonly on?: PlainDate;
  }[];
  /** Roles that take part. */
  readonly audience: readonly string[];
  /** Id of the exam at its end. */
  readonly exam?: string;
}
/** What is taught to whom. */
export const TrainingPlan: z.ZodType<TrainingPlan> = /* @__PURE__ */ z
  .strictObject({
    id: z.string().min(1),
    subjects: z
      .array(
        z.strictObject({
          code: z.string().min(1),
          hours: DecimalString,
          trainer: z.string().min(1).exactOptional(),
          on: PlainDate.exactOptional(),
        }),
      )
      .readonly(),
    audience: z.array(z.string().min(1)).readonly(),
    exam: z.string().min(1).exactOptional(),
  })
  .meta({ id: 'TrainingPlan', title: 'Training plan', description: 'What is taught to whom.' });

/** How good somebody is at what. */
export interface CompetencyAssessment {
  readonly person: string;
  readonly on: PlainDate;
  readonly ratings: readonly { readonly code: string; readonly level: DecimalString }[];
}
/** How good somebody is at what. */
export const CompetencyAssessment: z.ZodType<CompetencyAssessment> = /* @__PURE__ */ z
  .strictObject({
    person: z.string().min(1),
    on: PlainDate,
    ratings: z.array(z.strictObject({ code: z.string().min(1), level: DecimalString })).readonly(),
  })
  .meta({
    id: 'CompetencyAssessment',
    title: 'Assessment of competencies',
    description: 'How good somebody is at what.',
  });

/** An exam and its results; `null` is absent, which is not failed. */
export interface Exam {
  readonly id: string;
  /** The least mark that passes. */
  readonly passMark: DecimalString;
  readonly max: DecimalString;
  readonly results: readonly { readonly person: string; readonly score: DecimalString | null }[];
}
/** An exam and its results. */
export const Exam: z.ZodType<Exam> = /* @__PURE__ */ z
  .strictObject({
    id: z.string().min(1),
    passMark: DecimalString,
    max: DecimalString,
    results: z.array(z.strictObject({ person: z.string().min(1), score: DecimalString.nullable() })).readonly(),
  })
  .refine(
    ({ max, results }) =>
      results.every(({ score }) => score === null || (!score.startsWith('-') && toDecimal(score).lte(toDecimal(max)))),
    { error: 'must have scores from 0 to the greatest mark' },
  )
  .refine(({ results }) => new Set(results.map(({ person }) => person)).size === results.length, {
    error: 'must have one result a person',
  })
  .meta({ id: 'Exam', title: 'Exam', description: 'An exam and its results.' });
