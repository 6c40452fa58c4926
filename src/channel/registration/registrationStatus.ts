import { dayNumber, fromDayNumber, type PlainDate } from '../../core/date.js';
import type { Path } from '../../core/errors.js';
import { checkCount } from '../checkCount.js';
import type { DealRegistration } from './dealRegistration.js';
import type { RegistrationState } from './dealRegistrationLifecycle.js';
import type { RegistrationPolicy } from './registrationPolicy.js';

/** Where a registration stands on a day. */
export interface RegistrationStatus {
  readonly state: RegistrationState;
  /** From the approval up to but without `protectedUntil`, if nothing ends it before; `null` where it is not approved. */
  readonly protectedFrom: PlainDate | null;
  readonly protectedUntil: PlainDate | null;
  /** Extensions that count. */
  readonly extensions: number;
  /** Extensions that do not: too many, or after the protection had ended. */
  readonly extensionsRefused: number;
}

/**
 * Returns where a registration stands on a day. It expires with its protection, without an event; what is dated later is not
 * known yet.
 *
 * @param registration with the days of what happened
 * @param asOf the day
 * @param policy days of protection, extensions
 * @throws SalesModelError `policy.count`, `date.invalid`, `date.range`
 * @example
 * import { registrationStatus } from 'salesmodel/channel';
 *
 * const registration = {
 *   id: 'R1', partner: 'North', customer: { domain: 'acme.com', country: 'DE' }, products: [],
 *   submittedOn: '2026-01-28', approvedOn: '2026-01-31',
 * };
 * registrationStatus(registration, '2026-04-30').state; // => 'approved'
 * registrationStatus(registration, '2026-05-01').state; // => 'expired'
 * const extended = { ...registration, extensions: [{ on: '2026-04-20', days: 30 }] };
 * const { state, protectedUntil } = registrationStatus(extended, '2026-05-01');
 * [state, protectedUntil]; // => ['extended', '2026-05-31']
 */
export function registrationStatus(
  registration: DealRegistration,
  asOf: PlainDate,
  policy: RegistrationPolicy = {},
): RegistrationStatus {
  const { state, start, end, extensions, refused } = standingOf(registration, dayNumber(asOf, ['asOf']), policy, [
    'registration',
  ]);
  return {
    state,
    protectedFrom: start === null ? null : fromDayNumber(start),
    protectedUntil: end === null ? null : fromDayNumber(end, ['registration']),
    extensions,
    extensionsRefused: refused,
  };
}

/** The status on day numbers. */
export interface Standing {
  readonly state: RegistrationState;
  readonly submitted: number | null;
  readonly start: number | null;
  readonly end: number | null;
  readonly extensions: number;
  readonly refused: number;
  /** The day of the outcome, or on which it expired. */
  readonly endedOn: number | null;
}

/** Where a registration stands on a day, and since when. */
export function standingOf(
  registration: DealRegistration,
  today: number,
  { protectionDays = 90, maxExtensions = 1 }: RegistrationPolicy,
  path: Path,
): Standing {
  checkCount(protectionDays, 1, ['policy', 'protectionDays']);
  checkCount(maxExtensions, 0, ['policy', 'maxExtensions']);
  const known = (date: PlainDate | undefined, ...at: Path): number | null => {
    const day = date === undefined ? null : dayNumber(date, [...path, ...at]);
    return day === null || day > today ? null : day;
  };
  const submitted = known(registration.submittedOn, 'submittedOn');
  const start = known(registration.approvedOn, 'approvedOn');
  const ended = known(registration.outcome?.on, 'outcome', 'on');
  let end =
    start === null
      ? null
      : start + checkCount(registration.protectionDays ?? protectionDays, 1, [...path, 'protectionDays']);
  let [extensions, refused] = [0, 0];
  for (const [at, { on, days }] of (registration.extensions ?? []).entries()) {
    const day = known(on, 'extensions', at, 'on');
    checkCount(days, 1, [...path, 'extensions', at, 'days']);
    if (day === null) continue;
    const counts = start !== null && end !== null && day >= start && day < end && extensions < maxExtensions;
    if (counts) end! += days;
    extensions += counts ? 1 : 0;
    refused += counts ? 0 : 1;
  }
  const facts = { submitted, start, end, extensions, refused };
  // What ends after the protection did comes too late: the deal was anybody's by then.
  if (ended !== null && (end === null || ended < end)) {
    return { ...facts, state: registration.outcome!.state, endedOn: ended };
  }
  if (end !== null && today >= end) return { ...facts, state: 'expired', endedOn: end };
  if (start !== null) return { ...facts, state: extensions > 0 ? 'extended' : 'approved', endedOn: null };
  return { ...facts, state: submitted === null ? 'draft' : 'submitted', endedOn: null };
}
