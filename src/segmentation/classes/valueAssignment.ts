import type { DecimalLike, DecimalString } from '../../core/decimal.js';
import type { ItemScore } from '../../mechanisms/scoring/scorecard/scorecard.js';
import type { SegmentAssignment } from '../schema/assignment.js';

/** Metrics of a customer; `null` or absent is not known. */
export interface ValueFacts {
  readonly customer: string;
  readonly metrics: Readonly<Record<string, DecimalLike | null | undefined>>;
}

/** The value class of a customer, with the score and what each metric has in it. */
export interface ValueAssignment extends SegmentAssignment {
  /** 0 to 100; `null` where classes come from one metric, or a metric is not known. */
  readonly score: DecimalString | null;
  /** Contributions, by metric; they add up to the score. */
  readonly items: readonly ItemScore[];
}

/** The value classes from the best down. */
export const VALUE_CLASSES = ['high', 'mid', 'low'] as const;
