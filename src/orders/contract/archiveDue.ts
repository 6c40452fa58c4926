import type { PlainDate } from '../../core/date.js';
import type { Reason } from '../../core/errors.js';
import { addWorkingDays, type WorkCalendar } from '../../core/workCalendar.js';
import { checkWhole } from '../read.js';
import type { Contract } from '../schema/contract.js';

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
