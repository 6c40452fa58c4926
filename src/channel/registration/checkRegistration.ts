import { compareText } from '../../core/compareText.js';
import { dayNumber, fromDayNumber, type PlainDate } from '../../core/date.js';
import type { Reason } from '../../core/errors.js';
import { oneOf } from '../../core/oneOf.js';
import { dayRange } from '../../core/span.js';
import { readField } from '../../mechanisms/rules/field.js';
import { checkCount } from '../checkCount.js';
import { keyReader } from './customerKey.js';
import type { DealCustomer, DealRegistration } from './dealRegistration.js';
import type { ExistingBusiness } from './existingBusiness.js';
import { goesBefore } from './precedence.js';
import { PRECEDENCES, type RegistrationPolicy } from './registrationPolicy.js';
import { type Standing, standingOf } from './registrationStatus.js';

/** A registration can be accepted, or everything that speaks against it. */
export type RegistrationCheck = { readonly ok: true } | { readonly ok: false; readonly reasons: readonly Reason[] };

/**
 * Returns whether a registration can be accepted, or all reasons against it, by code:
 *
 * - `directTeamActive`: the maker's own people have an open opportunity with the customer;
 * - `duplicate`: another partner's registration of the deal goes before it;
 * - `existingCustomer`: the customer has ordered lately;
 * - `missingData`: fields that the policy asks for, or by which the customer is told from others, are not there;
 * - `outOfTerritory`: no grant of the partner that holds on the day covers the customer;
 * - `tooEarly`: the partner's own registration of the deal was rejected or expired lately;
 * - `withdrawnBefore`: the partner withdrew the deal before.
 *
 * Two registrations are of one deal when their customers have the same `customerKey` and their products meet. A registration
 * of somebody else blocks while it is submitted or protected: an approved one always, and where both are undecided by the
 * precedence of the policy. So of two that block, exactly one is free to go on.
 *
 * @param registration handed in or still a draft, which comes after all that were handed in
 * @param existing other registrations, customers, opportunities, grants
 * @param policy days, required fields, precedence
 * @param asOf the day; what is dated later is not known yet
 * @throws SalesModelError `policy.count`, `option.unknown`, `period.order`, `date.invalid`, `date.range`
 * @example
 * import { checkRegistration } from 'salesmodel/channel';
 *
 * const deal = { customer: { domain: 'acme.com', country: 'DE' }, products: ['pump'] };
 * const north = { id: 'R1', partner: 'North', ...deal, submittedOn: '2026-03-02' };
 * const south = { id: 'R2', partner: 'South', ...deal, customer: { domain: 'www.ACME.com', country: 'DE' }, submittedOn: '2026-03-05' };
 * const existing = {
 *   registrations: [north, south], customers: [], opportunities: [],
 *   grants: [{ partner: 'North', territory: 'DE', from: '2026-01-01' }],
 * };
 * checkRegistration(north, existing, {}, '2026-03-06'); // => { ok: true }
 * const answer = checkRegistration(south, existing, { required: ['value'] }, '2026-03-06');
 * answer.ok || answer.reasons.map(({ code }) => code); // => ['duplicate', 'missingData', 'outOfTerritory']
 */
