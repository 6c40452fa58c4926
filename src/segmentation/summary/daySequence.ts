import { rowNumbers, RowSorter } from '../../core/fixed/rowSorter.js';
import type { DaySurvey } from './surveyDays.js';

/** The rows in the order of their days, or `undefined` where they stand in it already. */
export function daySequence(day: Int32Array, { ascends }: DaySurvey): Int32Array | undefined {
  if (ascends) return undefined;
  const rows = rowNumbers(day.length);
  new RowSorter(day.length).sort(rows, 0, rows.length, day);
  return rows;
}
