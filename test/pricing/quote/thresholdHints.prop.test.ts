import fc from 'fast-check';
import { expect, test } from 'vitest';
import { minus, plus, toDecimal, toText } from '../../../src/core/decimal.js';
import {
  type Condition,
  type PricedQuote,
  priceQuote,
  type QuoteInput,
  thresholdHints,
} from '../../../src/pricing/index.js';

const quantities = fc.constantFrom('0', '1', '2.5', '4', '8');
const quotes = fc
  .record({
    lines: fc.array(
      fc.record({ sku: fc.constantFrom('a', 'b'), quantity: quantities, unitPrice: fc.constantFrom('3', '9.99') }),
      {
        minLength: 1,
        maxLength: 4,
      },
    ),
    conditions: fc.array(
      fc.record({
        scope: fc.constantFrom('line', 'quote'),
        reward: fc.constantFrom({ type: 'rate', rate: '0.1' }, { type: 'amount', amount: '2', per: 'line' }),
        items: fc.option(fc.constant({ field: 'sku', op: 'eq', value: 'a' }), { nil: undefined }),
        trigger: fc.record({ minQty: fc.constantFrom('2', '5', '9'), pooled: fc.boolean() }),
        priority: fc.integer({ min: 0, max: 2 }),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  })
  .map(({ lines, conditions }): QuoteInput & { readonly conditions: readonly Condition[] } => ({
    code: 'Q',
    currency: 'EUR',
    on: '2026-03-01',
    priceTax: 'exclusive',
    rounding: 'standard',
    lines: lines.map((line, index) => ({ ...line, id: String(index) })),
    conditions: conditions.map(({ items, ...one }, index) => ({
      ...one,
      code: `c${index}`,
      kind: 'discount',
      ...(items === undefined ? {} : { items }),
    })) as Condition[],
  }));
const priced = (quote: QuoteInput): PricedQuote => {
  const result = priceQuote(quote);
  if (result.status !== 'priced') throw new Error('a line has no price');
  return result;
};
const RANGE = toDecimal('6');

test('a hint is given for whatever is near, and buying what is missing sets it off', () => {
  fc.assert(
    fc.property(quotes, (quote) => {
      const hints = thresholdHints(quote, { quantity: toText(RANGE) });
      const { inactive } = priced(quote);
      for (const { condition, line, missing, gain } of hints) {
        const { items } = quote.conditions.find(({ code }) => code === condition)!;
        const more = line ?? quote.lines.find(({ sku }) => items === undefined || sku === 'a')!.id;
        const after = priced({
          ...quote,
          lines: quote.lines.map((one) =>
            one.id === more ? { ...one, quantity: toText(plus(toDecimal(one.quantity), toDecimal(missing))) } : one,
          ),
        });
        const isShort = after.inactive.some(
          (one) => one.condition === condition && (one.line === undefined || one.line === line),
        );
        expect(isShort).toBe(false);
        const before = inactive.find((one) => one.condition === condition && one.line === line);
        const isShared = quote.conditions.some(({ code, scope }) => code === condition && scope === 'quote');
        if (before !== undefined && !isShared) expect(toText(toDecimal(before.wouldBe!).abs())).toBe(gain);
      }
      for (const { code, trigger, items } of quote.conditions) {
        const own = quote.lines.filter(({ sku }) => items === undefined || sku === 'a');
        const least = toDecimal(trigger!.minQty!);
        const isNear = (quantity: string): boolean => {
          const missing = minus(least, toDecimal(quantity));
          return missing.gt(0) && missing.lte(RANGE);
        };
        const sum = own.reduce((all, { quantity }) => plus(all, toDecimal(quantity)), toDecimal('0'));
        const wanted =
          trigger!.pooled === true
            ? own.length > 0 && isNear(toText(sum))
              ? [undefined]
              : []
            : own.filter(({ quantity }) => isNear(quantity)).map(({ id }) => id);
        expect(hints.filter(({ condition }) => condition === code).map(({ line }) => line)).toEqual(wanted);
      }
    }),
    { numRuns: 300 },
  );
});