export function checkRegistration(
  registration: DealRegistration,
  existing: ExistingBusiness,
  policy: RegistrationPolicy,
  asOf: PlainDate,
): RegistrationCheck {
  const today = dayNumber(asOf, ['asOf']);
  const { precedence = 'firstToFile', existingDays = 365, coolOffDays = 30 } = policy;
  oneOf(precedence, PRECEDENCES, ['policy', 'precedence']);
  checkCount(existingDays, 0, ['policy', 'existingDays']);
  checkCount(coolOffDays, 0, ['policy', 'coolOffDays']);

  const keyOf = keyReader(policy.suffixes);
  const key = keyOf(registration.customer);
  const isCustomer = (customer: DealCustomer): boolean => key !== null && keyOf(customer) === key;
  const own = standingOf(registration, today, policy, ['registration']);
  const rivals: string[] = [];
  const withdrawn: string[] = [];
  const cooling: { registration: string; until: number }[] = [];
  existing.registrations.forEach((other, at) => {
    if (other.id === registration.id || !isCustomer(other.customer)) return;
    if (!scopesMeet(other.products, registration.products)) return;
    const standing = standingOf(other, today, policy, ['existing', 'registrations', at]);
    if (other.partner !== registration.partner) {
      const rival = { ...standing, registration: other };
      if (isLive(standing) && goesBefore(rival, { ...own, registration }, precedence)) rivals.push(other.id);
    } else if (standing.state === 'withdrawn') {
      withdrawn.push(other.id);
    } else if (standing.state === 'rejected' || standing.state === 'expired') {
      const until = standing.endedOn! + coolOffDays;
      if (today < until) cooling.push({ registration: other.id, until });
    }
  });

  const orders = existing.customers.flatMap((customer, at) => {
    if (customer.lastOrderOn === undefined || !isCustomer(customer)) return [];
    const day = dayNumber(customer.lastOrderOn, ['existing', 'customers', at, 'lastOrderOn']);
    return day <= today && today - day < existingDays ? [day] : [];
  });
  const lastOrder = orders.reduce<number | null>((last, day) => Math.max(last ?? day, day), null);
  const active = existing.opportunities.filter(({ open, customer }) => open && isCustomer(customer));
  const missing = missingFields(registration, policy.required ?? [], key);
  const cooled = cooling.sort((a, b) => b.until - a.until || compareText(a.registration, b.registration))[0];

  const reasons: readonly Reason[] = [
    ...some(active, 'directTeamActive', { opportunities: active.map(({ id }) => id).sort(compareText) }),
    ...some(rivals, 'duplicate', { registrations: rivals.sort(compareText) }),
    ...(lastOrder === null ? [] : [{ code: 'existingCustomer', params: { lastOrderOn: fromDayNumber(lastOrder) } }]),
    ...some(missing, 'missingData', { fields: missing }),
    ...(isCovered(registration, existing, today)
      ? []
      : [
          { code: 'outOfTerritory', params: { partner: registration.partner, country: registration.customer.country } },
        ]),
    ...(cooled === undefined
      ? []
      : [{ code: 'tooEarly', params: { registration: cooled.registration, from: fromDayNumber(cooled.until) } }]),
    ...some(withdrawn, 'withdrawnBefore', { registrations: withdrawn.sort(compareText) }),
  ];
  return reasons.length === 0 ? { ok: true } : { ok: false, reasons };
}

/** Whether a registration of somebody else can stand in the way. */
function isLive({ state }: Standing): boolean {
  return state === 'submitted' || state === 'approved' || state === 'extended';
}

/** Whether two scopes of products have one in common; an empty scope has all. */
function scopesMeet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === 0 || b.length === 0 || a.some((product) => b.includes(product));
}

/** The fields that are not there, sorted; a customer without a key lacks both by which it could have one. */
function missingFields(registration: DealRegistration, required: readonly string[], key: string | null): string[] {
  const asked = new Set([...required, ...(key === null ? ['customer.domain', 'customer.name'] : [])]);
  return [...asked].filter((field) => isAbsent(readField(field)(registration))).sort(compareText);
}

/** An empty text or list says nothing either. */
function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

function isCovered(
  { partner, customer, products }: DealRegistration,
  { grants, territories = [] }: ExistingBusiness,
  today: number,
): boolean {
  const places = [customer.region, customer.country].filter((place) => place !== undefined);
  return grants.some((grant, at) => {
    if (grant.partner !== partner || !scopesMeet(grant.products ?? [], products)) return false;
    const { start, end } = dayRange(grant, ['existing', 'grants', at]);
    if (today < start || today >= end) return false;
    const regions = territories.find(({ id }) => id === grant.territory)?.regions ?? [grant.territory];
    return places.some((place) => regions.includes(place));
  });
}

function some(found: readonly unknown[], code: RegistrationReason, params: Reason['params']): Reason[] {
  return found.length === 0 ? [] : [{ code, params }];
}

type RegistrationReason = 'directTeamActive' | 'duplicate' | 'missingData' | 'withdrawnBefore';
