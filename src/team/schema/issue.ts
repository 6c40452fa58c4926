import * as z from 'zod';
import { Instant, PlainDate } from '../../core/schema/date.js';
import { DecimalString } from '../../core/schema/decimal.js';
import { SlaClock } from '../../mechanisms/lifecycle/schema.js';

/** A problem that somebody has to solve. Its state is a lifecycle's, by `issueLifecycle`. */
export interface Issue {
  readonly id: string;
  readonly severity: string;
  readonly cause?: string;
  readonly raisedBy: string;
  readonly at: Instant;
  readonly owner: string;
  readonly summary?: string;
}
/** A problem that somebody has to solve. */
export const Issue: z.ZodType<Issue> = /* @__PURE__ */ z
  .strictObject({
    id: z.string().min(1),
    severity: z.string().min(1),
    cause: z.string().min(1).exactOptional(),
    raisedBy: z.string().min(1),
    at: Instant,
    owner: z.string().min(1),
    summary: z.string().exactOptional(),
  })
  .meta({ id: 'Issue', title: 'Issue', description: 'A problem that somebody has to solve.' });

/** What the market says of a product. */
export interface Feedback {
  readonly id: string;
  readonly source: string;
  readonly product?: string;
  readonly topic: string;
  readonly at: PlainDate;
  /** Default 1. */
  readonly weight?: DecimalString;
}
/** What the market says of a product. */
export const Feedback: z.ZodType<Feedback> = /* @__PURE__ */ z
  .strictObject({
    id: z.string().min(1),
    source: z.string().min(1),
    product: z.string().min(1).exactOptional(),
    topic: z.string().min(1),
    at: PlainDate,
    weight: DecimalString.exactOptional(),
  })
  .meta({ id: 'Feedback', title: 'Feedback', description: 'What the market says of a product.' });

/** How fast issues are answered and solved, by severity. */
export interface SlaPolicy {
  /** Units of the clock. */
  readonly bySeverity: Readonly<Record<string, { readonly respond: number; readonly solve: number }>>;
  readonly clock: SlaClock;
}
/** How fast issues are answered and solved, by severity. */
export const SlaPolicy: z.ZodType<SlaPolicy> = /* @__PURE__ */ z
  .strictObject({
    bySeverity: z.record(z.string().min(1), z.strictObject({ respond: z.int().min(0), solve: z.int().min(0) })),
    clock: SlaClock,
  })
  .meta({
    id: 'SlaPolicy',
    title: 'Service levels of issues',
    description: 'How fast issues are answered and solved.',
  });
