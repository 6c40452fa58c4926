import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  coSellTerms,
  mdfBalance,
  type MdfLedger,
  partnerMaturity,
  partnerMaturityLadder,
  partnerRebate,
  partnerTier,
  partnerTierBenefits,
  partnerTierLadder,
  purchasesNeeded,
} from '../../src/channel/index.js';
import { shareRiskAndProfit } from '../../src/commission/index.js';
import { addDays } from '../../src/core/index.js';
import { type RebateAgreement, rebateDue } from '../../src/pricing/index.js';

const START = '2026-01-01';
const row = fc.record({ day: fc.integer({ min: 0, max: 30 }), amount: fc.integer({ min: 0, max: 50 }) });
const ledgers = fc
  .record({
    accruals: fc.array(row, { maxLength: 5 }),
    claims: fc.array(
      fc.tuple(row, fc.constantFrom('submitted', 'approved', 'approved', 'refused' as const), fc.boolean()),
      { maxLength: 5 },
    ),
    expiryDays: fc.integer({ min: 1, max: 25 }),
  })
  .map(({ accruals, claims, expiryDays }): MdfLedger => ({
    currency: 'EUR',
    expiryDays,
    accruals: accruals.map(({ day, amount }, at) => ({
      id: `a${at}`,
      on: addDays(START, day),
      amount: String(amount),
    })),
    claims: claims.map(([{ day, amount }, state, hasProof], at) => ({
      id: `c${at}`,
      on: addDays(START, day),
      amount: String(amount),
      state,
      ...(hasProof ? { proof: 'invoice' } : {}),
    })),
  }));

/** Day by day with whole units: what comes in, what runs out, what is paid. */
function byHand({ accruals, claims, expiryDays }: MdfLedger, last: number): { balance: number; expired: number } {
  let lots: { id: string; until: number; left: number }[] = [];
  let expired = 0;
  for (let day = 0; day <= last; day += 1) {
    const today = addDays(START, day);
    for (const { id, on, amount } of accruals)
      if (on === today) lots.push({ id, until: day + expiryDays, left: Number(amount) });
    for (const lot of lots) if (lot.until === day) expired += lot.left;
    lots = lots.filter(({ until }) => until > day);
    for (const { on, amount, state, proof } of claims) {
      if (on !== today || state !== 'approved' || proof === undefined) continue;
      for (let unit = 0; unit < Number(amount); unit += 1) {
        const lot = lots.find(({ left }) => left > 0);
        if (lot) lot.left -= 1;
      }
    }
  }
  return { balance: lots.reduce((sum, { left }) => sum + left, 0), expired };
}

test('marketing funds: the balance is accrued less used less expired, as counted day by day', () => {
  fc.assert(
    fc.property(ledgers, fc.integer({ min: 0, max: 60 }), (ledger, day) => {
      const { balance, accrued, used, expired, claims, lots } = mdfBalance(ledger, addDays(START, day));
      expect(Number(balance)).toBe(Number(accrued) - Number(used) - Number(expired));
      expect({ balance: Number(balance), expired: Number(expired) }).toEqual(byHand(ledger, day));
      const live = lots.filter((lot) => lot.live).reduce((sum, { left }) => sum + Number(left), 0);
      expect(live).toBe(Number(balance));
      for (const { claim, paid, refused, pending, from } of claims) {
        const asked = Number(ledger.claims.find(({ id }) => id === claim)!.amount);
        expect(Number(paid) + Number(refused) + Number(pending)).toBe(asked);
        expect(from.reduce((sum, { amount }) => sum + Number(amount), 0)).toBe(Number(paid));
      }
    }),
    { numRuns: 1000 },
  );
});

test('marketing funds: the order of the rows and what happens later change nothing', () => {
  fc.assert(
    fc.property(ledgers, fc.integer({ min: 0, max: 60 }), (ledger, day) => {
      const on = addDays(START, day);
      const known = mdfBalance(ledger, on);
      const { accruals, claims } = ledger;
      expect(mdfBalance({ ...ledger, accruals: accruals.toReversed(), claims: claims.toReversed() }, on)).toEqual(
        known,
      );
      const past = {
        accruals: accruals.filter((each) => each.on <= on),
        claims: claims.filter((each) => each.on <= on),
      };
      expect(mdfBalance({ ...ledger, ...past }, on)).toEqual(known);
    }),
    { numRuns: 1000 },
  );
});

const agreements = fc
  .record({
    mode: fc.constantFrom('whole' as const, 'marginal' as const),
    bounds: fc.uniqueArray(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 2 }),
    rates: fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 3, maxLength: 3 }),
  })
  .map(({ mode, bounds, rates }): RebateAgreement => ({
    code: 'r',
    party: 'p',
    currency: 'JPY',
    negative: 'carry',
    tierOn: 'amount',
    payOn: 'amount',
    period: { kind: 'year', start: '2026-01-01', end: '2027-01-01' },
    tiers: {
      mode,
      tiers: [...bounds.toSorted((a, b) => a - b).map(String), null].map((upTo, at) => ({
        upTo,
        rate: String(rates[at]! / 100),
      })),
    },
  }));

