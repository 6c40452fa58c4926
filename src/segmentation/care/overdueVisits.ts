import { compareText } from '../../core/compareText.js';
import { dayNumber, type PlainDate } from '../../core/date.js';
import { fail as failCore } from '../../core/fail.js';
import { compareOpenLast } from '../classes/cross.js';
import { fail } from '../fail.js';

/** A customer who is visited. */
export interface VisitedCustomer {
  readonly customer: string;
  readonly grade: string | null;
  /** `null`: never. */
  readonly lastVisit: PlainDate | null;
  readonly maxGap: number;
}

/** A customer whose visit is overdue. */
export interface OverdueVisit {
  readonly customer: string;
  readonly grade: string | null;
  readonly lastVisit: PlainDate;
  /** Days since the visit should have been at the latest. */
  readonly daysOver: number;
}

/**
 * Returns the customers whose visit is overdue, the longest first, then by grade, then by id. Who was never visited is due,
 * not overdue.
 *
 * @param customers with the day of the last visit and the most days between visits
 * @param options as-of day
 * @throws SalesModelError `date.invalid`, `ids.duplicate`, `segmentation.visit.gaps`
 * @example
 * import { overdueVisits } from 'salesmodel/segmentation';
 *
 * const customers = [
 *   { customer: 'c1', grade: 'B', lastVisit: '2026-01-01', maxGap: 60 },
 *   { customer: 'c2', grade: 'A', lastVisit: '2026-01-31', maxGap: 30 },
 *   { customer: 'c3', grade: 'A', lastVisit: '2026-03-20', maxGap: 30 },
 * ];
 * overdueVisits(customers, { asOf: '2026-03-31' }).map(({ customer, daysOver }) => `${customer} ${daysOver}`); // => ['c2 29', 'c1 29']
 */
export function overdueVisits(
  customers: readonly VisitedCustomer[],
  options: { readonly asOf: PlainDate },
): OverdueVisit[] {
  const today = dayNumber(options.asOf, ['asOf']);
  const seen = new Set<string>();
  const overdue = customers.flatMap(({ customer, grade, lastVisit, maxGap }, at): OverdueVisit[] => {
    if (seen.has(customer)) failCore('ids.duplicate', ['customers', at, 'customer'], { id: customer });
    seen.add(customer);
    if (!Number.isSafeInteger(maxGap) || maxGap < 0) {
      fail('segmentation.visit.gaps', ['customers', at, 'maxGap'], { least: 0, value: maxGap });
    }
    if (lastVisit === null) return [];
    const daysOver = today - dayNumber(lastVisit, ['customers', at, 'lastVisit']) - maxGap;
    return daysOver > 0 ? [{ customer, grade, lastVisit, daysOver }] : [];
  });
  return overdue.sort(
    (a, b) => b.daysOver - a.daysOver || compareOpenLast(a.grade, b.grade) || compareText(a.customer, b.customer),
  );
}
