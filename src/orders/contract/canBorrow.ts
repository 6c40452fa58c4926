import type { PlainDate } from '../../core/date.js';
import type { Reason } from '../../core/errors.js';
import { checkWhole } from '../read.js';
import type { ArchiveRecord, Loan } from '../schema/contract.js';
import { openLoans } from './openLoans.js';
import { overdueLoans } from './overdueLoans.js';

/** Who may borrow, and how much. */
export interface BorrowPolicy {
  /** A right that a borrower needs. */
  readonly right: string;
  /** A right that a borrower of confidential records needs as well. */
  readonly confidentialRight: string;
  /** Records that one person may have at a time. */
  readonly limit: number;
}

/** Whoever wants a record, with all loans that are known. */
export interface Borrower {
  readonly person: string;
  readonly rights: readonly string[];
  readonly loans: readonly Loan[];
}

/**
 * Returns whether somebody may borrow a record, or all of `noRight`, `confidential`, `alreadyLent`, `hasOverdue`, `limit`.
 *
 * @param borrower person, rights, loans of everybody
 * @param record what is wanted
 * @param policy rights and limit
 * @param asOf the day; later loans and returns are not known
 * @throws SalesModelError `count.whole`, `date.invalid`
 * @example
 * import { canBorrow } from 'salesmodel/orders';
 *
 * const loans = [{ id: 'L1', record: 'R2', person: 'Ana', approvedBy: 'Bo', lentOn: '2026-03-02', dueOn: '2026-03-09' }];
 * const policy = { right: 'borrow', confidentialRight: 'secret', limit: 1 };
 * const record = { id: 'R1', contract: 'C-1', keeper: 'Bo', confidential: true };
 * const answer = canBorrow({ person: 'Ana', rights: ['borrow'], loans }, record, policy, '2026-03-10');
 * answer.ok || answer.reasons.map(({ code }) => code); // => [ 'confidential', 'hasOverdue', 'limit' ]
 */
export function canBorrow(
  { person, rights, loans }: Borrower,
  record: ArchiveRecord,
  { right, confidentialRight, limit }: BorrowPolicy,
  asOf: PlainDate,
): { readonly ok: true } | { readonly ok: false; readonly reasons: readonly Reason[] } {
  checkWhole(limit, 0, ['policy', 'limit']);
  const open = openLoans(loans, asOf);
  const own = open.filter((loan) => loan.person === person);
  const overdue = overdueLoans(own, asOf).map(({ loan }) => loan);
  const taken = open.find((loan) => loan.record === record.id);
  const reasons: readonly Reason[] = [
    ...(rights.includes(right) ? [] : [{ code: 'noRight', params: { right } }]),
    ...(record.confidential && !rights.includes(confidentialRight)
      ? [{ code: 'confidential', params: { right: confidentialRight } }]
      : []),
    ...(taken === undefined ? [] : [{ code: 'alreadyLent', params: { person: taken.person, due: taken.dueOn } }]),
    ...(overdue.length === 0 ? [] : [{ code: 'hasOverdue', params: { loans: overdue } }]),
    ...(own.length < limit ? [] : [{ code: 'limit', params: { limit, open: own.length } }]),
  ];
  return reasons.length === 0 ? { ok: true } : { ok: false, reasons };
}
