import type { DecimalLike } from '../../../core/decimal.js';
import type { ScoreFacts } from './scorecard.js';

/** One who is scored. */
export interface ScoreEntry {
  readonly id: string;
  readonly facts: ScoreFacts;
  /** Last known scores by item, in points, for `carryForward`. */
  readonly lastScores?: Readonly<Record<string, DecimalLike | null | undefined>>;
}

/** Decimals by row as integers of 10⁻ˢᶜᵃˡᵉ units. */
export interface MetricColumn {
  /** Safe integers, NaN where a row has no value; or integers of 64 bits, of which none is missing. */
  readonly values: Float64Array | BigInt64Array;
  /** Decimals of the unit, 0 to 1000. */
  readonly scale: number;
}

/** Those who are scored, as columns. */
export interface ScoreColumns {
  /** Number of rows. */
  readonly n: number;
  /** Ids by row; without them rows are called by their number. */
  readonly ids?: readonly string[];
  /** By name; a metric without a column is missing in every row. */
  readonly metrics: Readonly<Record<string, MetricColumn>>;
  /** What only conditions read, by name and then by row. */
  readonly facts?: Readonly<Record<string, readonly unknown[]>>;
  /** Last known scores by item, in points, for `carryForward`. */
  readonly lastScores?: Readonly<Record<string, MetricColumn>>;
}
