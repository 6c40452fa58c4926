import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  customerMonths,
  type PartnerProgram,
  referralProgram,
  resolveAttribution,
  run,
  type Transaction,
} from '../../../src/commission/index.js';

const settings = { numRuns: 1000 };
const terms = fc.option(fc.constantFrom('a', 'b', 'c'), { nil: undefined });
const withTerms = (of: string | undefined) => (of === undefined ? {} : { terms: of });

const programs: fc.Arbitrary<PartnerProgram> = fc
  .record({
    own: terms,
    groups: fc.array(terms, { maxLength: 2 }),
    partners: fc.array(fc.record({ group: fc.option(fc.nat(1), { nil: undefined }), of: terms }), {
      minLength: 1,
      maxLength: 3,
    }),
    links: fc.array(fc.record({ partner: fc.nat(2), of: terms }), { maxLength: 3 }),
  })
  .map(({ own, groups, partners, links }) => ({
    ...withTerms(own),
    groups: groups.map((of, at) => ({ id: `g${at}`, ...withTerms(of) })),
    partners: partners.map(({ group, of }, at) => ({
      id: `p${at}`,
      ...(group !== undefined && group < groups.length ? { groupId: `g${group}` } : {}),
      ...withTerms(of),
    })),
    links: links.map(({ partner, of }, at) => ({
      id: `l${at}`,
      partnerId: `p${partner % partners.length}`,
      ...withTerms(of),
    })),
  }));
const claims = fc.record(
  { linkId: fc.constantFrom('l0', 'l1', 'l9'), partnerId: fc.constantFrom('p0', 'p1', 'p9') },
  { requiredKeys: [] },
);

test('a sale is the partner of its link or whom it names, on the nearest terms; else every reason is said', () => {
  fc.assert(
    fc.property(programs, claims, (program, claim) => {
      const found = resolveAttribution(program, claim);
      const link = program.links!.find(({ id }) => id === claim.linkId);
      const named = program.partners.find(({ id }) => id === claim.partnerId);
      const codes = [
        ...(claim.linkId !== undefined && link === undefined ? ['linkUnknown'] : []),
        ...(claim.partnerId !== undefined && named === undefined ? ['partnerUnknown'] : []),
        ...(claim.linkId === undefined && claim.partnerId === undefined ? ['noPartner'] : []),
      ];
      const owner = link === undefined ? named : program.partners.find(({ id }) => id === link.partnerId);
      const group = program.groups!.find(({ id }) => id === owner?.groupId);
      const nearest = link?.terms ?? owner?.terms ?? group?.terms ?? program.terms;
      if (codes.length > 0 || nearest === undefined) {
        expect(found).toMatchObject({ ok: false });
        const reasons = found.ok ? [] : found.reasons.map(({ code }) => code);
        expect(reasons).toEqual(codes.length > 0 ? codes : ['noTerms']);
        return;
      }
      expect(found).toMatchObject({ ok: true, partnerId: owner!.id, terms: nearest });
      expect(found.ok && found.overruled).toBe(named === undefined || named === owner ? undefined : named.id);
    }),
    settings,
  );
});

test('the order of partners, groups and links decides nothing', () => {
  fc.assert(
    fc.property(programs, claims, (program, claim) => {
      const turned = {
        ...program,
        groups: program.groups!.toReversed(),
        partners: program.partners.toReversed(),
        links: program.links!.toReversed(),
      };
      expect(resolveAttribution(turned, claim)).toEqual(resolveAttribution(program, claim));
    }),
    settings,
  );
});

const dateOf = (day: number): string => new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10);
const bills = fc
  .array(
    fc.record({
      day: fc.integer({ min: 0, max: 900 }),
      amount: fc.integer({ min: -1, max: 3 }),
      payeeId: fc.constantFrom('ana', 'ben'),
      customer: fc.constantFrom('x', 'y', undefined),
    }),
    { maxLength: 8 },
  )
  .map((list) =>
    list.map(({ day, amount, payeeId, customer }, at): Transaction => ({
      id: `T${at}`,
      date: dateOf(day),
      amount: String(amount),
      currency: 'USD',
      payeeId,
      ...(customer === undefined ? {} : { attributes: { customer } }),
    })),
  );

