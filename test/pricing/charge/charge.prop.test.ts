import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Decimal, type DecimalLike, minus, plus, toDecimal, toText, ZERO } from '../../../src/core/decimal.js';
import { applyTiers } from '../../../src/core/index.js';
import { type Charge, compileCharge, type PricedCharge, rateCharge } from '../../../src/pricing/index.js';
import { without } from '../priceBook/book.arb.js';
import { charges, quantities, tieredCharges } from './charge.arb.js';

const priced = (charge: Charge, input: Parameters<typeof rateCharge>[1]): PricedCharge | null => {
  const result = rateCharge(charge, input);
  return result.status === 'priced' ? result : null;
};
const sum = (texts: readonly string[]): string =>
  toText(texts.reduce((total, text) => plus(total, toDecimal(text)), ZERO));
const same = (a: string, b: string): void =>
  expect(toText(toDecimal(a.replace(/^-(0(\.0+)?)$/, '$1')))).toBe(toText(toDecimal(b)));

test('slices add up to the exact figure, the rated one and its changes to the amount', () => {
  fc.assert(
    fc.property(charges(), quantities(), (charge, quantity) => {
      const result = priced(charge, { quantity });
      if (result === null) return;
      same(sum(result.slices.map(({ amount }) => amount)), result.exact);
      same(sum([result.rated, ...result.adjustments.map(({ amount }) => amount)]), result.amount);
      same(sum([result.units, result.discountedUnits]), quantity);
      for (const { units, blocks, rate, flat, amount } of result.slices) {
        const counted = toDecimal(blocks ?? units);
        same(amount, toText(plus(counted.times(rate ?? '0'), toDecimal(flat))));
      }
    }),
  );
});

test('in any split of the quantity the parts add up to the undivided figure', () => {
  fc.assert(
    fc.property(tieredCharges(), quantities(), fc.array(quantities(), { maxLength: 4 }), (charge, first, others) => {
      const { model, code, currency } = charge;
      const plain: Charge = { code, currency, model };
      let before = '0';
      const parts = [first, ...others].map((quantity, index) => {
        const result = priced(plain, index === 0 ? { quantity } : { quantity, previous: { quantity: before } });
        before = sum([before, quantity]);
        return result!.exact;
      });
      same(sum(parts), priced(plain, { quantity: before })!.exact);
    }),
  );
});

test('graduated totals never fall, and without flats they pass their bounds without a step', () => {
  const step = toDecimal('0.001');
  fc.assert(
    fc.property(tieredCharges(), quantities(), quantities(), (charge, one, other) => {
      const { model } = charge;
      if (model.kind !== 'tiered') return;
      const { flatWhenZero = false, boundary = 'lower', tiers } = model.tiers;
      const totals = (own: typeof tiers): ((quantity: DecimalLike) => Decimal) => {
        const graduated = { ...model, tiers: { mode: 'marginal', flatWhenZero, boundary, tiers: own } } as const;
        const { run } = compileCharge({ ...charge, model: graduated });
        return (quantity) => {
          const result = run({ quantity });
          return toDecimal(result.status === 'priced' ? result.exact : 'none');
        };
      };
      const [less, more] = [one, other].toSorted((a, b) => Number(a) - Number(b)) as [string, string];
      const withFlats = totals(tiers);
      expect(withFlats(less).lte(withFlats(more))).toBe(true);
      const rates = tiers.map(({ upTo, rate = '0' }) => ({ upTo, rate }));
      const smooth = totals(rates);
      rates.slice(0, -1).forEach(({ upTo, rate }, tier) => {
        const bound = toDecimal(upTo!);
        const at = smooth(bound);
        same(toText(minus(at, smooth(minus(bound, step)))), toText(step.times(rate)));
        same(toText(minus(smooth(plus(bound, step)), at)), toText(step.times(rates[tier + 1]!.rate)));
      });
    }),
  );
});

test('plain tiers cost what the tiers of core say', () => {
  fc.assert(
    fc.property(tieredCharges(), quantities(), (charge, quantity) => {
      const { model } = charge;
      if (model.kind !== 'tiered') return;
      same(priced({ code: 'c', currency: 'EUR', model }, { quantity })!.exact, applyTiers(model.tiers, quantity).total);
    }),
  );
});

test('the amount stays within its limits and mirrored quantities are turned around', () => {
  fc.assert(
    fc.property(charges(), quantities(), (charge, quantity) => {
      const { minimum, maximum } = charge;
      const result = priced(charge, { quantity });
      if (result === null) return;
      if (maximum !== undefined) expect(toDecimal(result.amount).lte(maximum)).toBe(true);
      if (minimum !== undefined) expect(toDecimal(result.amount).gte(minimum)).toBe(true);
      if (quantity === '0') return;
      const free = without(charge, 'minimum', 'maximum');
      const mirrored = priced({ ...free, negative: 'mirror' }, { quantity: `-${quantity}` })!;
      same(mirrored.exact, toText(minus(ZERO, toDecimal(result.exact))));
      same(mirrored.rated, toText(minus(ZERO, toDecimal(result.rated))));
    }),
  );
});

test('explanation and result are one figure, and results survive JSON', () => {
  fc.assert(
    fc.property(charges(), quantities(), (charge, quantity) => {
      const compiled = compileCharge(charge);
      const result = compiled.run({ quantity });
      expect(JSON.parse(JSON.stringify(result))).toEqual(result);
      const { value } = compiled.explain({ quantity });
      if (result.status === 'unpriced') expect(value).toBeNull();
      else same(String(value), result.amount);
    }),
  );
});

test('a column says what rows say', () => {
  const negatives = fc.constantFrom('reject' as const, 'mirror' as const, 'clampToZero' as const);
  const values = fc.array(fc.integer({ min: -50, max: 40_000 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(charges(), negatives, values, fc.integer({ min: 0, max: 2 }), (base, negative, integers, scale) => {
      const charge: Charge = { ...base, negative };
      const compiled = compileCharge(charge);
      const { amount, rejected, scale: decimals } = compiled.runColumn(Float64Array.from(integers), scale);
      integers.forEach((value, index) => {
        if (value < 0 && negative === 'reject') {
          expect(rejected.map((row) => row.index)).toContain(index);
          expect(amount[index]).toBeNaN();
          return;
        }
        const result = compiled.run({ quantity: (value / 10 ** scale).toFixed(scale) });
        if (result.status === 'priced') same((amount[index]! / 10 ** decimals).toFixed(decimals), result.amount);
        else expect(amount[index]).toBeNaN();
      });
    }),
  );
});
