import { compareText } from '../../core/compareText.js';
import type { DealRegistration } from './dealRegistration.js';
import type { RegistrationPolicy } from './registrationPolicy.js';
import type { Standing } from './registrationStatus.js';

interface Claim extends Standing {
  readonly registration: DealRegistration;
}

/** Whether one registration goes before another: protected ones first, then by the precedence, then by id. */
export function goesBefore(a: Claim, b: Claim, precedence: NonNullable<RegistrationPolicy['precedence']>): boolean {
  const work = precedence === 'mostWork' ? points(b) - points(a) : 0;
  const order =
    Number(isProtected(b)) - Number(isProtected(a)) ||
    work ||
    submittedOn(a) - submittedOn(b) ||
    compareText(a.registration.id, b.registration.id);
  return order < 0;
}

function isProtected({ state }: Standing): boolean {
  return state === 'approved' || state === 'extended';
}

function points({ registration: { evidence = [] } }: Claim): number {
  return new Set(evidence).size;
}

/** A draft comes after all that were handed in; a great number, because nothing can be subtracted from Infinity. */
function submittedOn({ submitted }: Claim): number {
  return submitted ?? Number.MAX_SAFE_INTEGER;
}
