import * as z from 'zod';
import { DecimalString } from '../../core/schema/decimal.js';
import { PlainDate } from '../../core/schema/date.js';

/** The days whose total earns a level. */
export type TierWindow =
  | {
      readonly kind: 'calendarYear' | 'calendarHalf' | 'calendarQuarter';
      /** Month in which the year begins, 1 to 12. Default 1. */
      readonly fiscalStartMonth?: number;
    }
  | {
      /** Months of the calendar; years from the day of enrolment; all days. */
      readonly kind: 'calendarMonth' | 'anniversaryYear' | 'lifetime';
    }
  | {
      /** The last months, the day itself included. */
      readonly kind: 'rolling';
      readonly months: number;
    };

/** A level of a ladder. */
export interface TierLevel {
  readonly code: string;
  /** Total of a window that gains the level; 0 in the first. */
  readonly enter: DecimalString;
  /** Total that keeps it. Default: as much as gains it. */
  readonly stay?: DecimalString;
}

/** Levels that customers gain by what they spend in a window, keep and lose. */
export interface TierLadder {
  readonly id: string;
  readonly version: string;
  /** Ascending; everybody has the first, which is the base. */
  readonly levels: readonly TierLevel[];
  /** Default: calendar years. */
  readonly window?: TierWindow;
  /** A level is gained on the day its total is reached, or at the end of the window. Default `immediate`. */
  readonly upgrade?: 'immediate' | 'review';
  /**
   * How long a gain holds before it is reviewed: to the end of the window after the one that earned it; to the end of that
   * window, and every window starts at the base again; for months; for ever. Default `endOfNextWindow`.
   */
  readonly validity?: 'endOfNextWindow' | 'endOfWindow' | 'lifetime' | { readonly months: number };
  /** Where a level that is not kept leads: as far as the total still reaches, one level down, or to the base. Default `toQualified`. */
  readonly downgrade?: 'toQualified' | 'oneDown' | 'toBase';
  /** Days after a review in which what was missing can still be bought. Default 0. */
  readonly graceDays?: number;
  /** A level is not lost sooner than this many days after it was entered. Default 0. */
  readonly minTenureDays?: number;
  /** Whether money that goes back lowers a level at the next review only, or may end it the same day. Default `atReview`. */
  readonly reversal?: 'atReview' | 'immediate';
}

const Name = /* @__PURE__ */ z.string().min(1);
const Months = /* @__PURE__ */ z.int().min(1);
const Days = /* @__PURE__ */ z.int().min(0).exactOptional();

/** Levels that customers gain by what they spend in a window, keep and lose. */
export const TierLadder: z.ZodType<TierLadder> = /* @__PURE__ */ z
  .strictObject({
    id: Name,
    version: Name,
    levels: z
      .array(z.strictObject({ code: Name, enter: DecimalString, stay: DecimalString.exactOptional() }))
      .min(1)
      .readonly(),
    window: z
      .discriminatedUnion('kind', [
        z.strictObject({
          kind: z.enum(['calendarYear', 'calendarHalf', 'calendarQuarter']),
          fiscalStartMonth: z.int().min(1).max(12).exactOptional(),
        }),
        z.strictObject({ kind: z.enum(['calendarMonth', 'anniversaryYear', 'lifetime']) }),
        z.strictObject({ kind: z.literal('rolling'), months: Months }),
      ])
      .exactOptional(),
    upgrade: z.enum(['immediate', 'review']).exactOptional(),
    validity: z
      .union([z.enum(['endOfNextWindow', 'endOfWindow', 'lifetime']), z.strictObject({ months: Months })])
      .exactOptional(),
    downgrade: z.enum(['toQualified', 'oneDown', 'toBase']).exactOptional(),
    graceDays: Days,
    minTenureDays: Days,
    reversal: z.enum(['atReview', 'immediate']).exactOptional(),
  })
  .meta({
    id: 'TierLadder',
    title: 'Tier ladder',
    description: 'Levels that customers gain by what they spend in a window, keep and lose.',
  });

/** What a customer spent or got back on a day, or a level that somebody set by hand. */
export type TierEvent =
  | {
      readonly date: PlainDate;
      /** Negative: it went back. */
      readonly amount: DecimalString;
    }
  | {
      readonly date: PlainDate;
      /** Code of the level. */
      readonly set: string;
      /** The day from which the rules decide again. Default: the next end of a window. */
      readonly until?: PlainDate;
      readonly reason: string;
    };
/** What a customer spent or got back on a day, or a level that somebody set by hand. */
export const TierEvent: z.ZodType<TierEvent> = /* @__PURE__ */ z
  .union([
    z.strictObject({ date: PlainDate, amount: DecimalString }),
    z.strictObject({ date: PlainDate, set: Name, until: PlainDate.exactOptional(), reason: Name }),
  ])
  .meta({
    id: 'TierEvent',
    title: 'Event of a tier ladder',
    description: 'What a customer spent or got back on a day, or a level that somebody set by hand.',
  });