test('the purchases needed earn the target, and nothing less does', () => {
  fc.assert(
    fc.property(agreements, fc.integer({ min: 0, max: 25 }), (agreement, target) => {
      const earned = (amount: number): number => {
        const due = rebateDue(agreement, { amount });
        return due.ok ? Number(due.earned) : NaN;
      };
      const needed = purchasesNeeded(agreement, target);
      const first = Array.from({ length: 120 }, (_, amount) => amount).find((amount) => earned(amount) >= target);
      if (needed.ok) {
        expect(Number(needed.earned)).toBe(earned(Number(needed.purchases)));
        expect(Number(needed.earned)).toBeGreaterThanOrEqual(target);
      }
      if (first !== undefined) expect(needed).toMatchObject({ ok: true, purchases: String(first) });
      else expect(needed.ok ? Number(needed.purchases) : 120).toBeGreaterThanOrEqual(120);
    }),
    // Each run tries more than a hundred amounts.
    { numRuns: 150 },
  );
});

const codes = partnerMaturityLadder.flatMap(({ items }) => items);

test('to meet one item more never takes a phase away', () => {
  fc.assert(
    fc.property(fc.subarray(codes), fc.subarray(codes), fc.constantFrom(...codes), (met, seen, more) => {
      const found = codes.flatMap((code) =>
        met.includes(code) || seen.includes(code) ? [{ code, met: met.includes(code) }] : [],
      );
      const assess = (items: typeof found) => partnerMaturity({ partner: 'P', on: START, items });
      const before = assess(found);
      const after = assess([...found.filter(({ code }) => code !== more), { code: more, met: true }]);
      expect(after.level).toBeGreaterThanOrEqual(before.level);
      const open = before.next === null ? [] : [...before.next.missing, ...before.next.notAssessed];
      expect(open.some((code) => met.includes(code))).toBe(false);
      expect(open.length === 0).toBe(before.level === partnerMaturityLadder.length);
    }),
    { numRuns: 1000 },
  );
});

test('what is shared by the terms of an agreement adds up to the result', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 900 })), {
        minLength: 1,
        maxLength: 4,
      }),
      fc.integer({ min: -5000, max: 5000 }),
      (parts, cents) => {
        const ids = parts.map((_, at) => `p${at}`);
        // Shares in per cent; the first party has what is left.
        const percents = parts.map(([part]) => part);
        percents[0] = 100 - percents.slice(1).reduce((a, b) => a + b, 0);
        const shares = Object.fromEntries(ids.map((id, at) => [id, String(percents[at]! / 100)]));
        const answer = coSellTerms(
          {
            parties: ids,
            plan: 'plan',
            from: START,
            to: null,
            contributions: Object.fromEntries(ids.map((id, at) => [id, String(parts[at]![1])])),
            profitShares: shares,
            lossShares: shares,
            preferredReturn: '0.01',
          },
          { result: String(cents / 100), on: START },
        );
        const shared = answer.ok && shareRiskAndProfit(answer.terms);
        if (shared === false || !shared.ok) throw new Error('not shared');
        const sum = shared.parts.reduce((all, { total }) => all + Math.round(Number(total) * 100), 0);
        expect(sum).toBe(cents);
      },
    ),
    { numRuns: 1000 },
  );
});

test('each condition of a rebate that is not met is a reason, and without any it is the rebate of the agreement', () => {
  const count = fc.constantFrom(0, 1, null);
  fc.assert(
    fc.property(
      agreements,
      fc.constantFrom('p', 'q'),
      fc.constantFrom('bronze', 'silver', 'gold', null),
      count,
      count,
      fc.integer({ min: 0, max: 200 }),
      (agreement, partner, tier, missingStockReports, openPriceBreaches, amount) => {
        const answer = partnerRebate({ partner, tier, missingStockReports, openPriceBreaches }, agreement, { amount });
        const unmet = [partner === 'q', tier === 'bronze', missingStockReports === 1, openPriceBreaches === 1];
        const unknown = [tier, missingStockReports, openPriceBreaches].filter((fact) => fact === null);
        const against = unmet.filter(Boolean).length + unknown.length;
        if (answer.ok) expect(answer).toEqual({ ok: true, rebate: rebateDue(agreement, { amount }), accrual: null });
        expect(answer.ok ? 0 : answer.reasons.length).toBe(against);
        const codes = answer.ok ? [] : answer.reasons.map(({ code }) => code);
        expect(codes.filter((code) => code === 'ruleUnknown')).toHaveLength(unknown.length);
      },
    ),
    { numRuns: 1000 },
  );
});

test('a partner never falls by more than one tier, nor after a single bad review', () => {
  const ids = partnerTierLadder.grades.map(({ id }) => id);
  const stays = [0, 65, 80];
  fc.assert(
    fc.property(fc.array(fc.option(fc.integer({ min: 50, max: 100 }), { nil: null }), { maxLength: 8 }), (scores) => {
      const history = scores.map((score, at) => ({ period: String(at), metrics: { score } }));
      const { tier, benefits, steps } = partnerTier(history);
      expect(benefits).toBe(partnerTierBenefits[tier]);
      expect(partnerTier(history.slice(0, -1)).steps).toEqual(steps.slice(0, -1));
      let before = 0;
      let bad = 0;
      for (const [at, step] of steps.entries()) {
        const now = ids.indexOf(step.grade);
        const score = scores[at]!;
        if (now < before) {
          expect([before - now, score! < stays[before]!, bad]).toEqual([1, true, 1]);
        }
        if (score === null) expect(now).toBe(before);
        else bad = now === before && score < stays[now]! ? bad + 1 : 0;
        before = now;
      }
    }),
    { numRuns: 1000 },
  );
});
