import type { Calendar } from '../../core/calendar.js';
import { dayNumber, fromDayNumber, type PlainDate } from '../../core/date.js';
import type { Rejected } from '../../core/errors.js';
import { oneOf } from '../../core/oneOf.js';
import type { PeriodKind } from '../../core/periodKind.js';
import { periodLine } from '../../core/periodLine.js';
import { type Ratio, ratio } from '../../core/ratio.js';
import type { OrderRow } from '../schema/summary.js';
import { readOrderRows } from '../summary/readOrderRows.js';

/** How cohorts are counted. */
export interface CohortOptions {
  readonly asOf: PlainDate;
  /** Default `month`. */
  readonly period?: PeriodKind;
  /** Default: months of the calendar. */
  readonly calendar?: Calendar;
  /** Who counts in a period: those who buy in it, or in it or later. Default `classic`. */
  readonly mode?: 'classic' | 'rolling';
}

/** Those who bought first in one period. */
export interface Cohort {
  /** First day of the period. */
  readonly start: PlainDate;
  readonly customers: number;
  /** By periods since: how many of them; `null` for a period that is not over on the as-of day. */
  readonly counts: readonly (number | null)[];
  /** The same as parts of the cohort. */
  readonly shares: readonly (Ratio | null)[];
}

/** Cohorts by the period of the first purchase, the first first. */
export interface CohortRetention {
  readonly cohorts: readonly Cohort[];
  /** By row. */
  readonly rejected: readonly Rejected[];
}

/**
 * Returns who comes back: customers by the period of their first purchase, and how many of them buy in each later one. What
 * takes back is no purchase, and rows after the as-of day are not known yet.
 *
 * @param orders rows in any order
 * @param options as-of day, period, who counts
 * @throws SalesModelError `date.invalid`, `option.unknown`, `money.currencyMismatch`, `calendar.invalid`
 * @example
 * import { cohortRetention } from 'salesmodel/segmentation';
 *
 * const orders = [
 *   { customer: 'Ada', date: '2026-01-10', amount: '20' },
 *   { customer: 'Bo', date: '2026-01-20', amount: '20' },
 *   { customer: 'Ada', date: '2026-03-01', amount: '20' },
 *   { customer: 'Cy', date: '2026-02-03', amount: '20' },
 * ];
 * const { cohorts } = cohortRetention(orders, { asOf: '2026-03-31' });
 * cohorts.map(({ start, counts }) => `${start}: ${counts.join(' ')}`); // => ['2026-01-01: 2 0 1', '2026-02-01: 1 0']
 * cohortRetention(orders, { asOf: '2026-03-31', mode: 'rolling' }).cohorts[0]?.counts; // => [2, 1, 1]
 */
export function cohortRetention(orders: readonly OrderRow[], options: CohortOptions): CohortRetention {
  const asOf = dayNumber(options.asOf, ['asOf']);
  const rolls = oneOf(options.mode ?? 'classic', ['classic', 'rolling'], ['mode']) === 'rolling';
  const line = periodLine(options.period ?? 'month', options.calendar);
  const { customers, customer, day, amount, rejected } = readOrderRows(orders);
  const periods = customers.map(() => new Set<number>());
  for (let row = 0; row < customer.length; row++) {
    const at = customer[row]!;
    if (at >= 0 && day[row]! <= asOf && amount.values[row]! >= 0) periods[at]!.add(line.ordinal(day[row]!));
  }
  const last = line.ordinal(asOf);
  const cohorts = new Map<number, { customers: number; counts: number[] }>();
  for (const bought of periods) {
    if (bought.size === 0) continue;
    const first = Math.min(...bought);
    const cohort = cohorts.get(first) ?? { customers: 0, counts: new Array<number>(last - first + 1).fill(0) };
    cohorts.set(first, cohort);
    cohort.customers++;
    const until = Math.max(...bought);
    for (let period = first; period <= last; period++) {
      if (rolls ? period <= until : bought.has(period)) cohort.counts[period - first]! += 1;
    }
  }
  return {
    cohorts: [...cohorts]
      .sort(([a], [b]) => a - b)
      .map(([first, { customers: size, counts }]): Cohort => {
        const known = counts.map((count, k) => (line.start(first + k + 1) > asOf + 1 ? null : count));
        const shares = known.map((count) => (count === null ? null : ratio(count, size)));
        return { start: fromDayNumber(line.start(first)), customers: size, counts: known, shares };
      }),
    rejected,
  };
}

/**
 * Returns which part of the customers of one day are still among those of another.
 *
 * @param start ids at the start; one that stands twice counts once
 * @param end ids at the end
 * @example
 * import { retentionRate } from 'salesmodel/segmentation';
 *
 * retentionRate(['Ada', 'Bo', 'Cy', 'Di'], ['Bo', 'Di', 'Ed', 'Ada']).value; // => '0.75'
 */
export function retentionRate(start: readonly string[], end: readonly string[]): Ratio {
  const before = new Set(start);
  const after = new Set(end);
  return ratio([...before].filter((id) => after.has(id)).length, before.size);
}
