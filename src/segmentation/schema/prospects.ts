import * as z from 'zod';
import { DecimalString } from '../../core/schema/decimal.js';
import { PlainDate } from '../../core/schema/date.js';
import type { Rule as RuleType } from '../../mechanisms/rules/rule.js';
import { Rule } from '../../mechanisms/rules/schema.js';
import type { GradeBands as Bands } from '../../mechanisms/scoring/bands/gradeBands.js';
import { GradeBands } from '../../mechanisms/scoring/schema/bands.js';

/** How near a purchase must be for a grade, in months from the as-of day, inclusive. */
export interface ProspectPolicy {
  readonly id: string;
  readonly version: string;
  /** Default 3, for those who choose already or soon. */
  readonly monthsA?: number;
  /** Default 6. */
  readonly monthsB?: number;
  /** Default 12. */
  readonly monthsC?: number;
  /** Whether a purchase that should have been is a grade of its own, or grade D. Default `separate`. */
  readonly overdue?: 'separate' | 'D';
}

/** What is known of an element of a qualification. */
export type RatingValue = 'yes' | 'partial' | 'no' | 'unknown';

/** A gate: a rating that limits the score, whatever the sum is. */
export interface QualificationGate {
  readonly element: string;
  readonly when: readonly RatingValue[];
  /** The score is at most the cap, or the prospect is out. */
  readonly effect: { readonly cap: DecimalString } | 'disqualify';
}

/** What must be known of a prospect, and how much each part counts. */
export interface QualificationDefinition {
  readonly id: string;
  readonly version: string;
  readonly elements: readonly {
    readonly code: string;
    /** Not negative. Default 1. */
    readonly weight?: DecimalString;
  }[];
  /** What ratings count, from 0 to 1. Default 1, 0.5 and 0. */
  readonly values?: { readonly yes: DecimalString; readonly partial: DecimalString; readonly no: DecimalString };
  readonly gates?: readonly QualificationGate[];
  /** Least share of the weight that must be known. Default 0.5. */
  readonly minCoverage?: DecimalString;
  /** Least score. Default 70. */
  readonly pass?: DecimalString;
  /** A dated rating that is older is unknown. Default: none is. */
  readonly staleAfterDays?: number;
}

/** How points of an event fall with its age. */
export type LeadDecay =
  | {
      readonly kind: 'linear';
      /** Share of the points lost with each completed month. */
      readonly perMonth: DecimalString;
    }
  | {
      readonly kind: 'step';
      /** Ascending; the last that the age reaches counts. */
      readonly steps: readonly { readonly afterDays: number; readonly factor: DecimalString }[];
    }
  | {
      readonly kind: 'halfLife';
      /** Points are rounded to 4 decimals, half even. */
      readonly days: number;
    };

/** What gives a lead points. */
export interface LeadRule {
  readonly code: string;
  readonly group: string;
  /** What a lead is, or what it did; a condition on an event reads the fields of the event. */
  readonly kind: 'property' | 'event';
  readonly when: RuleType;
  readonly points: DecimalString;
  /** Most events that count, the newest first. */
  readonly occurrences?: number;
  /** The points of the rule lie between the cap and its negative. */
  readonly cap?: DecimalString;
  /** Of events. Default: none. */
  readonly decay?: LeadDecay;
}

/** The least and the greatest points of a group. */
export interface LeadGroup {
  readonly code: string;
  readonly min?: DecimalString;
  readonly max?: DecimalString;
}

/** How leads are scored by what they are and do. */
export interface LeadScoreModel {
  readonly id: string;
  readonly version: string;
  readonly rules: readonly LeadRule[];
  readonly groups: readonly LeadGroup[];
  /** Default 0 to 100. */
  readonly total?: { readonly min: DecimalString; readonly max: DecimalString };
  /** Two groups of which a class is made, such as `A1`. */
  readonly matrix?: {
    readonly letter: { readonly group: string; readonly bands: Bands };
    readonly digit: { readonly group: string; readonly bands: Bands };
  };
}

