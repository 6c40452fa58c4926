import fc from 'fast-check';
import { expect, test } from 'vitest';
import { minus, plus, toDecimal, toText, ZERO } from '../../../src/core/decimal.js';
import { compareOfferCost, OfferTerms } from '../../../src/pricing/index.js';

const amount = fc.integer({ min: 0, max: 5000 }).map(String);
const rate = fc.integer({ min: 0, max: 300 }).map((units) => String(units / 1000));
const offers = fc.record({
  buy: fc.record(
    { price: fc.integer({ min: 1, max: 50_000 }).map(String), residual: amount },
    { requiredKeys: ['price'] },
  ),
  lease: fc.record(
    {
      rent: fc.integer({ min: 1, max: 4000 }).map(String),
      timing: fc.constantFrom('end' as const, 'start' as const),
      upfront: amount,
      freeMonths: fc.nat(4),
      escalation: fc.record({ rate, everyMonths: fc.integer({ min: 1, max: 12 }) }),
      buyout: amount,
    },
    { requiredKeys: ['rent', 'timing'] },
  ),
  horizonMonths: fc.integer({ min: 1, max: 24 }),
  rate,
  convention: fc.constantFrom('nominal12' as const, 'effective' as const),
});

test('present values add up to their totals, and nothing is lost of what is paid', () => {
  fc.assert(
    fc.property(offers, (terms) => {
      const result = compareOfferCost(terms);
      for (const side of ['buy', 'lease'] as const) {
        const sum = result[side].reduce((total, { presentValue }) => plus(total, toDecimal(presentValue)), ZERO);
        expect(sum.eq(side === 'buy' ? result.pvBuy : result.pvLease)).toBe(true);
      }
      expect(result.difference).toBe(minus(toDecimal(result.pvLease), toDecimal(result.pvBuy)).toFixed(2));
      expect(OfferTerms.parse(JSON.parse(JSON.stringify(terms)))).toEqual(terms);
      expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    }),
    // Each run looks for a rate over 43 points and then halves.
    { numRuns: 100 },
  );
});

test('without discount the present value is what is paid', () => {
  fc.assert(
    fc.property(offers, (terms) => {
      const { lease, pvLease } = compareOfferCost({ ...terms, rate: '0' });
      const paid = toText(lease.reduce((sum, row) => plus(sum, toDecimal(row.amount)), ZERO));
      // Steps of the rent are not rounded, the total is.
      expect(minus(toDecimal(paid), toDecimal(pvLease)).abs().lte('0.005')).toBe(true);
    }),
    { numRuns: 100 },
  );
});

test('at the indifference rate both cost the same, and break-even is where it says', () => {
  fc.assert(
    fc.property(offers, (terms) => {
      const { indifferenceRate, breakEvenMonth, breakEvenExact } = compareOfferCost(terms);
      if (indifferenceRate !== 'none') {
        const sign = (rateAt: string): number =>
          Math.sign(
            Number(
              compareOfferCost({ ...terms, rate: rateAt, convention: 'nominal12' }, { increment: '0.000000000001' })
                .difference,
            ),
          );
        const at = (by: string): number => sign(toText(plus(toDecimal(indifferenceRate), toDecimal(by))));
        expect(at('0.0000006') * at('-0.0000006')).toBeLessThanOrEqual(0);
      }
      if (breakEvenExact !== null && breakEvenExact !== 'never' && breakEvenMonth !== 'never') {
        expect(breakEvenMonth - Number(breakEvenExact)).toBeGreaterThan(-0.0001);
        expect(breakEvenMonth - Number(breakEvenExact)).toBeLessThan(1.0001);
      }
    }),
    { numRuns: 60 },
  );
});
