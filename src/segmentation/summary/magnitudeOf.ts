import type { FixedColumn } from '../../core/fixed/column.js';
import { sumAbs } from '../../core/fixed/sumAbs.js';

/** What the magnitudes of a column add up to, as `sumAbs` says it; `Infinity` of integers of any size. */
export function magnitudeOf({ values }: FixedColumn): number {
  return values instanceof Float64Array ? sumAbs(values) : Infinity;
}
