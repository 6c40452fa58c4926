import { expectTypeOf, test } from 'vitest';
import {
  type Charge,
  type ChargeResult,
  type Condition,
  graduated,
  type PriceBook,
  type PriceResult,
  priceOf,
  priceQuote,
  type QuoteInput,
  type QuoteResult,
  rateCharge,
} from '../../src/pricing/index.js';

test('a charge is one of the models with its own fields', () => {
  const charge: Charge = { code: 'c', currency: 'EUR', model: { kind: 'perUnit', rate: '1' } };
  // @ts-expect-error no such model
  rateCharge({ ...charge, model: { kind: 'barter' } }, {});
  // @ts-expect-error a package has a size
  rateCharge({ ...charge, model: { kind: 'package', price: '1' } }, {});
  // @ts-expect-error no such policy
  rateCharge({ ...charge, negative: 'ignore' }, {});
  // @ts-expect-error a rate is a text, so that it is exact
  graduated([{ upTo: null, rate: 0.1 }]);
  expectTypeOf(rateCharge).returns.toEqualTypeOf<ChargeResult>();
});

test('an amount is there only where there is a price', () => {
  const result = rateCharge({ code: 'c', currency: 'EUR', model: { kind: 'callerPriced' } }, { amount: 1 });
  // @ts-expect-error it may be without a price
  void result.amount;
  if (result.status === 'priced') expectTypeOf(result.amount).toEqualTypeOf<string>();
});

test('policies of a price book are named words', () => {
  const book: PriceBook = { code: 'b', currency: 'EUR', items: [], lists: [] };
  const request = { sku: 'a', quantity: '1', on: '2026-01-01' };
  priceOf({ ...book, selection: ['target', 'lowest'], tie: 'lowest' }, request);
  // @ts-expect-error no such selection
  priceOf({ ...book, selection: 'cheapest' }, request);
  // @ts-expect-error no such tie policy
  priceOf({ ...book, tie: 'random' }, request);
  // @ts-expect-error a request has a day
  priceOf(book, { sku: 'a', quantity: '1' });
  expectTypeOf(priceOf).returns.toEqualTypeOf<PriceResult>();
});

test('a quote names its rounding, and a reward has the fields of its type', () => {
  const quote = { code: 'q', currency: 'EUR', on: '2026-01-01', priceTax: 'exclusive', lines: [] } as const;
  // @ts-expect-error there is no default rounding
  priceQuote(quote);
  priceQuote({ ...quote, rounding: 'standard' } satisfies QuoteInput);
  // @ts-expect-error no such preset
  priceQuote({ ...quote, rounding: 'nearest' });
  // @ts-expect-error an amount says what it is for
  const amount: Condition['reward'] = { type: 'amount', amount: '1' };
  void amount;
  expectTypeOf(priceQuote).returns.toEqualTypeOf<QuoteResult>();
});
