import { NO_DAY, parseDay } from '../../core/parseDay.js';
import type { CompiledComponent } from '../plan/compiledPlan.js';
import type { Rows } from './rows.js';

/** The credit date of a row for a component, or `NO_DAY`. */
export function creditDay({ dateField }: CompiledComponent, rows: Rows): (row: number) => number {
  if (dateField === 'date') return (row) => rows.day[row]!;
  const read = rows.field(`dates.${dateField}`);
  return (row) => {
    const date = read(row);
    return typeof date === 'string' ? parseDay(date) : NO_DAY;
  };
}
