import * as z from 'zod';
import { DecimalString } from '../../core/schema/decimal.js';
import { Rule } from '../../mechanisms/rules/schema.js';

/** Everything on earning. */
export interface ImmediateRelease {
  readonly kind: 'immediate';
}

/** As the customer pays. */
export interface CollectionRelease {
  readonly kind: 'onCollection';
  /**
   * `proportional` (default): the part that is collected of what is owed; `full`: all once everything is collected;
   * `threshold`: all once that part is collected, 1 = everything.
   */
  readonly rule?: 'proportional' | 'full' | { readonly threshold: DecimalString };
  /** Days after the credit date at whose end waiting is over. Default: none. */
  readonly maxDays?: number;
  /** What becomes of what is not collected by then: it waits on, or it is lost. Default `keep`. */
  readonly expired?: 'keep' | 'forfeit';
}

/** A part of a schedule. */
export interface SchedulePart {
  /** `booking`, `collection` (in proportion to it), the type of an event, or else a key of the transaction's `dates`. */
  readonly on: string;
  /** 1 = all. */
  readonly share: DecimalString;
  /** Months after that day. Default 0. */
  readonly offsetMonths?: number;
  /** Further days after that day. Default 0. */
  readonly offsetDays?: number;
}

/** Part by part. */
export interface ScheduleRelease {
  readonly kind: 'schedule';
  /** Their shares add up to 1. */
  readonly parts: readonly SchedulePart[];
}

/** A share later, the rest on earning. */
export interface HoldbackRelease {
  readonly kind: 'holdback';
  /** The part that is held, 1 = all. */
  readonly share: DecimalString;
  /** Months after the credit date; either these or `on`. */
  readonly months?: number;
  /** Type of the event, or else a key of the transaction's `dates`, that ends it. */
  readonly on?: string;
  /** What must hold then; unknown counts as not. Default: nothing. */
  readonly when?: Rule;
  /** What becomes of the share if it does not: held until a `holdReleased` event, or lost. Default `keep`. */
  readonly else?: 'keep' | 'forfeit';
}

/** Nothing until the first of: a day, a condition, a `holdReleased` event. */
export interface HoldRelease {
  readonly kind: 'hold';
  /** Time after the credit date. */
  readonly until?: { readonly months?: number; readonly days?: number };
  /** Looked at on the last day of each span. */
  readonly when?: Rule;
}

/** When earnings become payable. */
export type Release = ImmediateRelease | CollectionRelease | ScheduleRelease | HoldbackRelease | HoldRelease;

const count = /* @__PURE__ */ z.int().min(0);
const fate = /* @__PURE__ */ z.enum(['keep', 'forfeit']);
/** When earnings become payable. */
export const Release: z.ZodType<Release> = /* @__PURE__ */ z
  .lazy(() =>
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('immediate') }),
      z.strictObject({
        kind: z.literal('onCollection'),
        rule: z
          .union([z.enum(['proportional', 'full']), z.strictObject({ threshold: DecimalString }).readonly()])
          .exactOptional(),
        maxDays: count.exactOptional(),
        expired: fate.exactOptional(),
      }),
      z.strictObject({
        kind: z.literal('schedule'),
        parts: z
          .array(
            z.strictObject({
              on: z.string().min(1),
              share: DecimalString,
              offsetMonths: count.exactOptional(),
              offsetDays: count.exactOptional(),
            }),
          )
          .min(1)
          .readonly(),
      }),
      z.strictObject({
        kind: z.literal('holdback'),
        share: DecimalString,
        months: count.exactOptional(),
        on: z.string().min(1).exactOptional(),
        when: Rule.exactOptional(),
        else: fate.exactOptional(),
      }),
      z.strictObject({
        kind: z.literal('hold'),
        until: z
          .strictObject({ months: count.exactOptional(), days: count.exactOptional() })
          .readonly()
          .exactOptional(),
        when: Rule.exactOptional(),
      }),
    ]),
  )
  .meta({ id: 'Release', title: 'Release', description: 'When earnings become payable' });
