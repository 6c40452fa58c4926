import * as z from 'zod';
import type { DecimalString as Decimals } from '../../core/decimal.js';
import { PlainDate } from '../../core/schema/date.js';
import { DecimalString } from '../../core/schema/decimal.js';

/** A bound that an input of an assignment keeps. */
export interface AssignmentThreshold {
  readonly input: string;
  readonly op: 'lt' | 'le' | 'gt' | 'ge' | 'eq' | 'in';
  readonly value: string | readonly string[];
}

/** The smallest change of one input, the others as they are, that reaches a better segment. */
export interface SegmentDistance {
  /** The segment that is reached. */
  readonly segment: string;
  readonly input: string;
  /** Signed, in whole increments of the input. */
  readonly delta: Decimals;
  /** `days`, `orders`, `money`. */
  readonly unit: string;
}

/** The segment of one customer in one scheme, what decided it, and how far the next one is. */
export interface SegmentAssignment {
  readonly customer: string;
  readonly scheme: string;
  /** `null`: what is missing leaves it open. */
  readonly segment: string | null;
  /** The rule or cell that decided. */
  readonly rule: string;
  readonly inputs: Readonly<Record<string, string | boolean | null>>;
  /** The bounds around the inputs, in the order of the scheme's inputs. */
  readonly thresholds: readonly AssignmentThreshold[];
  /** One entry for each input that reaches a better segment alone, in the order of the scheme's inputs. */
  readonly distanceToNext: readonly SegmentDistance[];
  /** Unknown inputs that could change the segment. */
  readonly missing: readonly string[];
  readonly asOf: PlainDate;
  /** `id@version` of the policy. */
  readonly policyVersion: string;
}
/** The segment of one customer in one scheme, what decided it, and how far the next one is. */
export const SegmentAssignment: z.ZodType<SegmentAssignment> = /* @__PURE__ */ z
  .object({
    customer: z.string().min(1),
    scheme: z.string().min(1),
    segment: z.string().min(1).nullable(),
    rule: z.string().min(1),
    inputs: z.record(z.string(), z.union([z.string(), z.boolean(), z.null()])),
    thresholds: z
      .array(
        z.strictObject({
          input: z.string(),
          op: z.enum(['lt', 'le', 'gt', 'ge', 'eq', 'in']),
          value: z.union([z.string(), z.array(z.string()).readonly()]),
        }),
      )
      .readonly(),
    distanceToNext: z
      .array(z.strictObject({ segment: z.string(), input: z.string(), delta: DecimalString, unit: z.string() }))
      .readonly(),
    missing: z.array(z.string()).readonly(),
    asOf: PlainDate,
    policyVersion: z.string(),
  })
  .meta({
    id: 'SegmentAssignment',
    title: 'Segment of a customer',
    description: 'The segment of one customer in one scheme, what decided it, and how far the next one is.',
  });
