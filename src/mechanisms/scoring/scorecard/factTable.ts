import type { Cells } from './cells.js';

/** The facts of rows, by name. */
export interface FactTable {
  readonly n: number;
  /** The values of a metric. */
  readonly metric: (name: string) => Cells;
  /** What conditions read. */
  readonly fact: (row: number, field: string) => unknown;
  /** Last known scores of an item; `null` without any. */
  readonly lastScores: (item: string) => Cells | null;
}
