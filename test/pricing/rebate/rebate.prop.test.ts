import fc from 'fast-check';
import { expect, test } from 'vitest';
import { minus, plus, toDecimal, ZERO } from '../../../src/core/decimal.js';
import { applyTiers } from '../../../src/core/index.js';
import { accrueRebate, RebateAgreement, rebateDue, rebateTotals } from '../../../src/pricing/index.js';

const rates = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 3, maxLength: 3 });
const agreements = fc
  .record({
    mode: fc.constantFrom('marginal' as const, 'whole' as const),
    rates,
    negative: fc.constantFrom('carry' as const, 'repay' as const, 'none' as const),
  })
  .map(({ mode, rates: each, negative }): RebateAgreement => ({
    code: 'r',
    party: 'p',
    currency: 'EUR',
    period: { kind: 'year', start: '2026-01-01', end: '2027-01-01' },
    tierOn: 'amount',
    payOn: 'amount',
    negative,
    tiers: { mode, tiers: ['1000', '5000', null].map((upTo, index) => ({ upTo, rate: String(each[index]! / 1000) })) },
  }));
const cents = fc.integer({ min: -100_000, max: 1_000_000 }).map((units) => String(units / 100));
const dueOf = (agreement: RebateAgreement, amount: string, settled: string) => {
  const result = rebateDue(agreement, { amount, settled });
  if (!result.ok) throw new Error('it has an amount');
  return result;
};

test('settling what is due leaves nothing due, and nothing that was paid is forgotten', () => {
  fc.assert(
    fc.property(
      agreements,
      cents,
      fc.integer({ min: 0, max: 100_000 }).map((units) => String(units / 100)),
      (agreement, amount, settled) => {
        const { earned, due, carried, exact } = dueOf(agreement, amount, settled);
        const open = minus(toDecimal(earned), toDecimal(settled));
        if (open.gte(0) || agreement.negative === 'repay') expect(toDecimal(due).eq(open)).toBe(true);
        else expect([Number(due), Number(carried)]).toEqual([0, agreement.negative === 'carry' ? open.toNumber() : 0]);
        const settledNow = plus(toDecimal(settled), toDecimal(due)).toFixed();
        expect(Number(dueOf(agreement, amount, settledNow).due)).toBe(0);
        const positive = toDecimal(amount).gt(0) ? amount : '0';
        expect(exact).toBe(applyTiers(agreement.tiers, positive).total);
        expect(RebateAgreement.parse(JSON.parse(JSON.stringify(agreement)))).toEqual(agreement);
      },
    ),
    { numRuns: 500 },
  );
});

test('buying what is missing, and a little more, earns what was promised', () => {
  fc.assert(
    fc.property(
      agreements,
      fc.integer({ min: 1, max: 400_000 }).map((units) => String(units / 100)),
      (agreement, amount) => {
        const { earned, toNextTier } = dueOf(agreement, amount, '0');
        if (toNextTier === null) return;
        const more = plus(plus(toDecimal(amount), toDecimal(toNextTier.missing)), toDecimal('0.0001')).toFixed();
        const after = dueOf(agreement, more, '0');
        const gain = minus(toDecimal(after.earned), toDecimal(earned));
        expect(gain.minus(toNextTier.gain).abs().lte('0.02')).toBe(true);
      },
    ),
    { numRuns: 500 },
  );
});

test('true-ups add up to the accrual, and the last accrual is what is earned', () => {
  fc.assert(
    fc.property(
      agreements,
      fc.array(fc.integer({ min: 1, max: 4000 }), { minLength: 1, maxLength: 6 }),
      (agreement, months) => {
        const total = months.reduce((sum, month) => sum + month, 0);
        let accrued = ZERO;
        let actual = 0;
        for (const month of months) {
          actual += month;
          const step = accrueRebate(agreement, { amount: actual, accrued: accrued.toFixed() }, { amount: total });
          if (!step.ok) throw new Error('something is expected');
          accrued = plus(accrued, toDecimal(step.trueUp));
          expect(accrued.eq(step.accrual)).toBe(true);
        }
        expect(accrued.eq(dueOf(agreement, String(total), '0').earned)).toBe(true);
      },
    ),
    { numRuns: 300 },
  );
});

test('sales count by party, day and item, and in any order', () => {
  const sale = fc.record({
    id: fc.constant('s'),
    party: fc.constantFrom('p', 'q'),
    on: fc.constantFrom('2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01', 'never'),
    amount: cents,
    quantity: fc.constant('1'),
    attributes: fc.record({ group: fc.constantFrom('x', 'y') }, { requiredKeys: [] }),
  });
  fc.assert(
    fc.property(agreements, fc.array(sale, { maxLength: 8 }), (drawn, sales) => {
      const agreement: RebateAgreement = { ...drawn, items: { field: 'attributes.group', op: 'eq', value: 'x' } };
      const totals = rebateTotals(agreement, sales);
      const counted = sales.filter(
        (one) => one.party === 'p' && one.on.startsWith('2026') && one.attributes.group === 'x',
      );
      expect(totals.counted).toBe(counted.length);
      expect(totals.amount).toBe(counted.reduce((sum, { amount }) => plus(sum, toDecimal(amount)), ZERO).toFixed());
      expect(totals.rejected.length).toBe(sales.filter(({ on }) => on === 'never').length);
      const { amount, quantity } = rebateTotals(agreement, sales.toReversed());
      expect([amount, quantity]).toEqual([totals.amount, totals.quantity]);
    }),
    { numRuns: 300 },
  );
});