/** The same day of a later month, or that month's last. */
function monthsOn(date: string, months: number): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10);
}

test('months count from the first sale to the same customer by the same owner, in any order of the rows', () => {
  fc.assert(
    fc.property(bills, (rows) => {
      const counted = customerMonths(rows);
      expect(customerMonths(rows.toReversed())).toEqual(counted.toReversed());
      expect(customerMonths(counted)).toEqual(counted);
      rows.forEach((row, at) => {
        const months = counted[at]!.measures?.['customerMonths'];
        const sales = rows.filter(
          ({ payeeId, attributes, amount }) =>
            payeeId === row.payeeId && attributes?.['customer'] === row.attributes?.['customer'] && Number(amount) > 0,
        );
        if (row.attributes === undefined || sales.length === 0) {
          expect(counted[at]).toBe(row);
          return;
        }
        const first = sales.map(({ date }) => date).reduce((a, b) => (a < b ? a : b));
        const whole = Number(months);
        expect(whole).toBeGreaterThanOrEqual(0);
        expect(whole === 0 || monthsOn(first, whole) <= row.date).toBe(true);
        expect(monthsOn(first, whole + 1) > row.date).toBe(true);
      });
    }),
    settings,
  );
});

const orders = fc.array(
  fc.record({ by: fc.constantFrom('ana', 'ben', 'cem'), month: fc.integer({ min: 1, max: 2 }), isPaid: fc.boolean() }),
  { maxLength: 7 },
);
const limits = fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined });
const withLimit = (limit: number | undefined) => (limit === undefined ? {} : { limit });

test('a referral pays its reward up to the limit of the period, and whoever brought the referrer as much below', () => {
  fc.assert(
    fc.property(
      orders,
      fc.integer({ min: 0, max: 500 }),
      limits,
      limits,
      fc.constantFrom('none' as const, 'collected' as const),
      (list, reward, limit, below, hold) => {
        const { plan, crediting } = referralProgram({
          id: 'R',
          currency: 'USD',
          reward: String(reward),
          ...(hold === 'none' ? withLimit(limit) : {}),
          hold,
          secondLevel: { reward: '7', ...(hold === 'none' ? withLimit(below) : {}) },
        });
        const { statements, rejected } = run({
          asOf: '2026-02-28',
          periods: { from: '2026-01-01', to: '2026-03-01' },
          plans: [plan],
          crediting: crediting ?? {},
          payees: ['ana', 'ben', 'cem'].map((id) => ({ id })),
          assignments: ['ana', 'ben', 'cem'].map((payeeId) => ({ payeeId, planId: 'R', from: '2026-01-01' })),
          // Ana brought the two others.
          hierarchy: ['ana', 'ben', 'cem'].map((child) => ({
            kind: 'referredBy',
            child,
            parent: child === 'ana' ? null : 'ana',
            from: '2026-01-01',
          })),
          transactions: list.map(({ by, month, isPaid }, at) => ({
            id: `T${at}`,
            date: `2026-0${month}-10`,
            amount: '900',
            currency: 'USD',
            payeeId: by,
            ...(isPaid
              ? { collections: [{ date: `2026-0${month}-20`, amount: '900', kind: 'payment' as const }] }
              : {}),
          })),
        });
        expect(rejected).toEqual([]);
        for (const { payeeId, period, payout } of statements) {
          const due = list.filter(
            ({ month, isPaid }) => `2026-0${month}-01` === period.start && (hold === 'none' || isPaid),
          );
          const own = due.filter(({ by }) => by === payeeId).length;
          const brought = payeeId === 'ana' ? due.filter(({ by }) => by !== 'ana').length : 0;
          const most = (count: number, of: number | undefined): number =>
            hold === 'none' && of !== undefined ? Math.min(count, of) : count;
          expect(Number(payout)).toBe(most(own, limit) * reward + most(brought, below) * 7);
        }
      },
    ),
    // Each case is a whole run.
    { numRuns: 200 },
  );
});
