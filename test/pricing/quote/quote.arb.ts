import fc from 'fast-check';
import type { BudgetState, Condition, QuoteInput, QuoteRounding, Reward } from '../../../src/pricing/index.js';
import { present } from '../priceBook/book.arb.js';

const opt = <T>(arb: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arb, { nil: undefined });
const decimal = (max: number, scale: number): fc.Arbitrary<string> =>
  fc.integer({ min: 0, max }).map((units) => String(units / 10 ** scale));
const share = decimal(100, 2);
const only = (sku: string): Condition['items'] & {} => ({ field: 'sku', op: 'eq', value: sku });

function rewards(): fc.Arbitrary<Reward> {
  return fc.oneof(
    share.map((rate): Reward => ({ type: 'rate', rate })),
    fc
      .record({ amount: decimal(9000, 2), per: fc.constantFrom('unit' as const, 'line' as const, 'quote' as const) })
      .map((terms): Reward => ({ type: 'amount', ...terms })),
    decimal(5000, 2).map((amount): Reward => ({ type: 'price', amount })),
    fc
      .record({
        mode: fc.constantFrom('marginal' as const, 'whole' as const),
        measure: fc.constantFrom('quantity' as const, 'amount' as const),
      })
      .map(({ mode, measure }): Reward => ({
        type: 'tiered',
        measure,
        yields: 'rate',
        tiers: {
          mode,
          tiers: [
            { upTo: '4', rate: '0.05' },
            { upTo: null, rate: '0.2' },
          ],
        },
      })),
    fc
      .record({
        buy: fc.integer({ min: 1, max: 3 }).map(String),
        get: fc.integer({ min: 1, max: 2 }).map(String),
        partial: fc.boolean(),
        repeat: fc.boolean(),
      })
      .map((terms): Reward => ({ type: 'buyXGetY', ...terms })),
  );
}

/** Discounts, and now and then a surcharge or a statistic. */
export function conditions(
  maxLength: number,
  kinds: readonly Condition['kind'][] = ['discount', 'discount', 'surcharge', 'statistical'],
): fc.Arbitrary<Condition[]> {
  const one = fc
    .record({
      kind: fc.constantFrom(...kinds),
      scope: fc.constantFrom('line' as const, 'quote' as const),
      reward: rewards(),
      basis: opt(fc.constantFrom('list' as const, 'running' as const)),
      items: opt(fc.constantFrom(only('a'), only('b'))),
      trigger: opt(
        fc
          .record({
            minQty: opt(fc.constantFrom('2', '5')),
            maxAmount: opt(fc.constantFrom('50', '200')),
            pooled: opt(fc.boolean()),
          })
          .map(present),
      ),
      priority: opt(fc.integer({ min: 0, max: 3 })),
      class: opt(fc.constantFrom('product' as const, 'order' as const)),
      combinesWith: opt(fc.subarray(['product' as const, 'order' as const])),
      group: opt(fc.constantFrom('g')),
      budget: opt(fc.constantFrom('B')),
    })
    .map(present);
  return fc
    .array(one, { maxLength })
    .map((list) => list.map((each, index) => ({ code: `c${index}`, ...each })) as Condition[]);
}

/** Every choice of roundings. */
export function roundings(): fc.Arbitrary<QuoteRounding> {
  return fc
    .record({
      place: fc.constantFrom('unit' as const, 'line' as const, 'document' as const),
      mode: fc.constantFrom('halfUp' as const, 'halfEven' as const, 'up' as const, 'floor' as const),
      increment: opt(fc.constantFrom('0.05', '1')),
      residue: fc.constantFrom(
        'largestRemainder' as const,
        'first' as const,
        'last' as const,
        'largestWeight' as const,
      ),
      conditions: fc.constantFrom('exact' as const, 'each' as const),
      tax: fc.constantFrom('line' as const, 'document' as const),
      taxBasis: fc.constantFrom('rounded' as const, 'exact' as const),
      inclusive: fc.constantFrom('roundTax' as const, 'roundNet' as const),
      gross: fc.constantFrom('sum' as const, 'exact' as const),
      spreadWeight: fc.constantFrom('net' as const, 'gross' as const),
    })
    .map((rounding) => present(rounding) as QuoteRounding);
}

/** Quotes of some lines, below zero as well where asked. */
export function quotes(maxConditions = 5, isMirrored = false): fc.Arbitrary<QuoteInput> {
  const tax = fc.record({
    code: fc.constantFrom('V', 'W'),
    rate: fc.constantFrom('0.2', '0.055'),
    compound: fc.boolean(),
  });
  const line = fc.record({
    sku: fc.constantFrom('a', 'b', 'c'),
    quantity: fc.integer({ min: isMirrored ? -8 : 0, max: 8 }).map((half) => String(half / 2)),
    unitPrice: decimal(9000, 3),
    taxes: fc.uniqueArray(tax, { maxLength: 2, selector: ({ code }) => code }),
  });
  const budget: fc.Arbitrary<BudgetState> = decimal(200, 0).map((limit) => ({
    budget: { code: 'B', limit, unit: 'amount' },
    committed: '0',
    reservations: [],
  }));
  return fc
    .record({
      priceTax: fc.constantFrom('exclusive' as const, 'inclusive' as const),
      lines: fc.array(line, { maxLength: 4 }),
      conditions: conditions(maxConditions),
      rounding: roundings(),
      cash: opt(fc.constant({ increment: '0.05', mode: 'halfUp' as const })),
      budgets: budget.map((one) => [one]),
    })
    .map((quote) => ({
      code: 'Q',
      currency: 'EUR',
      on: '2026-03-01',
      ...(isMirrored ? { negative: 'mirror' as const } : {}),
      ...present({ ...quote, lines: quote.lines.map((each, index) => ({ id: `${index}`, ...each })) }),
    })) as fc.Arbitrary<QuoteInput>;
}
