import fc from 'fast-check';
import { expect, test } from 'vitest';
import { invertTiers } from '../../../src/core/index.js';
import { Decimal, minus, plus, times, toDecimal } from '../../../src/core/decimal.js';
import {
  type ChargeModel,
  cliffFree,
  discountAllowed,
  priceForMargin,
  quantityForBudget,
  quantityForTotal,
  rateCharge,
} from '../../../src/pricing/index.js';
import { quantityModels } from '../charge/charge.arb.js';

const cents = (max: number): fc.Arbitrary<string> => fc.integer({ min: 1, max }).map((units) => String(units / 100));
const hundredths = (min: number, max: number): fc.Arbitrary<string> =>
  fc.integer({ min, max }).map((units) => String(units / 100));
const increments = fc.constantFrom('0.01', '0.05', '1');

function total(model: ChargeModel, quantity: string): Decimal | null {
  const result = rateCharge({ code: 'c', currency: 'EUR', model }, { quantity });
  return result.status === 'priced' ? toDecimal(result.exact) : null;
}

test('a price for a margin reaches it on the pocket price, and one increment less misses it', () => {
  fc.assert(
    fc.property(
      cents(100_000),
      hundredths(-50, 95),
      hundredths(0, 60),
      cents(5000),
      increments,
      (cost, margin, offInvoiceRate, fixedOffInvoice, increment) => {
        const result = priceForMargin({ cost, margin, offInvoiceRate, fixedOffInvoice }, { increment });
        if (!result.ok) throw new Error('reachable');
        const misses = (price: Decimal): boolean => {
          const pocket = minus(
            times(price, minus(new Decimal(1), toDecimal(offInvoiceRate))),
            toDecimal(fixedOffInvoice),
          );
          return times(pocket, minus(new Decimal(1), toDecimal(margin))).lt(cost);
        };
        expect(misses(toDecimal(result.price))).toBe(false);
        expect(misses(minus(toDecimal(result.price), toDecimal(increment)))).toBe(true);
      },
    ),
  );
});

test('the allowed price passes all bounds, and one increment less breaks the one that is named', () => {
  fc.assert(
    fc.property(
      fc.record(
        {
          list: cents(100_000),
          cost: cents(100_000),
          minMargin: hundredths(-20, 90),
          floor: cents(100_000),
          map: cents(100_000),
          maxDiscount: hundredths(0, 100),
        },
        { requiredKeys: ['list', 'cost'] },
      ),
      increments,
      (bounds, increment) => {
        const result = discountAllowed(bounds, { increment });
        if (!result.ok) throw new Error('there is a price');
        const broken = (price: Decimal): string[] => [
          ...(bounds.minMargin !== undefined &&
          times(price, minus(new Decimal(1), toDecimal(bounds.minMargin))).lt(bounds.cost)
            ? ['minMargin']
            : []),
          ...(bounds.floor !== undefined && price.lt(bounds.floor) ? ['floor'] : []),
          ...(bounds.map !== undefined && price.lt(bounds.map) ? ['map'] : []),
          ...(bounds.maxDiscount !== undefined &&
          price.lt(times(toDecimal(bounds.list), minus(new Decimal(1), toDecimal(bounds.maxDiscount))))
            ? ['maxDiscount']
            : []),
        ];
        const price = toDecimal(result.price);
        expect(broken(price)).toEqual([]);
        if (result.binding === null) expect(price.isZero()).toBe(true);
        else expect(broken(minus(price, toDecimal(increment)))[0]).toBe(result.binding);
        if (result.rate !== null) {
          const off = minus(toDecimal(bounds.list), price);
          expect(times(toDecimal(result.rate), toDecimal(bounds.list)).lte(off)).toBe(true);
          expect(times(plus(toDecimal(result.rate), toDecimal('0.0001')), toDecimal(bounds.list)).gt(off)).toBe(true);
        }
      },
    ),
  );
});

test('the quantity for a budget and the one for a total are those of trying all', () => {
  fc.assert(
    fc.property(
      quantityModels(),
      fc.integer({ min: 0, max: 4000 }),
      fc.integer({ min: 1, max: 7 }),
      (model, amount, step) => {
        const tried = Array.from({ length: 80 }, (_, index) => String(index * step)).map((quantity) => ({
          quantity,
          total: total(model, quantity),
        }));
        const budget = quantityForBudget(model, amount, step);
        const last = tried.findLast((one) => one.total?.lte(amount) === true);
        if (budget.ok && Number(budget.quantity) < 80 * step) expect(budget.quantity).toBe(last?.quantity);
        if (budget.ok) expect(total(model, budget.quantity)?.lte(amount)).toBe(true);
        if (budget.ok) expect(total(model, String(Number(budget.quantity) + step))?.lte(amount)).not.toBe(true);
        if (!budget.ok && budget.reasons[0]!.code === 'none') expect(last).toBeUndefined();

        const reached = quantityForTotal(model, amount, step);
        const first = tried.find((one) => one.total?.gte(amount) === true);
        if (first !== undefined) expect(reached.ok && reached.quantity).toBe(first.quantity);
        else if (reached.ok) expect(Number(reached.quantity)).toBeGreaterThanOrEqual(80 * step);
        if (model.kind === 'tiered' && model.unitsPerBlock === undefined) {
          const inverse = invertTiers(model.tiers, amount, step);
          expect(reached.ok ? reached.quantity : null).toBe(inverse.ok ? inverse.x : null);
        }
      },
    ),
    // Eighty totals of two models each.
    { numRuns: 150 },
  );
});

test('without cliffs no quantity costs more than before or than a larger one', () => {
  fc.assert(
    fc.property(
      quantityModels().filter((model) => model.kind !== 'tiered' || model.unitsPerBlock === undefined),
      (model) => {
        const free = cliffFree(model);
        let before = new Decimal(-1);
        for (let quantity = 0; quantity < 330; quantity += 3) {
          const now = total(free, String(quantity));
          const old = total(model, String(quantity));
          if (now === null || old === null) continue;
          // Bounds where two totals meet may end after 40 digits.
          expect(now.minus(old).lte('1e-30')).toBe(true);
          expect(now.minus(before).gte('-1e-30')).toBe(true);
          before = now;
        }
      },
    ),
    { numRuns: 150 },
  );
});
