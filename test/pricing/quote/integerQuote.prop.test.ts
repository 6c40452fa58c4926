import fc from 'fast-check';
import { expect, test } from 'vitest';
import { currencyOf } from '../../../src/core/currency.js';
import { type Decimal, toDecimal } from '../../../src/core/decimal.js';
import { DecimalAmounts } from '../../../src/pricing/condition/decimalAmounts.js';
import { Figure } from '../../../src/pricing/condition/figure.js';
import { IntegerAmounts, NotExact } from '../../../src/pricing/condition/integerAmounts.js';
import type { Condition, ExclusionGroup, QuoteInput } from '../../../src/pricing/index.js';
import { compileRounding, QUOTE_ROUNDINGS } from '../../../src/pricing/quote/quoteRounding.js';
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
  if ('unpriced' in setup) throw new Error('every line has a price');
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

/** Quotes of all kinds, with subtotals, groups and what was bought before. */
const everything: fc.Arbitrary<QuoteInput> = fc
  .record({
    quote: quotes(5, true),
    hasProcedure: fc.boolean(),
    resolve: fc.constantFrom('best' as const, 'priority' as const, 'all' as const),
    group: fc.record({
      keep: fc.constantFrom('best' as const, 'worst' as const, 'first' as const, 'priority' as const),
      zero: opt(fc.constantFrom('compete' as const, 'ignore' as const)),
      count: opt(fc.constant(2)),
    }),
    isOfSubtotal: fc.boolean(),
    isCumulative: fc.boolean(),
    history: fc.record({ quantity: opt(fc.constantFrom('1', '2.5')), amount: opt(fc.constantFrom('40', '0.125')) }),
  })
  .map(({ quote, hasProcedure, resolve, group, isOfSubtotal, isCumulative, history }) => {
    const conditions = quote.conditions!.map((one, index): Condition => ({
      ...one,
      ...(isCumulative && one.trigger !== undefined ? { trigger: { ...one.trigger, cumulative: true } } : {}),
      ...(hasProcedure && isOfSubtotal && index > 1 ? { basis: { subtotal: 'half' } } : {}),
    }));
    const steps = conditions.map(({ code }): { condition: string } | { subtotal: string } => ({ condition: code }));
    const procedure = {
      code: 'P',
      steps: [...steps.slice(0, 2), { subtotal: 'half' }, ...steps.slice(2)],
      groups: [{ code: 'g', ...present(group) } as ExclusionGroup],
      resolve,
    };
    return {
      ...quote,
      conditions,
      history: Object.fromEntries(conditions.map(({ code }) => [code, present(history)])),
      ...(hasProcedure ? { procedure } : {}),
    };
  });

test('whatever else is in a quote, integers give the same bytes or leave it to decimals', () => {
  let taken = 0;
  let drawn = 0;
  fc.assert(
    fc.property(everything, (quote) => {
      const { decimals, integers } = bothOf(quote);
      drawn++;
      if (integers === null) return;
      taken++;
      expect(integers).toBe(decimals);
    }),
    // Decimals are slow.
    { numRuns: 400 },
  );
  // Thirds of an amount, many unrounded rates and tiers over a quantity go over decimals.
  expect(taken / drawn).toBeGreaterThan(0.5);
});

const INCREMENTS = ['0.01', '0.05', '1', '0.001', '0.25'] as const;
const MODES = ['halfUp', 'halfEven', 'halfDown', 'up', 'down', 'ceiling', 'floor'] as const;

test('amounts over integers are those over decimals', () => {
  const EUR = currencyOf('EUR');
  fc.assert(
    fc.property(
      fc.record({
        increment: fc.constantFrom(...INCREMENTS),
        mode: fc.constantFrom(...MODES),
        residue: fc.constantFrom('largestRemainder' as const, 'first' as const, 'last' as const),
        a: fc.integer({ min: -(10 ** 6), max: 10 ** 6 }),
        b: fc.integer({ min: 0, max: 10 ** 4 }),
        decimals: fc.integer({ min: 0, max: 4 }),
        weights: fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 6 }),
      }),
      ({ increment, mode, residue, a, b, decimals, weights }) => {
        const rounder = compileRounding({ ...QUOTE_ROUNDINGS.standard, increment, mode, residue }, EUR, []);
        const integers = new IntegerAmounts(rounder, 8);
        const exact = new DecimalAmounts(rounder);
        const amount = new Figure(a, 4);
        const by = new Figure(b, decimals);
        const [x, y] = [integers.of(amount), exact.of(amount)];
        const same = (units: number, value: Decimal): void => expect(integers.text(units)).toBe(exact.text(value));
        same(x, y);
        same(integers.times(x, by), exact.times(y, by));
        same(integers.round(x), exact.round(y));
        same(integers.plus(x, integers.of(by)), exact.plus(y, exact.of(by)));
        same(integers.portion(integers.times(x, by), new Figure(3, 0), new Figure(3, 0)), exact.times(y, by));
        expect(integers.roundedText(x)).toBe(exact.roundedText(y));
        expect(Math.sign(integers.compare(x, integers.of(by)))).toBe(exact.compare(y, exact.of(by)));
        if (weights.every((weight) => weight === 0)) return;
        const figures = weights.map((weight) => new Figure(weight, 2));
        const parts = integers.share(
          integers.round(x),
          figures.map((weight) => integers.of(weight)),
        );
        exact
          .share(
            exact.round(y),
            figures.map((weight) => exact.of(weight)),
          )
          .forEach((part, index) => same(parts[index]!, part));
      },
    ),
  );
});

test('figures that integers can not hold are refused', () => {
  const amounts = new IntegerAmounts(compileRounding('standard', currencyOf('EUR'), []), 4);
  const third = (): number => amounts.portion(amounts.read(toDecimal('1')), new Figure(1, 0), new Figure(3, 0));
  expect(third).toThrow(NotExact);
  expect(() => amounts.read(toDecimal('0.00001'))).toThrow(NotExact);
  expect(() => amounts.times(amounts.read(toDecimal('0.0001')), new Figure(1, 1))).toThrow(NotExact);
  expect(() => amounts.read(toDecimal('200000000000'))).toThrow(NotExact);
  const most = amounts.read(toDecimal('100000000000'));
  expect(() => amounts.plus(most, most)).toThrow(NotExact);
  expect(() => amounts.times(most, new Figure(2, 0))).toThrow(NotExact);
});
