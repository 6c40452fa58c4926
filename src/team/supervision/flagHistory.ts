import { compareText } from '../../core/compareText.js';
import { fail as failCore } from '../../core/fail.js';

/** Who was flagged in a period. */
export interface FlaggedPeriod {
  /** Name of the period; periods are in the order of their names. */
  readonly period: string;
  readonly persons: readonly string[];
}

/** How often somebody was flagged. */
export interface FlagHistory {
  readonly person: string;
  /** Periods flagged in a row up to the last one; 0 when the last one has no flag. */
  readonly consecutive: number;
  readonly total: number;
  /** The first period without a flag since the last one with; `null` while flagged. */
  readonly clearedSince: string | null;
}

/**
 * Returns how often each person was flagged over periods, by person.
 *
 * @param periods in any order
 * @throws SalesModelError `ids.duplicate` for a period that is there twice
 * @example
 * import { flagHistory } from 'salesmodel/team';
 *
 * flagHistory([
 *   { period: '2026-01', persons: ['Ana', 'Bo'] }, { period: '2026-02', persons: ['Ana'] }, { period: '2026-03', persons: ['Ana'] },
 * ]); // => [
 * //   { person: 'Ana', consecutive: 3, total: 3, clearedSince: null },
 * //   { person: 'Bo', consecutive: 0, total: 1, clearedSince: '2026-02' }
 * // ]
 */
export function flagHistory(periods: readonly FlaggedPeriod[]): readonly FlagHistory[] {
  const sorted = periods.toSorted((a, b) => compareText(a.period, b.period));
  sorted.forEach(({ period }, at) => {
    if (sorted[at - 1]?.period === period) failCore('ids.duplicate', ['periods'], { id: period });
  });
  const persons = [...new Set(sorted.flatMap((each) => each.persons))].toSorted(compareText);
  return persons.map((person) => {
    const flagged = sorted.map((each) => each.persons.includes(person));
    const last = flagged.lastIndexOf(true);
    const before = flagged.lastIndexOf(false, last);
    return {
      person,
      consecutive: last === sorted.length - 1 ? last - before : 0,
      total: flagged.filter(Boolean).length,
      clearedSince: sorted[last + 1]?.period ?? null,
    };
  });
}
