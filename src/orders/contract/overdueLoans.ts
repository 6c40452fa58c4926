import { compareText } from '../../core/compareText.js';
import { dayNumber, type PlainDate } from '../../core/date.js';
import type { Loan } from '../schema/contract.js';
import { openLoans } from './openLoans.js';

/** A loan that should have come back. */
export interface OverdueLoan {
  readonly loan: string;
  readonly record: string;
  readonly person: string;
  /** Days since the due day. */
  readonly days: number;
}

/**
 * Returns the loans that are overdue on a day, the longest first, then by loan. On the due day itself a loan is not overdue.
 *
 * @param loans in any order
 * @param asOf the day; later loans and returns are not known
 * @throws SalesModelError `date.invalid`
 * @example
 * import { overdueLoans } from 'salesmodel/orders';
 *
 * const loan = { id: 'L1', record: 'R2', person: 'Ana', approvedBy: 'Bo', lentOn: '2026-03-02', dueOn: '2026-03-09' };
 * overdueLoans([loan], '2026-03-09'); // => []
 * overdueLoans([loan], '2026-03-12'); // => [ { loan: 'L1', record: 'R2', person: 'Ana', days: 3 } ]
 */
export function overdueLoans(loans: readonly Loan[], asOf: PlainDate): readonly OverdueLoan[] {
  const today = dayNumber(asOf, ['asOf']);
  return openLoans(loans, asOf)
    .map(({ id, record, person, dueOn }) => ({ loan: id, record, person, days: today - dayNumber(dueOn) }))
    .filter(({ days }) => days > 0)
    .sort((a, b) => b.days - a.days || compareText(a.loan, b.loan));
}
