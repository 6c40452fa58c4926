import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  checkRegistration,
  companySuffixes,
  customerKey,
  DealRegistration,
  dealRegistrationLifecycle,
  type RegistrationPolicy,
  registrationStatus,
} from '../../src/channel/index.js';
import { addDays, daysBetween } from '../../src/core/index.js';

const START = '2026-01-01';
const dayOf = (day: number): string => addDays(START, day);
const gap = fc.integer({ min: 0, max: 12 });

/** A registration as it may be stored: its days ascend. */
const registrations = fc
  .record({
    partner: fc.constantFrom('North', 'South', 'East'),
    domain: fc.constantFrom('acme.com', 'WWW.acme.com', 'b.com'),
    products: fc.subarray(['pump', 'valve']),
    gaps: fc.array(gap, { maxLength: 4 }),
    days: fc.integer({ min: 1, max: 9 }),
    end: fc.option(fc.constantFrom('returned', 'rejected', 'withdrawn', 'won', 'lost'), { nil: null }),
    evidence: fc.subarray(['visit', 'offer']),
  })
  .map(({ partner, domain, products, gaps, days, end, evidence }): Omit<DealRegistration, 'id'> => {
    const [submitted, approved, ...extended] = gaps.reduce<number[]>(
      (all, each) => [...all, (all.at(-1) ?? 0) + each],
      [],
    );
    const last = gaps.reduce((a, b) => a + b, 0);
    const fits =
      end !== null &&
      submitted !== undefined &&
      (end === 'withdrawn' || (approved !== undefined) === (end === 'won' || end === 'lost'));
    return {
      partner,
      customer: { domain, country: 'DE' },
      products,
      evidence,
      ...(submitted === undefined ? {} : { submittedOn: dayOf(submitted) }),
      ...(approved === undefined ? {} : { approvedOn: dayOf(approved) }),
      ...(extended.length === 0 ? {} : { extensions: extended.map((day) => ({ on: dayOf(day), days })) }),
      ...(fits ? { outcome: { state: end, on: dayOf(last + 3) } } : {}),
    };
  });
const lists = fc
  .array(registrations, { maxLength: 5 })
  .map((list) => list.map((each, at): DealRegistration => ({ id: `R${at}`, ...each })));
const policies = fc.record({
  precedence: fc.constantFrom('firstToFile' as const, 'mostWork' as const),
  protectionDays: fc.integer({ min: 1, max: 15 }),
  maxExtensions: fc.integer({ min: 0, max: 2 }),
  coolOffDays: fc.integer({ min: 0, max: 10 }),
});
const today = fc.integer({ min: 0, max: 60 });

/** Everything that one can come to from a state, in any number of steps. */
function reachable(from: string): Set<string> {
  const found = new Set([from]);
  for (const state of found) {
    for (const { from: sources, to } of dealRegistrationLifecycle.transitions ?? []) {
      if ([sources].flat().includes(state as never)) found.add(to);
    }
  }
  return found;
}

test('from day to day a registration goes the ways of its lifecycle, and is protected as its days say', () => {
  fc.assert(
    fc.property(registrations, policies, (each, policy) => {
      const registration = { id: 'R', ...each };
      expect(DealRegistration.safeParse(registration).success).toBe(true);
      let before = 'draft';
      for (let day = 0; day <= 60; day += 6) {
        const { state, protectedFrom, protectedUntil, extensions, extensionsRefused } = registrationStatus(
          registration,
          dayOf(day),
          policy,
        );
        expect(reachable(before).has(state)).toBe(true);
        before = state;
        const known = (each.extensions ?? []).filter(({ on }) => on <= dayOf(day));
        expect(extensions + extensionsRefused).toBe(known.length);
        expect(extensions).toBeLessThanOrEqual(policy.maxExtensions);
        if (protectedFrom === null || protectedUntil === null) {
          expect(['approved', 'extended', 'expired', 'won', 'lost']).not.toContain(state);
          continue;
        }
        expect(daysBetween(protectedFrom, protectedUntil)).toBe(
          policy.protectionDays + extensions * (known[0]?.days ?? 0),
        );
        const isOver = protectedUntil <= dayOf(day);
        expect(isOver).toBe(state === 'expired' || (isOver && each.outcome !== undefined));
      }
    }),
    { numRuns: 1000 },
  );
});

