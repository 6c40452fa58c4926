import type { DecimalString } from '../../core/decimal.js';
import type { Span } from '../../core/span.js';

/** Somebody or some time that gets a part of a target: company, region, team, person, month. */
export interface TargetNode {
  readonly id: string;
  /** The level, such as `region`; the children of a node are of one kind. */
  readonly kind: string;
  readonly owner?: string;
  /** The days that the target is for. */
  readonly span?: Span;
  /** Not negative, as history and potential are. */
  readonly weight?: DecimalString;
  /** What was reached before. */
  readonly history?: DecimalString;
  /** What could be reached. */
  readonly potential?: DecimalString;
  /** One entry a head: its whole months of service at the start. */
  readonly serviceMonths?: readonly number[];
  /** Least amount. */
  readonly min?: DecimalString;
  /** Greatest amount. */
  readonly max?: DecimalString;
  readonly children?: readonly TargetNode[];
}

/** What a single measure of weight is read from. */
export const WEIGHT_FIELDS = ['weight', 'history', 'potential'] as const;
export type WeightField = (typeof WEIGHT_FIELDS)[number];

/**
 * By what the parts of a target go: in equal parts; by the given weight; by what was reached before, so that everybody
 * grows by one factor; by the potential; by the head-months that are there, where a head counts `rampShares[k]` in its
 * month of service k and 1 afterwards; or by a blend of these, each first brought to a sum of 1.
 */
export type CascadeMethod =
  | 'equal'
  | 'weight'
  | 'history'
  | 'potential'
  | { readonly kind: 'capacity'; readonly rampShares: readonly DecimalString[]; readonly months: number }
  | {
      readonly kind: 'blend';
      readonly parts: readonly { readonly method: CascadeMethod; readonly weight: DecimalString }[];
    };

/** A target by its parts, all in whole units. */
export interface Target {
  readonly id: string;
  readonly kind: string;
  readonly owner?: string;
  readonly span?: Span;
  readonly amount: DecimalString;
  readonly children?: readonly Target[];
}

/** Targets as they stand; each revision raises the version by one. */
export interface TargetTree {
  readonly version: number;
  /** All amounts are multiples of it. */
  readonly unit: DecimalString;
  readonly root: Target;
}
