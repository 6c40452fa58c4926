import fc from 'fast-check';
import { expect, test } from 'vitest';
import { minus, toDecimal } from '../../../src/core/decimal.js';
import { checkPrice, findArbitrage, PriceGuard, type PriceGuard as Guard } from '../../../src/pricing/index.js';

const cents = fc.integer({ min: 1, max: 20_000 }).map((units) => String(units / 100));
const hundredths = fc.integer({ min: 0, max: 90 }).map((units) => String(units / 100));
const code = fc.string({ minLength: 1, maxLength: 2 });
const keys = fc.record({ channel: fc.constantFrom('web', 'shop') });
const guards: fc.Arbitrary<Guard[]> = fc.uniqueArray(
  fc.oneof(
    fc.record(
      { code, kind: fc.constantFrom('floor' as const, 'map' as const, 'ceiling' as const), amount: cents, keys },
      { requiredKeys: ['code', 'kind', 'amount'] },
    ),
    fc.record(
      { code, kind: fc.constant('floor' as const), cost: fc.record({ minMargin: hundredths }), keys },
      { requiredKeys: ['code', 'kind', 'cost'] },
    ),
    fc.record(
      {
        code,
        kind: fc.constant('corridor' as const),
        reference: fc.record({ channel: fc.constant('shop'), low: hundredths }),
        keys,
      },
      { requiredKeys: ['code', 'kind', 'reference'] },
    ),
  ),
  { maxLength: 5, selector: (guard) => guard.code },
);
const asked = fc.record({
  sku: fc.constant('desk'),
  channel: fc.constantFrom('web', 'shop'),
  price: cents,
  advertised: cents,
  cost: cents,
  references: fc.record({ shop: cents }),
  on: fc.constant('2026-03-01'),
});
const reasonsOf = (
  check: ReturnType<typeof checkPrice>,
): readonly { code: string; params: Readonly<Record<string, unknown>> }[] => (check.ok ? [] : check.reasons);

test('the order of guards changes nothing, and all together say what each says', () => {
  fc.assert(
    fc.property(guards, asked, (each, price) => {
      const check = checkPrice(each, price);
      expect(checkPrice(each.toReversed(), price)).toEqual(check);
      expect(reasonsOf(check).length).toBe(
        each.reduce((count, guard) => count + reasonsOf(checkPrice([guard], price)).length, 0),
      );
      for (const guard of each) expect(PriceGuard.parse(JSON.parse(JSON.stringify(guard)))).toEqual(guard);
    }),
  );
});

test('a price at the bound that a violation names is allowed by that guard', () => {
  fc.assert(
    fc.property(guards, asked, (each, price) => {
      for (const { code, params } of reasonsOf(checkPrice(each, price))) {
        const allowed = params['allowed'] as string;
        // A bound that does not end is shown with 40 digits.
        if (allowed.length > 30) continue;
        const guard = each.filter((one) => one.code === params['guard']);
        const moved = code === 'belowMap' ? { advertised: allowed } : { price: allowed };
        expect(checkPrice(guard, { ...price, ...moved })).toEqual({ ok: true });
      }
    }),
  );
});

test('every pair that gains is found, and none other', () => {
  const channel = fc.record({ buyPrice: cents, sellPrice: cents, sellFloor: cents }, { requiredKeys: [] });
  fc.assert(
    fc.property(fc.array(channel, { maxLength: 4 }), cents, (prices, moveCost) => {
      const channels = prices.map((price, index) => ({ code: `c${index}`, ...price }));
      const pairs = findArbitrage(channels, { moveCost });
      for (const a of channels) {
        for (const b of channels) {
          const has = (kind: string): boolean =>
            pairs.some((pair) => pair.from === a.code && pair.to === b.code && pair.kind === kind);
          const gains = (more?: string, less?: string): boolean =>
            a !== b && more !== undefined && less !== undefined && minus(toDecimal(more), toDecimal(less)).gt(moveCost);
          expect(has('arbitrage')).toBe(gains(b.sellFloor, a.buyPrice));
          expect(has('inversion')).toBe(gains(b.buyPrice, a.sellPrice));
        }
      }
      expect(pairs.map(({ gain }) => Number(gain))).toEqual(
        pairs.map(({ gain }) => Number(gain)).toSorted((x, y) => y - x),
      );
    }),
  );
});