/** What a lead did. Conditions read its fields. */
export interface LeadEvent {
  readonly date: PlainDate;
  readonly type: string;
  readonly [field: string]: unknown;
}

const Name = /* @__PURE__ */ z.string().min(1);
const named = { id: Name, version: Name };
const Months = /* @__PURE__ */ z.int().min(1).exactOptional();
const Ratings = /* @__PURE__ */ z.enum(['yes', 'partial', 'no', 'unknown']);
const Matrix = /* @__PURE__ */ z.strictObject({ group: Name, bands: GradeBands });

/** How near a purchase must be for a grade, in months from the as-of day, inclusive. */
export const ProspectPolicy: z.ZodType<ProspectPolicy> = /* @__PURE__ */ z
  .strictObject({
    ...named,
    monthsA: Months,
    monthsB: Months,
    monthsC: Months,
    overdue: z.enum(['separate', 'D']).exactOptional(),
  })
  .meta({ id: 'ProspectPolicy', title: 'Prospect policy', description: 'How near a purchase must be for a grade.' });

/** What must be known of a prospect, and how much each part counts. */
export const QualificationDefinition: z.ZodType<QualificationDefinition> = /* @__PURE__ */ z
  .strictObject({
    ...named,
    elements: z
      .array(z.strictObject({ code: Name, weight: DecimalString.exactOptional() }))
      .min(1)
      .readonly(),
    values: z.strictObject({ yes: DecimalString, partial: DecimalString, no: DecimalString }).exactOptional(),
    gates: z
      .array(
        z.strictObject({
          element: Name,
          when: z.array(Ratings).readonly(),
          effect: z.union([z.strictObject({ cap: DecimalString }), z.literal('disqualify')]),
        }),
      )
      .readonly()
      .exactOptional(),
    minCoverage: DecimalString.exactOptional(),
    pass: DecimalString.exactOptional(),
    staleAfterDays: z.int().min(0).exactOptional(),
  })
  .meta({
    id: 'QualificationDefinition',
    title: 'Qualification',
    description: 'What must be known of a prospect, and how much each part counts.',
  });

/** How leads are scored by what they are and do. */
export const LeadScoreModel: z.ZodType<LeadScoreModel> = /* @__PURE__ */ z
  .strictObject({
    ...named,
    rules: z
      .array(
        z.strictObject({
          code: Name,
          group: Name,
          kind: z.enum(['property', 'event']),
          when: Rule,
          points: DecimalString,
          occurrences: z.int().min(1).exactOptional(),
          cap: DecimalString.exactOptional(),
          decay: z
            .discriminatedUnion('kind', [
              z.strictObject({ kind: z.literal('linear'), perMonth: DecimalString }),
              z.strictObject({
                kind: z.literal('step'),
                steps: z.array(z.strictObject({ afterDays: z.int().min(0), factor: DecimalString })).readonly(),
              }),
              z.strictObject({ kind: z.literal('halfLife'), days: z.int().min(1) }),
            ])
            .exactOptional(),
        }),
      )
      .readonly(),
    groups: z
      .array(z.strictObject({ code: Name, min: DecimalString.exactOptional(), max: DecimalString.exactOptional() }))
      .readonly(),
    total: z.strictObject({ min: DecimalString, max: DecimalString }).exactOptional(),
    matrix: z.strictObject({ letter: Matrix, digit: Matrix }).exactOptional(),
  })
  .meta({ id: 'LeadScoreModel', title: 'Lead score', description: 'How leads are scored by what they are and do.' });

/** What a lead did. Conditions read its fields. */
export const LeadEvent: z.ZodType<LeadEvent> = /* @__PURE__ */ z
  .looseObject({ date: PlainDate, type: Name })
  .meta({ id: 'LeadEvent', title: 'Event of a lead', description: 'What a lead did.' });
