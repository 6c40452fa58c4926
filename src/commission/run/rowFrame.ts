import type { RunResult } from '../schema.js';
import type { RowSurvey } from './surveyRows.js';

/**
 * What all rows of a run decide together. Rows of some payees, computed with the frame of the whole run, give these payees
 * the same figures and the rows the same fate.
 */
export interface RowFrame {
  /** First booking day that is needed. */
  readonly from: number;
  /** Earliest day whose credits can still move money; `null` where the windows of the run say it all. */
  readonly since: number | null;
  /** Decimals of the amounts' unit. */
  readonly scale: number;
  /** Whether the kernels compute the run. */
  readonly isFused: boolean;
  /** Whether some credit pays on another share than it counts with. */
  readonly hasPayoutShares: boolean;
}

/** A run of some of the payees over some of the rows. */
export interface PartOfRun {
  readonly frame: RowFrame;
  /** Positions of the payees that get statements and lines. */
  readonly payees: ReadonlySet<number>;
}

/** The frame of the rows of a whole run. */
export function rowFrame(
  { reading, since }: RowSurvey,
  kernel: RunResult['kernel'],
  hasPayoutShares: boolean,
): RowFrame {
  const isFused = kernel !== 'decimal';
  return {
    from: reading.from,
    since: since === Infinity ? null : since,
    scale: reading.rows.amount.scale,
    isFused,
    hasPayoutShares: !isFused && hasPayoutShares,
  };
}
