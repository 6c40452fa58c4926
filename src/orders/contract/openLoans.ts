import { dayNumber, type PlainDate } from '../../core/date.js';
import type { Loan } from '../schema/contract.js';

/** The loans that were out at the end of a day. */
export function openLoans(loans: readonly Loan[], asOf: PlainDate): readonly Loan[] {
  const today = dayNumber(asOf, ['asOf']);
  return loans.filter(
    ({ lentOn, returnedOn }, index) =>
      dayNumber(lentOn, ['loans', index, 'lentOn']) <= today &&
      (returnedOn === undefined || dayNumber(returnedOn, ['loans', index, 'returnedOn']) > today),
  );
}
