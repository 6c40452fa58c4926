import { fromDayNumber } from '../../core/date.js';
import { NO_DAY, parseDay } from '../../core/parseDay.js';
import { periodOf } from '../../core/period.js';
import type { CompiledPlan } from '../plan/compiledPlan.js';
import { type Rows, rowState } from './rows.js';

/** First day that has to be known to compute again what a row of a day earned. */
export function lookBack(plans: readonly CompiledPlan[], day: number): number {
  return plans.reduce((first, { components, calendar }) => {
    const starts = components.map(({ accumulate, window, every }) =>
      parseDay(periodOf(fromDayNumber(day), accumulate === 'toDate' ? window : every, calendar).start),
    );
    return Math.min(first, ...starts, parseDay(periodOf(fromDayNumber(day), 'year', calendar).start));
  }, day);
}

/**
 * Earliest credit date of the rows that can still move money: of all where earnings are held, else of those that are
 * taken back. Infinity where there are none.
 */
export function earliestDay(plans: readonly CompiledPlan[], rows: Rows, all: boolean): number {
  const { reverses, state, n } = rows;
  if (reverses === null && !all) return Infinity;
  const fields = new Set(plans.flatMap(({ components }) => components.map(({ dateField }) => dateField)));
  const readers = [...fields].map((name) => (name === 'date' ? null : rows.field(`dates.${name}`)));
  let first = Infinity;
  const look = (row: number): void => {
    for (const read of readers) {
      const date = read?.(row);
      const day = read === null ? rows.day[row]! : typeof date === 'string' ? parseDay(date) : NO_DAY;
      if (day !== NO_DAY && day < first) first = day;
    }
  };
  for (let row = 0; row < n; row += 1) {
    const original = reverses?.[row] ?? -1;
    if (original >= 0) look(original);
    else if (all && (state === null || state[row] === rowState.accepted)) look(row);
  }
  return first;
}
