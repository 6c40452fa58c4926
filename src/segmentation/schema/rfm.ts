import * as z from 'zod';
import { DecimalString } from '../../core/schema/decimal.js';
import { PlainDate } from '../../core/schema/date.js';
import type { QuantileType } from '../../mechanisms/scoring/quantile.js';
import type { Direction } from '../../mechanisms/scoring/tieBreaker.js';
import { type ScoreCounts, SegmentGrid } from './grid.js';

/** A list of decimals for each of the three inputs. */
export interface RfmLists {
  readonly recencyDays: readonly DecimalString[];
  readonly orders: readonly DecimalString[];
  readonly monetary: readonly DecimalString[];
}

/** Where scores change: at quantiles of the customers, or at values that stay. */
export type RfmCuts =
  | {
      readonly kind: 'quantile';
      /** Definition of a quantile. Default 7. */
      readonly type?: QuantileType;
      /** Ascending, between 0 and 1, one less than scores. Default: equal parts. */
      readonly probabilities?: RfmLists;
    }
  | ({ readonly kind: 'fixed' } & RfmLists);

/** How customers are scored by recency, frequency and money, and which scores make which segment. */
export interface RfmPolicy {
  readonly id: string;
  readonly version: string;
  /** 2 to 9. Default 5. */
  readonly scores?: ScoreCounts;
  /** Default: quantiles. */
  readonly cuts?: RfmCuts;
  /** Added to each quantile. Default `0`. */
  readonly cutOffset?: DecimalString;
  /** Whether a value that equals a cut has the score of the lower values or of the upper ones. Default `lower`. */
  readonly boundary?: 'lower' | 'upper';
  /** What money means. A mean has 12 decimals, half even. Default `sum`. */
  readonly monetary?: 'sum' | 'meanPerOrder' | 'profit';
  /** Whether the highest score is the best one or the lowest; grids have the highest as the best. Default `higher`. */
  readonly direction?: Direction;
  /** What happens when quantiles coincide: some scores stay empty, or an error. Default `keep`. */
  readonly duplicateCuts?: 'keep' | 'error';
  /** A grid or the code of one. Default `rfm-2d-10`. */
  readonly grid?: SegmentGrid | 'rfm-2d-10' | 'r-rfm-test' | 'r-rfm-vignette';
  /** The smallest step of money in distances, above 0. Default `0.01`. */
  readonly moneyIncrement?: DecimalString;
}

const Name = /* @__PURE__ */ z.string().min(1);
const Scores = /* @__PURE__ */ z.int().min(2).max(9);
const List = /* @__PURE__ */ z.array(DecimalString).readonly();
const Lists = { recencyDays: List, orders: List, monetary: List };

/** How customers are scored by recency, frequency and money, and which scores make which segment. */
export const RfmPolicy: z.ZodType<RfmPolicy> = /* @__PURE__ */ z
  .strictObject({
    id: Name,
    version: Name,
    scores: z.union([Scores, z.strictObject({ r: Scores, f: Scores, m: Scores })]).exactOptional(),
    cuts: z
      .discriminatedUnion('kind', [
        z.strictObject({
          kind: z.literal('quantile'),
          type: z.literal([1, 2, 3, 4, 5, 6, 7, 8, 9]).exactOptional(),
          probabilities: z.strictObject(Lists).exactOptional(),
        }),
        z.strictObject({ kind: z.literal('fixed'), ...Lists }),
      ])
      .exactOptional(),
    cutOffset: DecimalString.exactOptional(),
    boundary: z.enum(['lower', 'upper']).exactOptional(),
    monetary: z.enum(['sum', 'meanPerOrder', 'profit']).exactOptional(),
    direction: z.enum(['higher', 'lower']).exactOptional(),
    duplicateCuts: z.enum(['keep', 'error']).exactOptional(),
    grid: z.union([SegmentGrid, z.enum(['rfm-2d-10', 'r-rfm-test', 'r-rfm-vignette'])]).exactOptional(),
    moneyIncrement: DecimalString.exactOptional(),
  })
  .meta({
    id: 'RfmPolicy',
    title: 'RFM policy',
    description: 'How customers are scored by recency, frequency and money, and which scores make which segment.',
  });

/** Cuts found for a base of customers. Kept, they keep a customer's segment still while others move. */
export interface RfmThresholds extends RfmLists {
  /** Customers with an order. */
  readonly baseSize: number;
  readonly asOf: PlainDate;
  /** `id@version` of the policy. */
  readonly policyVersion: string;
}
/** Cuts found for a base of customers. Kept, they keep a customer's segment still while others move. */
export const RfmThresholds: z.ZodType<RfmThresholds> = /* @__PURE__ */ z
  .strictObject({ ...Lists, baseSize: z.int().min(0), asOf: PlainDate, policyVersion: Name })
  .meta({ id: 'RfmThresholds', title: 'RFM thresholds', description: 'Cuts found for a base of customers.' });
