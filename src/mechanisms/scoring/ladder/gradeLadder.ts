import type { DecimalLike, DecimalString } from '../../../core/decimal.js';
import type { Reason } from '../../../core/errors.js';

/** A metric and the least value of it that counts. */
export interface GradeThreshold {
  readonly metric: string;
  readonly min: DecimalString;
}

/** A grade, what it takes to reach and to keep it, and what goes with it. */
export interface LadderGrade {
  readonly id: string;
  /** All of them must hold to rise to the grade. Absent in the lowest grade and only there. */
  readonly enter?: readonly GradeThreshold[];
  /** All of them must hold to stay; none may ask for more than `enter`. Default: those of `enter`. */
  readonly stay?: readonly GradeThreshold[];
  readonly rights?: readonly string[];
  readonly resources?: readonly string[];
  readonly tasks?: readonly string[];
}

/** Grades from the lowest to the highest, and how one moves between them. */
export interface GradeLadder {
  readonly grades: readonly LadderGrade[];
  /** Reviews in a row in which a higher grade is reached before one rises. Default 1. */
  readonly promoteAfter?: number;
  /** Reviews in a row in which the grade is not kept before one falls. Default 1. */
  readonly demoteAfter?: number;
  /** The most grades one rises at once. Default: no limit. */
  readonly maxUp?: number;
  /** The most grades one falls at once. Default: no limit. */
  readonly maxDown?: number;
  /**
   * A metric of the ladder without a value: `hold` (default) leaves grade and streaks as they are, `below` takes it as less
   * than every threshold.
   */
  readonly missing?: 'hold' | 'below';
}

/** A grade and how many reviews in a row spoke for a rise or a fall; without them 0. */
export interface LadderState {
  readonly grade: string;
  readonly upStreak?: number;
  readonly downStreak?: number;
}

/** The values of a review by metric; `null` or absent is missing. */
export type LadderMetrics = Readonly<Record<string, DecimalLike | null | undefined>>;

/** What a review makes of a grade. */
export interface GradeAssignment {
  readonly grade: string;
  readonly upStreak: number;
  readonly downStreak: number;
  readonly changed: 'up' | 'down' | null;
  /** Sorted by code, then by metric. */
  readonly reasons: readonly Reason[];
}

/** The values of one review. */
export interface LadderPeriod {
  /** Name of the period, such as `2026-Q1`. */
  readonly period: string;
  readonly metrics: LadderMetrics;
}

/** What one review of a history made of the grade. */
export interface LadderStep extends GradeAssignment {
  readonly period: string;
}
