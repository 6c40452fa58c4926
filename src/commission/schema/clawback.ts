import * as z from 'zod';
import { DecimalString } from '../../core/schema/decimal.js';

/** Part of a clawback that is left after time served. */
export interface ClawbackStep {
  /** Whole months served up to which the step holds. */
  readonly withinMonths: number;
  /** Part that is taken back, 1 = all. */
  readonly share: DecimalString;
}

/** What is taken back when a sale is reversed. */
export interface Clawback {
  /**
   * What is taken back of the reversed part:
   *
   * - `recompute` (default): the original span is computed again without it, with all limits, gates and people;
   * - `originalRate`: what the credit earned before modifiers;
   * - `asEarned`: what the credit earned after them;
   * - `paidOnly`: of that, what is released; the rest of it is cancelled;
   * - `prorated`: of that, the part of the term that is not served;
   * - `currentPeriod`: nothing apart: the row is a negative credit at the rates of its own period.
   */
  readonly basis?: 'recompute' | 'originalRate' | 'asEarned' | 'paidOnly' | 'prorated' | 'currentPeriod';
  /**
   * Whether the reversed part still counts for attainment. Fixed to `reduceOriginal` under `recompute` and to
   * `reduceCurrent` under `currentPeriod`; default `none` under the others.
   */
  readonly attainment?: 'none' | 'reduceOriginal' | 'reduceCurrent';
  /** Months after the original's date in which something is taken back at all. Default: always. */
  readonly windowMonths?: number;
  /** With `prorated`: the unserved part of the term, which is a contract's own or a number of months. */
  readonly prorate?: {
    /** Default `months`: complete ones are served. */
    readonly by?: 'months' | 'days';
    readonly term: 'contract' | number;
  };
  /** With `prorated`: the first step that is not yet served decides; after the last nothing is taken back. */
  readonly steps?: readonly ClawbackStep[];
}
/** What is taken back when a sale is reversed. */
export const Clawback: z.ZodType<Clawback> = /* @__PURE__ */ z
  .strictObject({
    basis: z.enum(['recompute', 'originalRate', 'asEarned', 'paidOnly', 'prorated', 'currentPeriod']).exactOptional(),
    attainment: z.enum(['none', 'reduceOriginal', 'reduceCurrent']).exactOptional(),
    windowMonths: z.int().min(0).exactOptional(),
    prorate: z
      .strictObject({
        by: z.enum(['months', 'days']).exactOptional(),
        term: z.union([z.literal('contract'), z.int().min(1)]),
      })
      .readonly()
      .exactOptional(),
    steps: z
      .array(z.strictObject({ withinMonths: z.int().min(0), share: DecimalString }))
      .min(1)
      .readonly()
      .exactOptional(),
  })
  .meta({ id: 'Clawback', title: 'Clawback', description: 'What is taken back when a sale is reversed' });
