import type { PlainDate } from '../../core/date.js';
import type { Reason } from '../../core/errors.js';
import { slaDue } from '../../mechanisms/lifecycle/sla/slaDue.js';
import type { DealRegistration } from './dealRegistration.js';
import type { RegistrationPolicy } from './registrationPolicy.js';

/**
 * Returns the day by which the maker has to decide on a registration, or `notSubmitted`.
 *
 * @param registration with the day on which it was handed in
 * @param policy working days and calendar
 * @throws SalesModelError those of `slaDue`
 * @example
 * import { decisionDue } from 'salesmodel/channel';
 *
 * const registration = {
 *   id: 'R1', partner: 'North', customer: { domain: 'acme.com', country: 'DE' }, products: [], submittedOn: '2026-04-02',
 * };
 * decisionDue(registration, { calendar: { holidays: ['2026-04-03', '2026-04-06'] } }); // => { ok: true, due: '2026-04-13' }
 */
export function decisionDue(
  { id, submittedOn }: DealRegistration,
  { decisionWorkingDays = 5, calendar = {} }: RegistrationPolicy = {},
): { readonly ok: true; readonly due: PlainDate } | { readonly ok: false; readonly reasons: readonly Reason[] } {
  if (submittedOn === undefined)
    return { ok: false, reasons: [{ code: 'notSubmitted', params: { registration: id } }] };
  return { ok: true, due: slaDue(submittedOn, decisionWorkingDays, { unit: 'workingDay', calendar }) };
}
