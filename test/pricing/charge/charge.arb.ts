import fc from 'fast-check';
import type { Tiers } from '../../../src/core/index.js';
import type { Charge, ChargeModel } from '../../../src/pricing/index.js';

/** A decimal of at most `scale` decimals from 0 on. */
function decimals(max: number, scale: number): fc.Arbitrary<string> {
  return fc.integer({ min: 0, max }).map((units) => String(units / 10 ** scale));
}

/** Quantities from 0 on, whole and broken. */
export function quantities(): fc.Arbitrary<string> {
  return fc.oneof(decimals(400, 0), decimals(40_000, 2));
}

function tiers(): fc.Arbitrary<Tiers> {
  const rate = decimals(900, 3);
  const flat = decimals(900, 1);
  const terms = fc.oneof(fc.record({ rate }), fc.record({ rate, flat }), fc.record({ flat }));
  return fc
    .record({
      mode: fc.constantFrom('marginal' as const, 'whole' as const),
      boundary: fc.constantFrom('lower' as const, 'upper' as const),
      flatWhenZero: fc.boolean(),
      bounds: fc.uniqueArray(fc.integer({ min: 1, max: 300 }), { maxLength: 4 }),
      terms: fc.array(terms, { minLength: 5, maxLength: 5 }),
    })
    .map(({ bounds, terms: each, ...rest }) => ({
      ...rest,
      tiers: [...bounds.toSorted((a, b) => a - b).map(String), null].map((upTo, index) => ({ upTo, ...each[index] })),
    }));
}

/** Models of a quantity, with every kind of tier and block. */
export function quantityModels(): fc.Arbitrary<ChargeModel> {
  const size = fc.integer({ min: 1, max: 25 }).map(String);
  return fc.oneof(
    fc.record({ kind: fc.constant('perUnit' as const), rate: decimals(900, 3) }),
    fc.record({ kind: fc.constant('tiered' as const), tiers: tiers() }),
    fc.record({
      kind: fc.constant('package' as const),
      size,
      price: decimals(900, 2),
      free: decimals(50, 0),
      partial: fc.constantFrom('up' as const, 'down' as const),
    }),
    fc.record({
      kind: fc.constant('block' as const),
      blocks: fc.constant([
        { upTo: '10', price: '5' },
        { upTo: '100', price: '40' },
      ]),
      overage: fc.record({ rate: decimals(90, 2), partial: fc.constantFrom('up' as const, 'prorate' as const) }),
      flatWhenZero: fc.boolean(),
    }),
    tiers().map((table) => ({
      kind: 'tiered' as const,
      tiers: table,
      unitsPerBlock: table.tiers.map((_, index) => String(index + 2)),
    })),
  );
}

/** Charges of a quantity, with and without discounts, limits and roundings of their own. */
export function charges(): fc.Arbitrary<Charge> {
  const share = decimals(100, 2);
  return fc
    .record(
      {
        model: quantityModels(),
        usageDiscount: fc.record({ quantity: decimals(50, 0), rate: share }),
        percentOff: share,
        minimum: decimals(2000, 3),
        extra: decimals(90_000, 3),
        rounding: fc.record({
          mode: fc.constantFrom('halfUp' as const, 'halfEven' as const, 'down' as const),
          increment: fc.constantFrom('0.01', '0.05', '1'),
        }),
      },
      { requiredKeys: ['model'] },
    )
    .map(({ extra, ...charge }) => ({
      code: 'c',
      currency: 'EUR',
      ...charge,
      ...(extra === undefined ? {} : { maximum: String(Number(charge.minimum ?? 0) + 1 + Number(extra)) }),
    }));
}

/** Charges whose model is tiers of any kind. */
export function tieredCharges(): fc.Arbitrary<Charge> {
  return tiers().map((table) => ({ code: 'c', currency: 'EUR', model: { kind: 'tiered', tiers: table } }));
}
