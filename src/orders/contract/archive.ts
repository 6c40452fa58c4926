import { compareText } from '../../core/compareText.js';
import { dayNumber, type PlainDate } from '../../core/date.js';
import type { Reason } from '../../core/errors.js';
import { addWorkingDays, type WorkCalendar } from '../../core/workCalendar.js';
import { checkWhole } from '../read.js';
import type { ArchiveRecord, Contract, Loan } from '../schema/contract.js';

/** How long a signed contract may lie around, and who sees to it. */
export interface ArchivePolicy {
  readonly workingDays: number;
  readonly responsible: string;
  readonly calendar?: WorkCalendar;
}

/**
 * Returns the day by which a signed contract must be in the archive and who is responsible, or `notSigned`.
 *
 * @param contract with the day on which it was signed
 * @param policy working days from then on, responsible person
 * @throws SalesModelError `count.whole`, `date.invalid`, `date.range`, `calendar.invalid`
 * @example
 * import { archiveDue } from 'salesmodel/orders';
 *
 * const contract = { id: 'C-1', partner: 'North', value: '90000', from: '2026-04-01', to: '2027-04-01', signedOn: '2026-03-27' };
 * archiveDue(contract, { workingDays: 5, responsible: 'records' }); // => { ok: true, due: '2026-04-03', responsible: 'records' }
 */
export function archiveDue(
  contract: Contract,
  { workingDays, responsible, calendar }: ArchivePolicy,
):
  | { readonly ok: true; readonly due: PlainDate; readonly responsible: string }
  | { readonly ok: false; readonly reasons: readonly Reason[] } {
  checkWhole(workingDays, 0, ['policy', 'workingDays']);
  if (contract.signedOn === undefined) {
    return { ok: false, reasons: [{ code: 'notSigned', params: { contract: contract.id } }] };
  }
  return { ok: true, due: addWorkingDays(contract.signedOn, workingDays, calendar), responsible };
}

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

/** The loans that were out at the end of a day. */
function openLoans(loans: readonly Loan[], asOf: PlainDate): readonly Loan[] {
  const today = dayNumber(asOf, ['asOf']);
  return loans.filter(
    ({ lentOn, returnedOn }, index) =>
      dayNumber(lentOn, ['loans', index, 'lentOn']) <= today &&
      (returnedOn === undefined || dayNumber(returnedOn, ['loans', index, 'returnedOn']) > today),
  );
}