const existing = (list: readonly DealRegistration[]) => ({
  registrations: list,
  customers: [],
  opportunities: [],
  grants: ['North', 'South', 'East'].map((partner) => ({ partner, territory: 'DE', from: START })),
});

function reasonsOf(
  registration: DealRegistration,
  list: readonly DealRegistration[],
  policy: RegistrationPolicy,
  on: string,
): Readonly<Record<string, unknown>> {
  const answer = checkRegistration(registration, existing(list), policy, on);
  return answer.ok ? {} : Object.fromEntries(answer.reasons.map(({ code, params }) => [code, params]));
}

test('of two partners with one deal that both stand in the way, exactly one is blocked by the other', () => {
  fc.assert(
    fc.property(lists, policies, today, (list, policy, day) => {
      const on = dayOf(day);
      const isLive = (each: DealRegistration): boolean =>
        ['submitted', 'approved', 'extended'].includes(registrationStatus(each, on, policy).state);
      const blocks = (one: DealRegistration, other: DealRegistration): boolean =>
        'duplicate' in reasonsOf(other, [one], policy, on);
      for (const one of list) {
        const rivals: string[] = [];
        for (const other of list) {
          if (one.id === other.id) continue;
          if (blocks(other, one)) rivals.push(other.id);
          const isOneDeal =
            one.customer.domain?.replace('WWW.', '') === other.customer.domain?.replace('WWW.', '') &&
            (one.products.length === 0 ||
              other.products.length === 0 ||
              one.products.some((product) => other.products.includes(product)));
          if (!isOneDeal || one.partner === other.partner) expect(blocks(one, other)).toBe(false);
          else if (isLive(one) && isLive(other)) expect(blocks(one, other)).toBe(!blocks(other, one));
          else if (!isLive(one)) expect(blocks(one, other)).toBe(false);
        }
        const found = reasonsOf(one, list, policy, on)['duplicate'] ?? { registrations: [] };
        expect(found).toEqual({ registrations: rivals.sort() });
      }
    }),
    // Each run asks about every pair.
    { numRuns: 400 },
  );
});

test('the order of what is known and what happens later change nothing', () => {
  fc.assert(
    fc.property(lists, registrations, policies, today, (list, each, policy, day) => {
      const on = dayOf(day);
      const registration = { id: 'mine', ...each };
      const answer = checkRegistration(registration, existing(list), policy, on);
      expect(checkRegistration(registration, existing(list.toReversed()), policy, on)).toEqual(answer);
      const past = list.map(({ submittedOn, approvedOn, extensions = [], outcome, ...rest }): DealRegistration => ({
        ...rest,
        ...(submittedOn !== undefined && submittedOn <= on ? { submittedOn } : {}),
        ...(approvedOn !== undefined && approvedOn <= on ? { approvedOn } : {}),
        extensions: extensions.filter((extension) => extension.on <= on),
        ...(outcome !== undefined && outcome.on <= on ? { outcome } : {}),
      }));
      expect(checkRegistration(registration, existing(past), policy, on)).toEqual(answer);
    }),
    { numRuns: 1000 },
  );
});

test('case, blanks and the kind of company do not tell customers apart, other words do', () => {
  const words = fc.array(fc.constantFrom('Acme', 'Nord', 'Pumps', '泵业', 'Ltdx'), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(words, words, fc.subarray([...companySuffixes]), fc.boolean(), (name, other, kinds, isLoud) => {
      const plain = name.join(' ');
      const key = customerKey({ name: plain, country: 'DE' });
      const long = `  ${[plain, ...kinds].join('  ')}. `;
      expect(customerKey({ name: isLoud ? long.toUpperCase() : long, country: 'de' })).toBe(key);
      expect(customerKey({ name: other.join(' '), country: 'DE' }) === key).toBe(other.join(' ') === plain);
    }),
    { numRuns: 1000 },
  );
});
