import { expectTypeOf, test } from 'vitest';
import {
  type ApprovalMatrix,
  type Charge,
  type ChargeResult,
  compareOfferCost,
  type Condition,
  costPlus,
  graduated,
  type PriceBook,
  type PriceGuard,
  type PriceResult,
  priceOf,
  priceQuote,
  presets,
  type QuoteInput,
  type QuoteResult,
  rateCharge,
  rebateDue,
  type RebateAgreement,
  type WaterfallDefinition,
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

test('guards, limits and stages are named words', () => {
  const guard: PriceGuard = { code: 'g', kind: 'floor', amount: '1' };
  // @ts-expect-error no such guard
  void ({ ...guard, kind: 'roof' } satisfies PriceGuard);
  const matrix: ApprovalMatrix = {
    code: 'm',
    roles: [{ role: 'rep', level: 1 }],
    limits: [{ role: 'rep', maxDiscount: '0.1' }],
  };
  // @ts-expect-error a limit is a text, so that it is exact
  void ({ ...matrix, limits: [{ role: 'rep', maxDiscount: 0.1 }] } satisfies ApprovalMatrix);
  // @ts-expect-error no such policy
  void ({ ...matrix, reapproval: 'sometimes' } satisfies ApprovalMatrix);
  // @ts-expect-error no such stage
  void ({ code: 'w', steps: [{ code: 'a', stage: 'before', rate: '0.1' }] } satisfies WaterfallDefinition);
});

test('a price from cost takes a mark-up or a margin', () => {
  costPlus({ cost: 1, markup: '0.2' });
  // @ts-expect-error not both
  costPlus({ cost: 1, markup: '0.2', margin: '0.2' });
  // @ts-expect-error one of them
  costPlus({ cost: 1 });
});

test('figures of a rebate are there only where it can be said', () => {
  const result = rebateDue({} as RebateAgreement, { amount: 1 });
  // @ts-expect-error there may be no base
  void result.due;
  if (result.ok) expectTypeOf(result.due).toEqualTypeOf<string>();
  // @ts-expect-error a convention is named
  compareOfferCost({ ...presets.nioBattery, convention: 'simple' });
  expectTypeOf(presets.nioBattery.lease.rent).toEqualTypeOf<string>();
});

test('a quote without all its prices has list amounts and no totals', () => {
  const result = {} as QuoteResult;
  // @ts-expect-error it may be without prices
  void result.net;
  if (result.status === 'incomplete') {
    expectTypeOf(result.lines).toEqualTypeOf<readonly { readonly id: string; readonly list: string }[]>();
    expectTypeOf(result.unpriced[0]!.line).toBeString();
  }
});
