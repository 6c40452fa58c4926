import { monthIndex, monthStart } from '../../core/civil.js';
import { fromDayNumber, type PlainDate } from '../../core/date.js';
import type { Rejected } from '../../core/errors.js';
import { scaledText } from '../../core/fixed/scaledText.js';
import { flagOutliers } from '../../mechanisms/scoring/flagOutliers.js';
import type { OrderRow } from '../schema/summary.js';
import { readOrderRows } from '../summary/readOrderRows.js';

/** Rows that stand for one thing. */
export interface RowGroup {
  readonly customer: string;
  readonly date: PlainDate;
  /** Ascending. */
  readonly rows: readonly number[];
}

/** A value that somebody should look at. */
export interface SuspiciousRow {
  readonly row: number;
  readonly reason: 'zeroAmount' | 'negativeAmount' | 'outlier';
}

/** What is wrong or odd in an order log. */
export interface CleanReport {
  readonly rows: number;
  /** Rows that cannot be read, with all their faults. */
  readonly rejected: readonly Rejected[];
  /** Rows that are the same in every field. */
  readonly duplicates: readonly RowGroup[];
  /** Rows of one customer on one day that differ. */
  readonly sameDay: readonly RowGroup[];
  /** First days of months without a row, between the first and the last month with one. */
  readonly gaps: readonly PlainDate[];
  /** By row. */
  readonly suspicious: readonly SuspiciousRow[];
}

/**
 * Returns what should be looked at before an order log is used: rows that cannot be read, duplicates, several rows of a
 * customer on one day, months without a row, and amounts that are 0, negative or far above the others (beyond the third
 * quartile by three interquartile ranges).
 *
 * @param orders rows in any order
 * @throws SalesModelError `money.currencyMismatch`
 * @example
 * import { cleanReport } from 'salesmodel/segmentation';
 *
 * const orders = [
 *   { customer: 'Ada', date: '2026-01-10', amount: '20' },
 *   { customer: 'Ada', date: '2026-01-10', amount: '20' },
 *   { customer: 'Bo', date: '2026-03-05', amount: '0' },
 *   { customer: 'Cy', date: '2026-02-30', amount: '10' },
 * ];
 * const { duplicates, gaps, suspicious, rejected } = cleanReport(orders);
 * duplicates; // => [{ customer: 'Ada', date: '2026-01-10', rows: [0, 1] }]
 * gaps; // => ['2026-02-01']
 * suspicious; // => [{ row: 2, reason: 'zeroAmount' }]
 * rejected.map(({ index, code }) => `${index} ${code}`); // => ['3 segmentation.row.dateInvalid']
 */
export function cleanReport(orders: readonly OrderRow[]): CleanReport {
  const { customers, customer, day, amount, rejected } = readOrderRows(orders);
  const rows = Array.from(customer, (_, row) => row).filter((row) => customer[row]! >= 0);
  const name = (row: number): string => customers[customer[row]!]!;
  const groupBy = (key: (row: number) => string): number[][] => {
    const groups = new Map<string, number[]>();
    for (const row of rows) {
      const found = groups.get(key(row));
      if (found === undefined) groups.set(key(row), [row]);
      else found.push(row);
    }
    return [...groups.values()].filter((group) => group.length > 1);
  };
  const whole = (row: number): string => {
    const { id, currency, profit } = orders[row]!;
    return JSON.stringify([
      name(row),
      day[row],
      String(amount.values[row]),
      id ?? null,
      currency ?? null,
      profit ?? null,
    ]);
  };
  const toGroup = (group: readonly number[]): RowGroup => ({
    customer: name(group[0]!),
    date: fromDayNumber(day[group[0]!]!),
    rows: group,
  });
  const byPlace = (a: RowGroup, b: RowGroup): number =>
    a.customer < b.customer
      ? -1
      : a.customer > b.customer
        ? 1
        : a.date < b.date
          ? -1
          : a.date > b.date
            ? 1
            : a.rows[0]! - b.rows[0]!;
  const sameDay = groupBy((row) => `${customer[row]} ${day[row]}`).filter(
    (group) => new Set(group.map(whole)).size > 1,
  );
  const months = new Set(rows.map((row) => monthIndex(day[row]!)));
  const gaps: PlainDate[] = [];
  const last = Math.max(...months);
  for (let month = Math.min(...months); month < last; month++) {
    if (!months.has(month)) gaps.push(fromDayNumber(monthStart(month)));
  }
  const values = rows.map((row) => ({ id: String(row), value: scaledText(amount.values[row]!, amount.scale) }));
  const far = flagOutliers(values, { method: 'iqr', k: 3, side: 'high' });
  const outliers = new Set(far.status === 'flagged' ? far.flags.map(({ id }) => Number(id)) : []);
  const suspicious = rows.flatMap((row): SuspiciousRow[] => {
    const value = amount.values[row]!;
    if (value < 0) return [{ row, reason: 'negativeAmount' }];
    if (value === 0 || value === 0n) return [{ row, reason: 'zeroAmount' }];
    return outliers.has(row) ? [{ row, reason: 'outlier' }] : [];
  });
  return {
    rows: orders.length,
    rejected,
    duplicates: groupBy(whole).map(toGroup).sort(byPlace),
    sameDay: sameDay.map(toGroup).sort(byPlace),
    gaps,
    suspicious,
  };
}
