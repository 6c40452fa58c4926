import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Condition, QuoteInput } from '../../../src/pricing/index.js';
import { priceQuote } from '../../../src/pricing/index.js';
import { integerQuote } from '../../../src/pricing/quote/integerQuote.js';
import { decimalQuote } from '../../../src/pricing/quote/priceQuote.js';
import { quoteSetup } from '../../../src/pricing/quote/quoteSetup.js';
import { present } from '../priceBook/book.arb.js';
import { quotes } from './quote.arb.js';

const opt = <T>(arb: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arb, { nil: undefined });
const rates = fc.constantFrom('0', '0.01', '0.1', '0.125', '0.333', '0.5', '1');
const plain: fc.Arbitrary<QuoteInput> = fc
  .record({
    rounding: fc.record({
      mode: fc.constantFrom('halfUp', 'halfEven', 'halfDown', 'up', 'down', 'ceiling', 'floor'),
      increment: opt(fc.constantFrom('0.05', '1', '0.001', '0.02')),
      conditions: fc.constantFrom('exact', 'each'),
    }),
    cash: opt(fc.constant({ increment: '0.05', mode: 'halfUp' as const })),
    lines: fc.array(
      fc.record({
        sku: fc.constantFrom('a', 'b'),
        quantity: fc.constantFrom('0', '1', '3', '2.5'),
        unitPrice: fc.oneof(
          fc.integer({ min: 0, max: 99_999 }).map((units) => String(units / 100)),
          fc.constantFrom('0.005', '19.9999', '1234567890.12', '99999999999999.99'),
        ),
        taxes: opt(
          fc.uniqueArray(
            fc.record({
              code: fc.constantFrom('V', 'W'),
              rate: fc.constantFrom('0.2', '0.055', '0'),
              compound: fc.boolean(),
            }),
            { maxLength: 2, selector: ({ code }) => code },
          ),
        ),
      }),
      { maxLength: 4 },
    ),
    conditions: fc.array(
      fc.record({
        kind: fc.constantFrom('discount', 'discount', 'discount', 'surcharge'),
        rate: rates,
        basis: opt(fc.constantFrom('list', 'running')),
        items: opt(fc.constant({ field: 'sku', op: 'eq', value: 'a' })),
      }),
      { maxLength: 4 },
    ),
  })
  .map(({ rounding, lines, conditions, cash }) => ({
    code: 'Q',
    currency: 'EUR',
    on: '2026-03-01',
    priceTax: 'exclusive',
    ...present({ cash }),
    rounding: {
      ...present(rounding),
      place: 'line',
      residue: 'largestRemainder',
      tax: 'line',
      taxBasis: 'rounded',
      inclusive: 'roundTax',
      gross: 'sum',
      spreadWeight: 'net',
    },
    lines: lines.map((line, index) => ({ id: `l${(index * 7) % 5}`, ...present(line) })),
    conditions: conditions.map(({ rate, ...terms }, index) => ({
      code: `c${index}`,
      scope: 'line',
      reward: { type: 'rate', rate },
      ...present(terms),
    })) as Condition[],
  })) as fc.Arbitrary<QuoteInput>;

/** The quote over decimals, and over integers where those will do. */
function bothOf(quote: QuoteInput): { decimals: string; integers: string | null } {
  const setup = quoteSetup(quote, {});
  if (!('rounder' in setup)) throw new Error('every line has a price');
  const integers = integerQuote(setup);
  return {
    decimals: JSON.stringify(decimalQuote(setup)),
    integers: integers && JSON.stringify(integers),
  };
}

test('rates on lines give the same bytes over integers as over decimals', () => {
  let taken = 0;
  let drawn = 0;
  fc.assert(
    fc.property(plain, (quote) => {
      const { decimals, integers } = bothOf(quote);
      drawn++;
      if (integers === null) return;
      taken++;
      expect(integers).toBe(decimals);
      expect(JSON.stringify(priceQuote(quote))).toBe(decimals);
    }),
  );
  // Huge prices and conditions without a line go over decimals.
  expect(taken / drawn).toBeGreaterThan(0.3);
});

test('whatever else is in a quote, integers give the same bytes or leave it to decimals', () => {
  fc.assert(
    fc.property(quotes(2), (quote) => {
      const { decimals, integers } = bothOf({
        ...quote,
        budgets: [],
        conditions: quote.conditions!.map(({ budget: _, ...one }) => one),
      });
      if (integers !== null) expect(integers).toBe(decimals);
    }),
    // Most of these go over decimals, which are slow.
    { numRuns: 200 },
  );
});
