import type { DecimalString } from '../../../core/decimal.js';

/** A grade and the least total that has it. */
export interface GradeBand {
  readonly id: string;
  /** Absent in the lowest grade and only there. */
  readonly min?: DecimalString;
}

/** Grades of totals, the best first: a total has the first grade whose `min` it reaches. */
export interface GradeBands {
  readonly bands: readonly GradeBand[];
}
