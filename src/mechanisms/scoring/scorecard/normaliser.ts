import type { Curve } from '../../../core/curve.js';
import type { DecimalString } from '../../../core/decimal.js';
import type { TierBoundary } from '../../../core/tiers.js';
import type { Direction } from '../tieBreaker.js';

/** Another metric of the same row. */
export interface MetricRef {
  readonly metric: string;
}

/** A constant of the card, or a metric of the row, such as everybody's own target. */
export type Figure = DecimalString | MetricRef;

export const LOWER_FORMS = ['inverse', 'mirror', 'linear'] as const;

/**
 * How attainment falls where lower is better: `inverse` target ÷ actual, `mirror` 2 − actual ÷ target, `linear`
 * (worst − actual) ÷ (worst − target).
 *
 * @useDeclaredType
 */
export type LowerForm = (typeof LOWER_FORMS)[number];

export const TARGET_ZEROS = ['na', 'full', 'error'] as const;

/**
 * What a target of 0 makes of an item: `na` it is treated as missing, `full` 100 where the actual meets it and else 0,
 * `error` a fault of the row.
 *
 * @useDeclaredType
 */
export type TargetZero = (typeof TARGET_ZEROS)[number];

export const BINARY_OPERATORS = ['eq', 'ne', 'lt', 'le', 'gt', 'ge'] as const;

/**
 * How a value is compared for all or nothing.
 *
 * @useDeclaredType
 */
export type BinaryOperator = (typeof BINARY_OPERATORS)[number];

export const GROUP_TIES = ['max', 'competition', 'average', 'dense'] as const;

/**
 * The rank of equal values in a group, as in `rank`; `ordinal` is no choice, because equal values get equal scores.
 *
 * @useDeclaredType
 */
export type GroupTies = (typeof GROUP_TIES)[number];

/** The share of a target that was attained, times 100. A negative one is 0. */
export interface AttainmentNormaliser {
  readonly kind: 'attainment';
  /** Not negative, but with `linear`. */
  readonly target: Figure;
  /** Default `higher`. */
  readonly direction?: Direction;
  /** With direction `lower` and only there. Default `inverse`. */
  readonly lowerForm?: LowerForm;
  /** With `linear` and only there: the value that is worth 0, above the target. */
  readonly worst?: Figure;
  /** An attainment below this share is worth 0. */
  readonly floorAt?: DecimalString;
  /** An attainment above this share counts as this share. */
  readonly capAt?: DecimalString;
  /** Default `na`. */
  readonly targetZero?: TargetZero;
}

/** The way from a start to a target, in either direction and below zero too, times 100. */
export interface ProgressNormaliser {
  readonly kind: 'progress';
  readonly start: Figure;
  readonly target: Figure;
  /** The most that counts, as a share of the way. Default 1. */
  readonly capAt?: DecimalString;
}

/** The place between two values, times 100; `min` above `max` turns the direction round. */
export interface MinMaxNormaliser {
  readonly kind: 'minMax';
  /** Default: the least of those who are scored together. */
  readonly min?: DecimalString;
  /** Default: the greatest of those who are scored together. */
  readonly max?: DecimalString;
  /** The score of everybody where both are equal. Default `error`. */
  readonly allEqual?: 'error' | DecimalString;
}

/** A curve whose y are score points. */
export interface CurveNormaliser {
  readonly kind: 'curve';
  readonly curve: Curve;
  /** What x is: the `value` (default) or its share of the target. */
  readonly of?: 'value' | 'attainment';
  /** With `attainment` and only there; not negative. */
  readonly target?: Figure;
}

/** The score of the band that a value lies in. */
export interface StepNormaliser {
  readonly kind: 'step';
  /** Ascending by `upTo`; `null` in the last and only there. */
  readonly bands: readonly { readonly upTo: DecimalString | null; readonly score: DecimalString }[];
  /** Which band owns a bound. Default `lower`. */
  readonly boundary?: TierBoundary;
}

/** Points off for each: base − per · n, not below 0. */
export interface DeductNormaliser {
  readonly kind: 'deduct';
  /** Default 100. */
  readonly base?: DecimalString;
  readonly per: DecimalString;
}

/** Points on for each: base + per · n. */
export interface AddNormaliser {
  readonly kind: 'add';
  /** Default 0. */
  readonly base?: DecimalString;
  readonly per: DecimalString;
  /** The most points. */
  readonly cap?: DecimalString;
}

/** 100 where a comparison holds, else 0. */
export interface BinaryNormaliser {
  readonly kind: 'binary';
  readonly op: BinaryOperator;
  readonly value: DecimalString;
}

/** 100 from `low` to `high`, and on a line to 0 at a tolerance beyond either. */
export interface RangeNormaliser {
  readonly kind: 'range';
  readonly low: DecimalString;
  readonly high: DecimalString;
  /** Not negative; 0 gives 0 right outside. */
  readonly tolerance: DecimalString;
}

/** The cell of a two-way table, by the band of the item's metric and that of another one. */
export interface GridNormaliser {
  readonly kind: 'grid';
  /** Bands of the item's metric, ascending; `null` in the last and only there. */
  readonly rows: readonly (DecimalString | null)[];
  /** Bands of the other metric. */
  readonly columns: readonly (DecimalString | null)[];
  readonly columnMetric: string;
  /** Which row owns a bound. Default `lower`. */
  readonly rowBoundary?: TierBoundary;
  /** Which column owns a bound. Default `lower`. */
  readonly columnBoundary?: TierBoundary;
  /** Score points, a list for each row. */
  readonly cells: readonly (readonly DecimalString[])[];
}

/** The rank in the group that is scored together: 100 · (n − rank) ÷ (n − 1). */
export interface RankNormaliser {
  readonly kind: 'rank';
  /** Default `max`, with which the score is that of `percentRank`. */
  readonly method?: GroupTies;
  /** Which values are better. Default `higher`. */
  readonly direction?: Direction;
  /** The score of a group of one. Default `na`: it is treated as missing. */
  readonly alone?: 'na' | DecimalString;
}

/** The value itself, which has to be from 0 to `max`. */
export interface DirectNormaliser {
  readonly kind: 'direct';
  /** Default 100. */
  readonly max?: DecimalString;
}

/** How a raw value becomes score points. */
export type Normaliser =
  | AttainmentNormaliser
  | ProgressNormaliser
  | MinMaxNormaliser
  | CurveNormaliser
  | StepNormaliser
  | DeductNormaliser
  | AddNormaliser
  | BinaryNormaliser
  | RangeNormaliser
  | GridNormaliser
  | RankNormaliser
  | DirectNormaliser;
